import type { LabelledOccurrence } from '../calendar/label.ts';
import { type Interval, intersection, lengthMs, MINUTE_MS } from '../time/interval.ts';
import { isUnconfirmed, takesDays } from './counts.ts';
import type { Piece } from './pieces.ts';
import type { Given } from './sweep.ts';
import type { LeftOutReason, Share } from './week-load.ts';

/**
 * What each candidate gave to the week, and those that gave nothing with the reason. `given` is the sweep's
 * answer, `pieces` the same cut at working hours.
 */
export function sharesOf(
  candidates: readonly LabelledOccurrence[],
  given: readonly Given<LabelledOccurrence>[],
  pieces: readonly Piece[],
  span: Interval,
): { counted: Share[]; uncounted: { key: string; reason: LeftOutReason }[] } {
  const piecesOf = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const list = piecesOf.get(piece.owner.key);
    if (list) list.push(piece);
    else piecesOf.set(piece.owner.key, [piece]);
  }
  const counted: (Share & { startMs: number })[] = [];
  const uncounted: { key: string; reason: LeftOutReason }[] = [];
  for (const occurrence of candidates) {
    const { key, startMs } = occurrence;
    const own = piecesOf.get(key) ?? [];
    const counts = own.filter((p) => p.inside || occurrence.label.side !== 'neither');
    const minutes = sumMinutes(counts);
    if (minutes === 0) {
      const reason = own.length > 0 || takesDays(occurrence) ? 'outside-hours' : 'covered';
      uncounted.push({ key, reason });
      continue;
    }
    counted.push({
      key,
      startMs,
      minutes,
      afterHoursMinutes: sumMinutes(counts.filter((p) => !p.inside)),
      doubleBookedMinutes: sumMinutes(own.filter((p) => p.doubleBooked)),
      unconfirmedMinutes: isUnconfirmed(occurrence) ? minutes : 0,
      ...coveredPart(occurrence, span, given),
    });
  }
  counted.sort((a, b) => a.startMs - b.startMs || (a.key < b.key ? -1 : 1));
  return { counted: counted.map(({ startMs: _, ...share }) => share), uncounted };
}

/** How much of `occurrence` others got, and which of them most. */
function coveredPart(
  occurrence: LabelledOccurrence,
  span: Interval,
  given: readonly Given<LabelledOccurrence>[],
): Pick<Share, 'coveredMinutes' | 'coveredBy'> {
  const claimed = takesDays(occurrence) ? null : intersection(occurrence, span);
  const coverers = claimed ? [...coverersOf(occurrence, claimed, given)] : [];
  const coveredMinutes = coverers.reduce((sum, [, minutes]) => sum + minutes, 0);
  const [most] = coverers.sort((a, b) => b[1] - a[1]);
  return most ? { coveredMinutes, coveredBy: most[0] } : { coveredMinutes };
}

/** Minutes of `occurrence` that each other occurrence got, by key. */
function coverersOf(
  occurrence: LabelledOccurrence,
  claimed: Interval,
  given: readonly Given<LabelledOccurrence>[],
): Map<string, number> {
  const minutes = new Map<string, number>();
  for (let i = firstEndingAfter(given, claimed.startMs); i < given.length; i++) {
    const piece = given[i];
    if (!piece || piece.startMs >= claimed.endMs) break;
    if (piece.owner.key === occurrence.key) continue;
    const shared = intersection(piece, claimed);
    const key = piece.owner.key;
    if (shared) minutes.set(key, (minutes.get(key) ?? 0) + lengthMs(shared) / MINUTE_MS);
  }
  return minutes;
}

function firstEndingAfter(sorted: readonly Interval[], ms: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.endMs ?? 0) > ms) high = middle;
    else low = middle + 1;
  }
  return low;
}

function sumMinutes(intervals: readonly Interval[]): number {
  return intervals.reduce((ms, i) => ms + lengthMs(i), 0) / MINUTE_MS;
}
