import type { Classification, LabelledOccurrence } from '../calendar/label.ts';
import type { Calendar } from '../calendar/source.ts';

/**
 * The occurrences by the roles of their calendars: those that count, private ones among them as time away, and those
 * of calendars that are off. An occurrence of a calendar that nobody names counts.
 */
export function byRole(
  occurrences: readonly LabelledOccurrence[],
  calendars: readonly Pick<Calendar, 'sourceId' | 'id' | 'role'>[],
): { counted: LabelledOccurrence[]; off: LabelledOccurrence[] } {
  const roles = new Map(calendars.map((c) => [idOf(c.sourceId, c.id), c.role]));
  const counted: LabelledOccurrence[] = [];
  const off: LabelledOccurrence[] = [];
  for (const occurrence of occurrences) {
    const role = roles.get(idOf(occurrence.sourceId, occurrence.calendarId)) ?? 'work';
    if (role === 'off') off.push(occurrence);
    else counted.push(role === 'private' ? asPrivate(occurrence) : occurrence);
  }
  return { counted, off };
}

/** An occurrence of a private calendar: time away, whatever its title says; an absence stays what it is. */
export function asPrivate(occurrence: LabelledOccurrence): LabelledOccurrence {
  const { label } = occurrence;
  if (label.activity === 'absence') return { ...occurrence, private: true };
  const away: Classification = {
    activity: 'personal',
    side: 'neither',
    confidence: 1,
    reasons: [{ code: 'calendar-private', values: {} }],
    ignored: label.ignored,
  };
  return { ...occurrence, label: away, private: true };
}

/** The same entries for lists and tables beyond the week's own view: private titles are left out. */
export function withoutPrivateTitles(occurrences: readonly LabelledOccurrence[]): LabelledOccurrence[] {
  return occurrences.map((o) => (o.private ? untitled(o) : o));
}

/** An entry with nothing that a person could read, or follow: figures and label stay. */
export function untitled({ link: _, ...entry }: LabelledOccurrence): LabelledOccurrence {
  return { ...entry, title: '', description: '', location: '' };
}

function idOf(sourceId: string, calendarId: string): string {
  return `${sourceId}\u001f${calendarId}`;
}
