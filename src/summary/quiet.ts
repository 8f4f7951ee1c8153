import type { EpochMs } from '../calendar/units.ts';
import { MINUTE_MS } from '../time/interval.ts';
import { addDays, clockIn, dateIn, instantOfWall, parsePlain } from '../time/zone.ts';

/** Hours of the day without notes, in local minutes: from `fromMinute` on, over midnight where `toMinute` is not after it. */
export interface QuietHours {
  readonly on: boolean;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Whether the hours at `minute` of a day are quiet. Those that begin and end at one minute are none. */
function isQuiet(minute: number, { on, fromMinute, toMinute }: QuietHours): boolean {
  if (!on || fromMinute === toMinute) return false;
  return fromMinute < toMinute
    ? minute >= fromMinute && minute < toMinute
    : minute >= fromMinute || minute < toMinute;
}

/**
 * Until when a note waits that is due at `nowMs`: the end of the quiet hours, or null where it need not. A time that the
 * user chose for the note itself is never quiet, whatever the hours say.
 *
 * @param chosenMinute minute of the day at which the user wants the note
 */
export function quietUntil(
  nowMs: EpochMs,
  zone: string,
  quiet: QuietHours,
  chosenMinute: number,
): EpochMs | null {
  const { minute } = clockIn(zone, nowMs);
  if (!isQuiet(minute, quiet) || isQuiet(chosenMinute, quiet)) return null;
  const today = dateIn(zone, nowMs);
  const date = minute < quiet.toMinute ? today : addDays(today, 1);
  return instantOfWall(parsePlain(date) + quiet.toMinute * MINUTE_MS, zone);
}
