import type { Occurrence } from '../../calendar/occurrence.ts';
import { resolveOccurrence } from '../../calendar/resolve.ts';
import { DAY_MS, type Interval } from '../../time/interval.ts';
import type { Instance } from './instances.ts';
import { dateOfWall, type EventLength, epochOf } from './times.ts';

/** When an occurrence is. */
export type Times = Pick<Occurrence, 'startMs' | 'endMs' | 'allDay' | 'floating'>;

/** The times of an instance as an occurrence has them. */
export function timesOfInstance({ start, length }: Instance): Times {
  if (start.kind === 'date') {
    const endMs = start.wallMs + Math.max(DAY_MS, wallLength(length));
    return {
      startMs: start.wallMs,
      endMs,
      allDay: { start: dateOfWall(start.wallMs), end: dateOfWall(endMs) },
    };
  }
  const startMs = epochOf(start);
  const endMs =
    length.kind === 'exact'
      ? startMs + length.ms
      : epochOf({ ...start, wallMs: start.wallMs + length.days * DAY_MS }) + length.ms;
  if (start.kind === 'instant') return { startMs, endMs, allDay: null };
  const wall = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
  return { startMs, endMs, allDay: null, floating: { start: wall(startMs), end: wall(endMs) } };
}

/** Whether an occurrence overlaps the window; one without length belongs to the window that it starts in. */
export function isInWindow(times: Times, window: Interval, zone: string): boolean {
  const { startMs, endMs } = resolveOccurrence(times, zone);
  if (endMs <= startMs) return startMs >= window.startMs && startMs < window.endMs;
  return startMs < window.endMs && endMs > window.startMs;
}

function wallLength(length: EventLength): number {
  return length.kind === 'exact' ? length.ms : length.days * DAY_MS + length.ms;
}
