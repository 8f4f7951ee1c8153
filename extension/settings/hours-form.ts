import type { DayStretch, WorkingHours } from '../../src/time/working-hours.ts';
import type { Weekday } from '../../src/time/zone.ts';

/** A stretch as two time fields hold it: `HH:MM`, or empty while it is being typed. */
export interface DraftStretch {
  readonly start: string;
  readonly end: string;
}

/** What is wrong with a stretch of a draft. */
export type DraftError = 'incomplete' | 'order' | 'overlap';

/** `HH:MM` of a minute of the day; 1440, the day's end, is `00:00` as a time field shows it. */
export function timeText(minute: number): string {
  const hour = String(Math.floor(minute / 60) % 24).padStart(2, '0');
  return `${hour}:${String(minute % 60).padStart(2, '0')}`;
}

/** Minutes since midnight of `HH:MM`; null where it is no time. */
export function minuteOfText(text: string): number | null {
  const match = /^(\d\d):(\d\d)(:\d\d)?$/.exec(text);
  if (!match) return null;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return minute < 1440 ? minute : null;
}

export function draftOf(stretches: readonly DayStretch[]): DraftStretch[] {
  return stretches.map((s) => ({ start: timeText(s.startMinute), end: timeText(s.endMinute) }));
}

/** The stretches of a draft, sorted; or what is wrong, stretch by stretch (null where nothing is). */
export function readDraft(
  draft: readonly DraftStretch[],
):
  | { readonly ok: true; readonly stretches: DayStretch[] }
  | { readonly ok: false; readonly errors: (DraftError | null)[] } {
  const read = draft.map(({ start, end }) => {
    const startMinute = minuteOfText(start);
    const endMinute = minuteOfText(end);
    // Midnight at the end of a stretch is the day's end.
    return startMinute === null || endMinute === null ? null : { startMinute, endMinute: endMinute || 1440 };
  });
  const errors = read.map((s, i): DraftError | null => {
    if (s === null) return 'incomplete';
    if (s.startMinute >= s.endMinute) return 'order';
    const hits = read.some(
      (o, j) => j < i && o && o.startMinute < s.endMinute && s.startMinute < o.endMinute,
    );
    return hits ? 'overlap' : null;
  });
  if (errors.some((e) => e !== null)) return { ok: false, errors };
  const stretches = read.filter((s) => s !== null).sort((a, b) => a.startMinute - b.startMinute);
  return { ok: true, stretches };
}

/** A stretch to add after the last one: an hour later and at most four hours long; null where the day is full. */
export function nextStretch(draft: readonly DraftStretch[]): DraftStretch | null {
  if (draft.length === 0) return { start: '09:00', end: '17:00' };
  const read = readDraft(draft);
  if (!read.ok) return null;
  const end = read.stretches.at(-1)?.endMinute ?? 0;
  const startMinute = end + 60;
  if (startMinute > 1440 - 15) return null;
  return { start: timeText(startMinute), end: timeText(Math.min(1440, startMinute + 240)) };
}

/** The hours of one weekday on Monday to Friday. */
export function copyToWeekdays(hours: WorkingHours, from: Weekday): WorkingHours {
  const day = hours[from];
  return { ...hours, 1: day, 2: day, 3: day, 4: day, 5: day };
}
