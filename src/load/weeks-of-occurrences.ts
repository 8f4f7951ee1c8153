import type { LabelledOccurrence } from '../calendar/label.ts';
import { resolveOccurrence } from '../calendar/resolve.ts';
import { weekInterval } from '../time/week.ts';
import type { PlainDate } from '../time/zone.ts';

/**
 * The occurrences of each week of `weeks` (oldest first), as `weekLoad` wants them; one that reaches
 * over a border is in both. O(n + weeks), where a filter per week would read everything anew for each.
 */
export function weeksOfOccurrences(
  weeks: readonly PlainDate[],
  occurrences: readonly LabelledOccurrence[],
  zone: string,
): LabelledOccurrence[][] {
  const spans = weeks.map((week) => weekInterval(week, zone));
  const found: LabelledOccurrence[][] = spans.map(() => []);
  for (const occurrence of occurrences) {
    const { startMs, endMs } = resolveOccurrence(occurrence, zone);
    for (let i = lastStartingBy(spans, startMs); i < spans.length; i++) {
      const span = spans[i];
      if (!span || span.startMs > Math.max(startMs, endMs)) break;
      if (startMs < span.endMs) found[i]?.push(occurrence);
    }
  }
  return found;
}

function lastStartingBy(spans: readonly { startMs: number }[], ms: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.startMs ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
