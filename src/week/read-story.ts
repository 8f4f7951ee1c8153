import type { Source } from '../calendar/source.ts';
import type { Measure } from '../calendar/track.ts';
import type { EpochMs } from '../calendar/units.ts';
import type { ChangeRecord } from '../drift/record.ts';
import { knownUntil } from '../history/as-of.ts';
import { type WeeksSource, weeksOf } from '../history/weeks-of.ts';
import type { LoadSettings } from '../load/week-load.ts';
import { DAY_MS, type Interval } from '../time/interval.ts';
import { addWeeks, weekAt } from '../time/week.ts';
import { dateIn, type PlainDate } from '../time/zone.ts';
import { type Reach, reachOf, reachOfEntries } from './standing.ts';
import { type Story, storyOf } from './story.ts';

/** What the story is read from; the store is one. */
export interface StorySource extends WeeksSource {
  /** From the first entry to the last; null where there is none. */
  extent(): Promise<Interval | null>;
  /** The records of changes as they were kept. */
  changes(): Promise<readonly ChangeRecord[]>;
  sources(): Promise<readonly Pick<Source, 'id' | 'kind' | 'syncedMs'>[]>;
}

/** Further back no change is looked for (five years), nor is an entry further ahead of any use (one). */
const LOOK_BACK_WEEKS = 260;
const LOOK_AHEAD_WEEKS = 52;

/** The story of all weeks that the store has. */
export async function readStory(
  source: StorySource,
  asked: {
    readonly measure: Measure;
    readonly settingsAt: (date: PlainDate) => LoadSettings;
    readonly nowMs: EpochMs;
  },
): Promise<Story> {
  const { measure, settingsAt, nowMs } = asked;
  const [extent, [closed], kept, sources] = await Promise.all([
    source.extent(),
    source.closedWeeks({}),
    source.changes(),
    source.sources(),
  ]);
  const today = dateIn(settingsAt(dateIn('UTC', nowMs)).zone, nowMs);
  const earliest = addWeeks(today, -LOOK_BACK_WEEKS);
  const firstEntry = extent ? dateIn('UTC', extent.startMs) : today;
  const first = closed && closed.week < firstEntry ? closed.week : firstEntry;
  const weeks = await weeksOf(source, {
    from: first > earliest ? first : earliest,
    until: today,
    settingsAt,
    nowMs,
  });
  const lastEntry = extent ? dateIn('UTC', extent.endMs) : today;
  const reach = joined(
    reachOf(weeks),
    lastEntry > today ? await reachAhead(source, settingsAt, nowMs) : null,
  );
  const read = knownUntil(sources.filter(({ syncedMs }) => syncedMs !== null));
  return storyOf(weeks, reach, kept, measure, Math.min(nowMs, read ?? nowMs));
}

/** The reach of what is still to come: no week of it has to be computed for that. */
function reachAhead(
  source: WeeksSource,
  settingsAt: (date: PlainDate) => LoadSettings,
  nowMs: EpochMs,
): Promise<Reach | null> {
  const { zone, weekStart } = settingsAt(dateIn('UTC', nowMs));
  const window = { startMs: nowMs, endMs: nowMs + LOOK_AHEAD_WEEKS * 7 * DAY_MS };
  return source
    .counted(window)
    .then((entries) => reachOfEntries(entries, (ms) => weekAt(ms, zone, weekStart)));
}

function joined(a: Reach | null, b: Reach | null): Reach | null {
  if (a === null || b === null) return a ?? b;
  return { first: a.first < b.first ? a.first : b.first, last: a.last > b.last ? a.last : b.last };
}
