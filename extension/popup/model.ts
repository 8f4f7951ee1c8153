import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CorrectionScope, Verdict } from '../../src/calendar/correction.ts';
import type { Calendar, Source } from '../../src/calendar/source.ts';
import { measureOf } from '../../src/calendar/track.ts';
import { settingsAt as datedAt } from '../../src/settings/dated.ts';
import { loadSettingsAt, zoneOf } from '../../src/settings/load-settings.ts';
import type { UserSettings } from '../../src/settings/settings.ts';
import { dateIn, isPlainDate, type PlainDate } from '../../src/time/zone.ts';
import type { FigureId } from '../../src/week/figures.ts';
import type { Story } from '../../src/week/story.ts';
import type { GlanceMark } from '../ui/glance.ts';
import type { Page } from '../ui/page.ts';
import { causeOf, verdictName, worded } from '../ui/words.ts';
import { type Ask, readAsk } from './read-ask.ts';
import { type PastRead, readPast } from './read-past.ts';
import { readWeek, type WeekRead } from './read-week.ts';
import { askedWeek, type PopupView, popupView } from './view.ts';

/** One page of the panel: the stack's last is shown. */
export type PanelEntry =
  | { readonly kind: 'figure'; readonly id: FigureId }
  | { readonly kind: 'occurrence'; readonly key: string };

type PopupState =
  | { readonly kind: 'loading' }
  /** The store cannot be read, for the reason that its code names. */
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'week'; readonly view: PopupView };

/** What was read for one week. */
interface Read extends WeekRead, Pick<UserSettings, 'track' | 'target' | 'marks'> {
  readonly sources: readonly Source[];
  readonly calendars: readonly Calendar[];
  readonly past: PastRead;
}

/** The popup's state and deeds. */
export interface PopupModel {
  readonly state: ReadonlySignal<PopupState>;
  readonly read: ReadonlySignal<Read | null>;
  /** What all weeks say together; null while they are being read. */
  readonly story: ReadonlySignal<Story | null>;
  /** What the calendars themselves put into question; null while it is looked for, and where nothing is. */
  readonly ask: ReadonlySignal<Ask | null>;
  /** Of the reading that is on screen, once all of it is; null before and while the next one goes on. */
  readonly settled: ReadonlySignal<GlanceMark | null>;
  readonly panel: Signal<readonly PanelEntry[]>;
  /** A read of the sources is under way at the user's wish. */
  readonly syncing: Signal<boolean>;
  show(week: PlainDate | null): Promise<void>;
  open(entry: PanelEntry): void;
  back(): void;
  closePanel(): void;
  correct(scope: CorrectionScope, verdict: Verdict, key: string): Promise<void>;
  syncNow(sourceId?: string): Promise<void>;
  retry(): Promise<void>;
  dispose(): void;
}

/**
 * @param asked the week of the page's address, any date in it; null for the week of now
 * @param titled whether the page is called after its week
 */
export function createPopupModel(page: Page, asked: string | null, titled = true): PopupModel {
  const { data, t, toasts } = page;
  const read = signal<Read | null>(null);
  const story = signal<Story | null>(null);
  const ask = signal<Ask | null>(null);
  const settled = signal<GlanceMark | null>(null);
  const failed = signal<string | null>(null);
  const nowMs = signal(page.now());
  const panel = signal<readonly PanelEntry[]>([]);
  const syncing = signal(false);
  // The week on screen; null follows the week of now.
  let wanted: PlainDate | null = asked !== null && isPlainDate(asked) ? asked : null;
  // Counts reads, so that a slow one never overwrites a later one.
  let latest = 0;

  const state = computed<PopupState>(() => {
    if (failed.value !== null) return { kind: 'failed', code: failed.value };
    const now = read.value;
    if (now === null) return { kind: 'loading' };
    if (now.sources.length === 0) return { kind: 'empty' };
    const view = popupView({ ...now, occurrences: [], nowMs: nowMs.value, story: story.value }, now.facts);
    return { kind: 'week', view };
  });

  /** What comes behind the picture of the week: all weeks, then a question. Answers whether it is there. */
  const readBehind = async (
    user: UserSettings,
    { sources, calendars, past, track }: Read,
    isLatest: () => boolean,
  ): Promise<boolean> => {
    const { readStory } = await import('../../src/week/read-story.ts');
    const settingsAt = loadSettingsAt(user, data.machineZone);
    const told = await readStory(data, { measure: measureOf(track), settingsAt, nowMs: page.now() });
    if (!isLatest()) return false;
    story.value = told;
    const isElsewhere = past.elsewhere !== null;
    const asked = isElsewhere ? null : await readAsk(data, user, sources, calendars, page.now());
    if (!isLatest()) return false;
    ask.value = asked;
    return true;
  };

  const readAll = async (): Promise<void> => {
    const mine = ++latest;
    settled.value = null;
    try {
      const mark = await data.markGlance();
      const [user, sources, calendars] = await Promise.all([
        data.settings(),
        data.sources(),
        data.calendars(),
      ]);
      const settingsAt = loadSettingsAt(user, data.machineZone);
      const date = wanted ?? dateIn(zoneOf(user, data.machineZone), page.now());
      const settings = settingsAt(date);
      const week = askedWeek(date, page.now(), settings);
      const found = await readWeek(data, week, settings, calendars, page.now());
      const past = await readPast(data, found, { user, sources }, page.now());
      if (mine !== latest) return;
      failed.value = null;
      const { track, target } = datedAt(user, found.week);
      const whole = { ...found, sources, calendars, past, track, target, marks: user.marks };
      read.value = whole;
      if (sources.length === 0) return;
      const isLatest = (): boolean => mine === latest;
      if (await readBehind(user, whole, isLatest)) settled.value = mark;
    } catch (cause) {
      // The store cannot be opened or read: the page says so and offers to try again.
      console.error('Craftweek could not read its store', cause);
      if (mine === latest) failed.value = causeOf(cause);
    }
  };

  const stopWatching = data.watch(() => void readAll());
  const minute = setInterval(() => {
    nowMs.value = page.now();
  }, 60_000);
  const stopAddress = effect(() => {
    if (titled && state.value.kind === 'week')
      document.title = `${t('popup_title')} · ${state.value.view.week}`;
  });
  void readAll();

  return {
    state,
    read,
    story,
    ask,
    settled,
    panel,
    syncing,
    async show(week) {
      wanted = week;
      panel.value = [];
      await readAll();
    },
    open(entry) {
      panel.value = [...panel.value, entry];
    },
    back() {
      panel.value = panel.value.slice(0, -1);
    },
    closePanel() {
      panel.value = [];
    },
    async correct(scope, verdict, key) {
      const answer = await data.commands('correct', { scope, verdict, key });
      if (!answer.ok) {
        toasts.show({ text: worded(t, 'error', answer.code, 'error_unknown') });
        return;
      }
      const { id, changed } = answer.value;
      await readAll();
      toasts.show({
        text: t('popup_corrected', { count: changed, label: verdictName(t, verdict) }),
        undo: async () => {
          const undone = await data.commands('undoCorrection', { id });
          await readAll();
          if (!undone.ok) toasts.show({ text: worded(t, 'error', undone.code, 'error_unknown') });
        },
      });
    },
    async syncNow(sourceId) {
      syncing.value = true;
      const answer = await data.commands('syncNow', sourceId === undefined ? {} : { sourceId });
      syncing.value = false;
      if (!answer.ok) toasts.show({ text: worded(t, 'error', answer.code, 'error_unknown') });
      await readAll();
    },
    retry: readAll,
    dispose() {
      stopWatching();
      stopAddress();
      clearInterval(minute);
      latest++;
    },
  };
}
