import type { Source } from '../calendar/source.ts';
import type { Measure } from '../calendar/track.ts';
import type { EpochMs } from '../calendar/units.ts';
import type { ChangeRecord } from '../drift/record.ts';
import { knownUntil } from '../history/as-of.ts';
import { type HistoryWeek, type WeeksSource, weeksOf } from '../history/weeks-of.ts';
import type { LoadSettings } from '../load/week-load.ts';
import type { Interval } from '../time/interval.ts';
import { addWeeks } from '../time/week.ts';
import { dateIn, type PlainDate } from '../time/zone.ts';
import { reachOf } from './standing.ts';
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

/** The story of all weeks that the store has, with these weeks, oldest first. */
export async function readStory(
  source: StorySource,
  asked: {
    readonly measure: Measure;
    readonly settingsAt: (date: PlainDate) => LoadSettings;
    readonly nowMs: EpochMs;
  },
): Promise<{ story: Story; weeks: readonly HistoryWeek[] }> {
  const { measure, settingsAt, nowMs } = asked;
  const [extent, [closed], kept, sources] = await Promise.all([
    source.extent(),
    source.closedWeeks({}),
    source.changes(),
    source.sources(),
  ]);
  const today = dateIn(settingsAt(dateIn('UTC', nowMs)).zone, nowMs);
  const [earliest, latest] = [addWeeks(today, -LOOK_BACK_WEEKS), addWeeks(today, LOOK_AHEAD_WEEKS)];
  const firstEntry = extent ? dateIn('UTC', extent.startMs) : today;
  const first = closed && closed.week < firstEntry ? closed.week : firstEntry;
  const lastEntry = extent ? dateIn('UTC', extent.endMs) : today;
  const weeks = await weeksOf(source, {
    from: first > earliest ? first : earliest,
    until: lastEntry < latest ? (lastEntry > today ? lastEntry : today) : latest,
    settingsAt,
    nowMs,
  });
  const read = knownUntil(sources.filter(({ syncedMs }) => syncedMs !== null));
  return { story: storyOf(weeks, reachOf(weeks), kept, measure, Math.min(nowMs, read ?? nowMs)), weeks };
}
