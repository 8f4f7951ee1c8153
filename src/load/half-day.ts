import { type Interval, intersection, lengthMs, MINUTE_MS } from '../time/interval.ts';
import { dayOf } from '../time/week.ts';
import { addDays, dateIn } from '../time/zone.ts';

/**
 * The half of each local day's working time that an entry takes: as many whole minutes before the middle as half of
 * them, rounded down, belong to the earlier half, the rest to the later one. `working` is sorted and disjoint.
 */
export function halfOfDays(
  entry: Interval,
  working: readonly Interval[],
  half: 'earlier' | 'later',
  zone: string,
): Interval[] {
  const taken: Interval[] = [];
  const first = working[0];
  const last = working.at(-1);
  if (!first || !last) return taken;
  const from = Math.max(entry.startMs, first.startMs);
  const to = Math.min(entry.endMs, last.endMs);
  for (let date = dateIn(zone, from); from < to; date = addDays(date, 1)) {
    const day = dayOf(date, zone);
    if (day.startMs >= to) break;
    const within = working.map((w) => intersection(w, day)).filter((i) => i !== null);
    const minutes = within.reduce((ms, i) => ms + lengthMs(i), 0) / MINUTE_MS;
    const middle = atMinute(within, Math.floor(minutes / 2));
    const part =
      half === 'earlier' ? { startMs: day.startMs, endMs: middle } : { startMs: middle, endMs: day.endMs };
    for (const w of within) {
      const inPart = intersection(w, part);
      const own = inPart && intersection(inPart, entry);
      if (own) taken.push(own);
    }
  }
  return taken;
}

/** The instant at which so many minutes of the intervals have passed. */
function atMinute(intervals: readonly Interval[], minutes: number): number {
  let left = minutes * MINUTE_MS;
  for (const interval of intervals) {
    if (left < lengthMs(interval)) return interval.startMs + left;
    left -= lengthMs(interval);
  }
  return intervals.at(-1)?.endMs ?? 0;
}
