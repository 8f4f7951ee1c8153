import type { LabelledOccurrence } from '../../../src/calendar/label.ts';
import type { Attendee } from '../../../src/calendar/occurrence.ts';
import { addWeeks } from '../../../src/time/week.ts';
import type { PlainDate } from '../../../src/time/zone.ts';
import { type Line, occurrenceOf } from './weeks.ts';

/** A made-up calendar of many weeks. */
export interface LongCalendar {
  /** Complete weeks before `week`. */
  readonly weeks: number;
  /** Weeks before `week` at which management came; null for a steady calendar. */
  readonly changeBefore: number | null;
  /** Weeks of holiday, counted back from `week`. */
  readonly away: readonly number[];
}

const NAMES = ['mara', 'jonas', 'ines', 'tomasz', 'yuki', 'priya', 'henrik', 'lea'];

function guests(count: number, from: number, domain = 'studio.example'): Attendee[] {
  return Array.from({ length: Math.min(count, NAMES.length) }, (_, i) => {
    const name = NAMES[(from + i) % NAMES.length] ?? 'ines';
    return {
      email: `${name}@${domain}`,
      name: `${name[0]?.toUpperCase()}${name.slice(1)}`,
      response: 'accepted' as const,
      self: false,
      organizer: i === 0,
    };
  });
}

/** What every week holds. */
const ALWAYS: readonly Line[] = [
  { day: 1, at: '09:00-09:30', what: 'Team stand-up', as: 'coordination', every: 'daily', people: 7 },
  { day: 3, at: '09:00-09:30', what: 'Team stand-up', as: 'coordination', every: 'daily', people: 7 },
  { day: 5, at: '09:00-09:30', what: 'Team stand-up', as: 'coordination', every: 'daily', people: 7 },
  { day: 2, at: '10:00-11:30', what: 'Design review', as: 'making-together', every: 'weekly', people: 5 },
  {
    day: 4,
    at: '13:00-13:45',
    what: '1:1 with Mara',
    as: 'people',
    every: 'weekly',
    people: 2,
    organizerIsSelf: true,
  },
  { day: 5, at: '11:00-12:00', what: 'Demo', as: 'coordination', every: 'weekly', people: 20 },
];

/** What came with the new role. */
const SINCE: readonly Line[] = [
  { day: 1, at: '10:00-11:30', what: 'Budget sync', as: 'administration', every: 'weekly', people: 5 },
  { day: 2, at: '13:00-14:30', what: 'Vendor review', as: 'administration', every: 'weekly', people: 6 },
  { day: 3, at: '10:00-11:30', what: 'Staffing', as: 'people', every: 'weekly', people: 4 },
  { day: 3, at: '13:30-15:00', what: 'Portfolio planning', as: 'coordination', every: 'weekly', people: 9 },
  { day: 4, at: '10:00-11:00', what: 'Steering committee', as: 'coordination', every: 'weekly', people: 12 },
  { day: 4, at: '10:30-11:30', what: 'Hiring panel', as: 'people', every: 'weekly', people: 4 },
  {
    day: 5,
    at: '14:00-15:00',
    what: 'Roadmap sync with the platform teams',
    as: 'coordination',
    sure: 0.62,
    every: 'weekly',
    people: 6,
  },
  { day: 4, at: '17:00-18:15', what: 'Quarterly figures', as: 'administration', every: 'weekly', people: 1 },
];

/** What was there before it, and went. */
const BEFORE: readonly Line[] = [
  { day: 3, at: '13:00-16:00', what: 'Deep work', as: 'deep-work', every: 'weekly' },
  { day: 1, at: '14:00-15:30', what: 'Pairing', as: 'making-together', every: 'weekly', people: 2 },
];

/** Single entries, dealt out over the weeks so that no two are alike. */
const SINGLE: readonly Line[] = [
  { day: 1, at: '15:30-16:30', what: 'Customer visit', as: 'coordination', people: 4 },
  { day: 2, at: '15:00-16:00', what: 'Interview', as: 'people', people: 3, response: 'tentative' },
  { day: 3, at: '15:30-16:30', what: 'Contract questions', as: 'administration', people: 3 },
  { day: 5, at: '15:00-16:30', what: 'Concept paper', as: 'deep-work' },
  { day: 1, at: '11:30-12:00', what: 'Quick sync', as: 'coordination', sure: 0.58, people: 2 },
  { day: 2, at: '11:30-12:00', what: 'Expenses', as: 'administration' },
  { day: 4, at: '14:30-16:30', what: 'Reading group', as: 'learning', people: 6 },
];

/** The calendar up to three weeks after `week`, which is the running one. The same whenever it is made. */
export function longCalendar(
  { weeks, changeBefore, away }: LongCalendar,
  week: PlainDate,
  zone: string,
): LabelledOccurrence[] {
  const found: LabelledOccurrence[] = [];
  for (let back = weeks; back >= -4; back--) {
    const monday = addWeeks(week, -back);
    const put = (line: Line, i: number): void => {
      const people = line.people ?? 1;
      const attendees =
        people > 1 ? guests(people - 1, i + (people % 3), i % 4 === 3 ? 'client.example' : undefined) : [];
      found.push(occurrenceOf({ ...line, attendees }, monday, zone));
    };
    if (away.includes(back)) {
      const holiday: Line = { day: 1, days: 5, what: 'Holiday', as: 'absence', eventType: 'outOfOffice' };
      put(holiday, 0);
      continue;
    }
    const changed = changeBefore !== null && back <= changeBefore;
    const singles =
      back < 0 ? [] : SINGLE.filter((_, i) => (back * 5 + i * 3 + ((back * back) % 7)) % 4 === 0);
    for (const [i, line] of [...ALWAYS, ...(changed ? SINCE : BEFORE), ...singles].entries()) put(line, i);
  }
  return found;
}
