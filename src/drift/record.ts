import type { Measure } from '../calendar/track.ts';
import { addWeeks } from '../time/week.ts';
import type { PlainDate } from '../time/zone.ts';
import type { Cause } from './causes.ts';
import { type FoundChange, lastingChangesIn, sinceIn } from './changes.ts';
import { mean, median } from './mean.ts';
import { LEAST_EFFECT, MONITOR_REACH } from './thresholds.ts';
import type { WeekPoint } from './week-point.ts';

/**
 * The one record of a change: found once on finished weeks, then kept. Popup, report at any zoom, check-up, notification
 * and terminal print it, and none finds its own.
 */
export interface ChangeRecord extends FoundChange {
  readonly measure: Measure;
  /** Strongest first; empty until they were looked for. */
  readonly causes: readonly Cause[];
  /** The week whose summary told it; absent where none did. */
  readonly toldIn?: PlainDate;
  /** Why it is told no longer, and the first week that this holds for. Absent while it stands. */
  readonly ended?: { readonly how: 'accepted' | 'regained'; readonly week: PlainDate };
}

/** Counted weeks whose median shows that the level from before is back. */
const REGAINED_WEEKS = 8;
/** How near to the level from before that median must be: half of the least change that is told. */
const REGAINED_WITHIN = LEAST_EFFECT / 2;

/**
 * The records after the weeks up to now: what was kept stays as it was dated, what the weekly monitor found since is
 * added, *after* is brought up to the last counted week, and a change whose level is regained ends. A kept *before* is
 * counted again from its own weeks, which change only where the user's hand reopened them.
 *
 * @param kept earlier records of the same measure, oldest first
 * @param points the counted weeks (`weekPoints`), all of them, whatever a screen shows
 */
export function changeRecords(
  kept: readonly ChangeRecord[],
  points: readonly WeekPoint[],
  measure: Measure,
): ChangeRecord[] {
  const own = kept.filter((record) => record.measure === measure);
  const found = lastingChangesIn(points)
    .filter((change) => !own.some((record) => isSame(record, change)))
    .filter((change) => change.week > (own.at(-1)?.week ?? ''))
    .map((change): ChangeRecord => ({ ...change, measure, causes: [] }));
  const all = [...own, ...found];
  return all.map((record, i) => {
    const restated = sinceIn(beforeFrom(record, points), points, all[i + 1]?.week);
    if (restated.ended) return restated;
    const week = regainedIn(restated, points);
    return week === null ? restated : { ...restated, ended: { how: 'regained', week } };
  });
}

/** The change that is told now: the latest that stands. Null where none does. */
export function standingChange(records: readonly ChangeRecord[]): ChangeRecord | null {
  return records.findLast((record) => !record.ended) ?? null;
}

/** Whether the share fell with it. */
export function isFall({ before, after }: Pick<FoundChange, 'before' | 'after'>): boolean {
  return after < before;
}

/** The record once the user has said "this is my job now", from `week` on. */
export function accepted(record: ChangeRecord, week: PlainDate): ChangeRecord {
  return { ...record, ended: { how: 'accepted', week } };
}

/**
 * Whether a change that was found anew is a kept one: in the same direction, begun before that was found, and dated
 * near to it. The weeks behind both are nearly the same, so the date may lie a little elsewhere.
 */
function isSame(record: ChangeRecord, change: FoundChange): boolean {
  return (
    record.statistic < 0 === change.statistic < 0 &&
    change.week <= record.foundIn &&
    change.week >= addWeeks(record.week, -MONITOR_REACH)
  );
}

function beforeFrom(record: ChangeRecord, points: readonly WeekPoint[]): ChangeRecord {
  const shares = new Map(points.map((p) => [p.week, p.share]));
  const now = record.weeksBefore.map((week) => shares.get(week));
  // A week that is no longer there was forgotten, not changed: the figure stands.
  const known = now.filter((share) => share !== undefined);
  return known.length === now.length && known.length > 0 ? { ...record, before: mean(known) } : record;
}

/** The first week by whose end the median of eight weeks since the change is back at the level from before. */
function regainedIn(record: ChangeRecord, points: readonly WeekPoint[]): PlainDate | null {
  const since = points.filter((p) => p.week >= record.week);
  const fell = record.statistic < 0;
  for (let end = REGAINED_WEEKS; end <= since.length; end++) {
    const span = since.slice(end - REGAINED_WEEKS, end).map((p) => p.share);
    const level = median(span);
    const back = fell ? level >= record.before - REGAINED_WITHIN : level <= record.before + REGAINED_WITHIN;
    if (back) return since[end - 1]?.week ?? null;
  }
  return null;
}
