import { type Activity, SIDE } from '../../../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../../../src/calendar/label.ts';
import { type Occurrence, occurrenceKey } from '../../../src/calendar/occurrence.ts';
import { addDays, instantOfWall, type PlainDate, parsePlain } from '../../../src/time/zone.ts';

/** One line of a made-up week: weekday 1 to 7, wall-clock times, title, activity. */
export interface Line extends Partial<Omit<Occurrence, 'startMs' | 'endMs' | 'allDay' | 'recurring'>> {
  readonly day: number;
  /** `09:00-10:30`; absent for an all-day entry. */
  readonly at?: string;
  readonly days?: number;
  readonly what: string;
  readonly as: Activity;
  readonly sure?: number;
  readonly every?: Occurrence['recurring'];
  readonly because?: LabelledOccurrence['label']['reasons'];
  readonly ignored?: boolean;
  /** An all-day entry of which it is asked whether it takes the day. */
  readonly dayUnsure?: boolean;
}

/** A labelled occurrence from a line, in the week that begins on the Monday `week`. */
export function occurrenceOf(line: Line, week: PlainDate, zone: string): LabelledOccurrence {
  const {
    day,
    at,
    days = 1,
    what,
    as,
    sure = 0.96,
    every = 'none',
    because,
    ignored = false,
    dayUnsure = false,
    ...rest
  } = line;
  const date = addDays(week, day - 1);
  const wall = (time: string): number => instantOfWall(parsePlain(`${date}T${time}`), zone);
  const [from = '', to = ''] = (at ?? '').split('-');
  const startMs = at ? wall(from) : Date.parse(`${date}T00:00:00Z`);
  const endMs = at ? wall(to) : Date.parse(`${addDays(date, days)}T00:00:00Z`);
  const uid = every === 'none' ? `${what}-${date}-${at}` : what;
  return {
    key: occurrenceKey('one', 'work', uid, startMs),
    sourceId: 'one',
    calendarId: 'work',
    uid,
    title: what,
    description: '',
    location: '',
    status: 'confirmed',
    response: 'accepted',
    transparency: 'opaque',
    eventType: 'default',
    organizerIsSelf: false,
    people: 1,
    attendees: [],
    resources: 0,
    hasConference: false,
    categories: [],
    ...rest,
    startMs,
    endMs,
    allDay: at ? null : { start: date, end: addDays(date, days) },
    recurring: every,
    label: {
      activity: as,
      side: SIDE[as],
      confidence: sure,
      reasons: because ?? [{ code: 'title-words', values: { words: what.split(' ')[0] ?? what } }],
      ignored,
      ...(dayUnsure ? { takesDay: 0, dayUnsure } : {}),
    },
  };
}

/** A full week of a director who was an architect. */
export const FULL_WEEK: readonly Line[] = [
  { day: 1, at: '09:00-09:30', what: 'Leadership stand-up', as: 'coordination', every: 'daily', people: 7 },
  { day: 1, at: '09:30-11:00', what: 'Portfolio planning', as: 'coordination', every: 'weekly', people: 9 },
  { day: 1, at: '13:00-14:00', what: '1:1 with Mara', as: 'people', every: 'weekly', people: 2 },
  { day: 1, at: '14:00-15:00', what: 'Budget review', as: 'administration', every: 'weekly', people: 5 },
  {
    day: 1,
    at: '15:30-16:30',
    what: 'Sync about Atlas',
    as: 'coordination',
    sure: 0.62,
    every: 'weekly',
    people: 4,
    because: [
      { code: 'unsure', values: {} },
      { code: 'people', values: { count: 4 } },
      { code: 'conference', values: {} },
    ],
  },
  { day: 2, at: '09:00-09:30', what: 'Leadership stand-up', as: 'coordination', every: 'daily', people: 7 },
  {
    day: 2,
    at: '10:00-12:00',
    what: 'Design review: event store',
    as: 'making-together',
    people: 5,
    because: [
      { code: 'title-words', values: { words: 'design review' } },
      { code: 'people', values: { count: 5 } },
    ],
  },
  { day: 2, at: '13:00-17:00', what: 'Deep work: migration concept', as: 'deep-work' },
  { day: 3, at: '09:00-09:30', what: 'Leadership stand-up', as: 'coordination', every: 'daily', people: 7 },
  { day: 3, at: '10:00-11:00', what: 'Vendor call', as: 'administration', people: 6, response: 'tentative' },
  { day: 3, at: '10:30-11:30', what: 'Hiring panel', as: 'people', people: 4 },
  {
    day: 3,
    at: '13:30-14:30',
    what: 'Workshop',
    as: 'making-together',
    sure: 0.58,
    people: 3,
    because: [
      { code: 'title-words', values: { words: 'workshop' } },
      { code: 'room', values: {} },
    ],
  },
  { day: 3, at: '16:00-18:30', what: 'Steering committee', as: 'coordination', every: 'monthly', people: 12 },
  { day: 4, at: '09:00-09:30', what: 'Leadership stand-up', as: 'coordination', every: 'daily', people: 7 },
  { day: 4, at: '13:00-14:30', what: 'Reading group', as: 'learning', every: 'biweekly', people: 6 },
  { day: 4, at: '15:00-16:00', what: 'Dentist', as: 'personal' },
  {
    day: 4,
    at: '09:00-10:00',
    what: 'Old status meeting',
    as: 'coordination',
    response: 'declined',
    people: 8,
  },
  { day: 5, at: '09:00-09:30', what: 'Leadership stand-up', as: 'coordination', every: 'daily', people: 7 },
  { day: 5, at: '10:00-10:45', what: '1:1 with Jonas', as: 'people', sure: 0.84, every: 'weekly', people: 2 },
  {
    day: 5,
    at: '11:00-12:00',
    what: 'Quarterly figures',
    as: 'administration',
    sure: 0.7,
    people: 1,
    because: [
      { code: 'title-words', values: { words: 'figures' } },
      { code: 'alone', values: {} },
    ],
  },
  {
    day: 5,
    at: '14:00-15:00',
    what: 'All hands',
    as: 'coordination',
    every: 'monthly',
    people: 140,
    response: 'needsAction',
  },
  { day: 5, what: 'Release 4.2', as: 'coordination' },
  { day: 7, at: '20:00-21:00', what: 'Prepare board slides', as: 'administration' },
];

/** A full week with a holiday that only some regions have. */
export const ASKED_WEEK: readonly Line[] = [
  ...FULL_WEEK,
  {
    day: 3,
    what: 'Buß- und Bettag',
    as: 'personal',
    sure: 0.5,
    because: [{ code: 'regional-holiday', values: {} }],
    dayUnsure: true,
  },
];

/** A week of holiday with one meeting left in the calendar. */
export const HOLIDAY_WEEK: readonly Line[] = [
  {
    day: 1,
    days: 5,
    what: 'Holiday',
    as: 'absence',
    because: [{ code: 'event-type', values: { type: 'outOfOffice' } }],
    eventType: 'outOfOffice',
  },
  { day: 2, at: '09:30-10:00', what: 'Leadership stand-up', as: 'coordination', every: 'daily', people: 7 },
];

/** The quiet weeks of before, so that there is a usual one: more craft than now. */
export const EARLIER_WEEK: readonly Line[] = [
  { day: 1, at: '13:00-14:30', what: 'Portfolio planning', as: 'coordination', every: 'weekly', people: 9 },
  { day: 2, at: '10:00-11:00', what: 'Budget review', as: 'administration', every: 'weekly', people: 5 },
  { day: 3, at: '14:00-16:00', what: 'Vendor round', as: 'administration', every: 'weekly', people: 6 },
  { day: 4, at: '10:00-11:30', what: 'Status', as: 'coordination', every: 'weekly', people: 7 },
  { day: 5, at: '10:00-11:00', what: '1:1 with Jonas', as: 'people', every: 'weekly', people: 2 },
  { day: 5, at: '14:30-15:30', what: 'Demo', as: 'coordination', every: 'weekly', people: 20 },
  {
    day: 1,
    at: '09:00-10:00',
    what: 'Architecture round',
    as: 'making-together',
    every: 'weekly',
    people: 6,
  },
  { day: 2, at: '13:00-16:00', what: 'Deep work', as: 'deep-work', every: 'weekly' },
  { day: 3, at: '10:00-12:00', what: 'Planning', as: 'coordination', every: 'weekly', people: 8 },
  { day: 4, at: '13:30-14:30', what: '1:1 with Mara', as: 'people', every: 'weekly', people: 2 },
];

/** Long German titles, and many of them. */
export const LONG_WORDS_WEEK: readonly Line[] = FULL_WEEK.map((line, i) => ({
  ...line,
  what:
    [
      'Rechtsschutzversicherungsgesellschaften-Abstimmung',
      'Donaudampfschifffahrtsgesellschaftskapitänsbesprechung zur Quartalsplanung',
      'Arbeitsunfähigkeitsbescheinigungsverfahren',
      'Jour fixe Beschaffung & Einkaufsrahmenvertragsverhandlung',
    ][i % 4] + (line.every ? '' : ` ${i}`),
}));
