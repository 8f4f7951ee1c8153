import type { LabelledOccurrence } from '../calendar/label.ts';
import { type Interval, lengthMs, MINUTE_MS } from '../time/interval.ts';
import { isManagementMeeting } from './changeable.ts';

/** To what a meeting is shortened: the first line that its length reaches, in minutes. */
const SHORTER = [
  { from: 55, to: 50 },
  { from: 30, to: 25 },
] as const;

/** The same start and a shorter length, never less than half of it; null where it is not to be shortened. */
export function shorterPlace(occurrence: LabelledOccurrence): Interval | null {
  if (!isManagementMeeting(occurrence)) return null;
  const minutes = lengthMs(occurrence) / MINUTE_MS;
  const to = SHORTER.find(({ from }) => minutes >= from)?.to;
  if (to === undefined || to < minutes / 2) return null;
  const { startMs } = occurrence;
  return { startMs, endMs: startMs + to * MINUTE_MS };
}
