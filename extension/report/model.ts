import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import type { Source } from '../../src/calendar/source.ts';
import { measureOf } from '../../src/calendar/track.ts';
import type { Cause } from '../../src/drift/causes.ts';
import { stands } from '../../src/history/closing.ts';
import { withoutPrivateTitles } from '../../src/load/roles.ts';
import type { LoadSettings } from '../../src/load/week-load.ts';
import type { LastingMove } from '../../src/plan/lasting.ts';
import { occurrencesByKey } from '../../src/report/series-table.ts';
import { loadSettings, loadSettingsAt } from '../../src/settings/load-settings.ts';
import type { UserSettings } from '../../src/settings/settings.ts';
import { DAY_MS } from '../../src/time/interval.ts';
import { addWeeks, weekAt, weekInterval } from '../../src/time/week.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import { changeCauses, spanAround } from '../../src/week/change-causes.ts';
import { readStory } from '../../src/week/read-story.ts';
import type { Story } from '../../src/week/story.ts';
import type { Page } from '../ui/page.ts';
import { causeOf } from '../ui/words.ts';
import { countedOccurrences, loadWeeks, type ReportWeek, type StandingWeek } from './load-weeks.ts';
import {
  earliestWeek,
  MOST_WEEKS,
  type Range,
  type ReportInput,
  type ReportTables,
  type ReportView,
  reportTables,
  reportView,
} from './view.ts';

/** Weeks to come that the forecast speaks of, beside the running one. */
const AHEAD_WEEKS = 4;

/** What was read for a range of weeks. */
export interface ReportRead {
  readonly range: Range;
  readonly user: UserSettings;
  readonly settings: LoadSettings;
  readonly sources: readonly Source[];
  readonly past: readonly ReportWeek[];
  readonly coming: readonly ReportWeek[];
  readonly story: Story;
  readonly causes: readonly Cause[];
  /** All weeks of the range are computed. */
  readonly complete: boolean;
}

type ReportState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'report'; readonly read: ReportRead; readonly view: ReportView };

export interface ReportModel {
  readonly state: ReadonlySignal<ReportState>;
  /** Computed when a part first asks for them. */
  readonly tables: ReadonlySignal<ReportTables | null>;
  readonly range: ReadonlySignal<Range>;
  /** Every occurrence of the weeks shown, by key. */
  readonly byKey: ReadonlySignal<ReadonlyMap<string, LabelledOccurrence>>;
  /** The week that the trend points at. */
  readonly pointed: { value: PlainDate | null };
  /** The lasting move that gives back most; null until the plan has found it, or where there is none. */
  readonly lasting: { value: LastingMove | null };
  show(range: Range): Promise<void>;
  save(part: Partial<UserSettings>): Promise<void>;
  retry(): Promise<void>;
  dispose(): void;
}

/** The report's state over a page's data. */
export function createReportModel(page: Page): ReportModel {
  const { data } = page;
  const range = signal<Range>(26);
  const read = signal<ReportRead | null>(null);
  const failed = signal<string | null>(null);
  const pointed = signal<PlainDate | null>(null);
  const lasting = signal<LastingMove | null>(null);
  // Counts reads, so that a slow one never overwrites a later one.
  let latest = 0;

  const input = computed<ReportInput | null>(() => {
    const now = read.value;
    if (!now) return null;
    const { past, coming, settings, user, story, causes } = now;
    const { track, target, marks } = user;
    return { past, coming, settings, track, target, marks, story, causes };
  });
  const state = computed<ReportState>(() => {
    if (failed.value !== null) return { kind: 'failed', code: failed.value };
    const now = read.value;
    if (!now || !input.value) return { kind: 'loading' };
    if (now.sources.length === 0) return { kind: 'empty' };
    return { kind: 'report', read: now, view: reportView(input.value) };
  });
  const tables = computed(() => (input.value && read.value?.complete ? reportTables(input.value) : null));

  const byKey = computed(() => occurrencesByKey(read.value?.past ?? []));

  const readAll = async (): Promise<void> => {
    const mine = ++latest;
    try {
      const [user, sources, calendars] = await Promise.all([
        data.settings(),
        data.sources(),
        data.calendars(),
      ]);
      const settings = loadSettings(user, data.machineZone);
      const { zone, weekStart } = settings;
      const current = weekAt(page.now(), zone, weekStart);
      const last = addWeeks(current, -1);
      const wanted = range.value;
      const oldest = addWeeks(last, 1 - (wanted === 'all' ? MOST_WEEKS : wanted));
      const ahead = addWeeks(current, AHEAD_WEEKS);
      const story = await readStory(data, {
        measure: measureOf(user.track),
        settingsAt: loadSettingsAt(user, data.machineZone),
        nowMs: page.now(),
      });
      const causes = await causesOf(story, settings);
      const all = countedOccurrences(
        await data.occurrences({
          startMs: weekInterval(oldest, zone).startMs - DAY_MS,
          endMs: weekInterval(ahead, zone).endMs + DAY_MS,
        }),
        calendars,
        zone,
      );
      const closed = await closedSince(oldest, page.now());
      if (mine !== latest) return;
      const begun = earliestWeek(all, (ms) => weekAt(ms, zone, weekStart), last);
      // Before its first entry an empty calendar would be one big open space. The middle one of the three: the
      // first entry's week, but not before `oldest` nor after `last`.
      const entered = [begun, closed[0]?.row.week ?? begun].sort()[0] ?? begun;
      const [, first = oldest] = [oldest, entered, last].sort();
      const given = { occurrences: all, settingsAt: loadSettingsAt(user, data.machineZone), closed };
      const coming: ReportWeek[] = [];
      await loadWeeks([current, ahead], { ...given, closed: [] }, (weeks) => {
        coming.splice(0, coming.length, ...weeks);
        return true;
      });
      await loadWeeks([first, last], given, (past) => {
        if (mine !== latest) return false;
        failed.value = null;
        const complete = (past[0]?.load.week ?? last) <= first;
        read.value = { range: wanted, user, settings, sources, past, coming, story, causes, complete };
        return true;
      });
    } catch (cause) {
      // The store cannot be opened or read: the page says so and offers to try again.
      console.error('Craftweek could not read its store', cause);
      if (mine === latest) failed.value = causeOf(cause);
    }
  };

  /** The causes as the record keeps them, else from the weeks round the change, shown or not. */
  const causesOf = async ({ drift, measure, records }: Story, settings: LoadSettings): Promise<Cause[]> => {
    if (drift.kind !== 'change') return [];
    const { change } = drift;
    const kept = records.find((r) => r.week === change.week)?.causes ?? [];
    if (kept.length > 0) return [...kept];
    const occurrences = await data.counted(spanAround(change, settings.zone));
    return changeCauses(change, measure, withoutPrivateTitles(occurrences), settings);
  };

  /** The weeks that stand, from `oldest` on, with what they were counted from. */
  const closedSince = async (oldest: PlainDate, nowMs: number): Promise<StandingWeek[]> => {
    const [rows, lists] = await Promise.all([
      data.closedWeeks({ from: oldest }),
      data.closedEntries({ from: oldest }),
    ]);
    const entriesOf = new Map(lists.map(({ week, entries }) => [week, entries]));
    return rows
      .filter((row) => stands(row, nowMs))
      .map((row) => ({ row, entries: entriesOf.get(row.week) ?? [] }));
  };

  const stopWatching = data.watch(() => void readAll());
  void readAll();

  return {
    state,
    tables,
    range,
    byKey,
    pointed,
    lasting,
    async show(next) {
      range.value = next;
      await readAll();
    },
    async save(part) {
      await data.saveSettings(part);
      await readAll();
    },
    retry: readAll,
    dispose() {
      stopWatching();
      latest++;
    },
  };
}
