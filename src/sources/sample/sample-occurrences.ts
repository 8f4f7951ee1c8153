import {
  type Attendee,
  type Occurrence,
  occurrenceKey,
  type Recurring,
  type ResponseStatus,
} from '../../calendar/occurrence.ts';
import { MINUTE_MS } from '../../time/interval.ts';
import { addWeeks, weekAt } from '../../time/week.ts';
import { addDays, instantOfWall, type PlainDate, parsePlain, type Weekday } from '../../time/zone.ts';
import { CONFERENCE_WEEK, EXCEPTIONS, HOLIDAY_WEEK, type SampleSeries, SERIES, SINGLES } from './series.ts';
import { type TitleName, titleIn } from './titles.ts';

export const SAMPLE_SOURCE_ID = 'sample';
export const SAMPLE_CALENDAR_ID = 'calendar';

/** 26 weeks with the current one, and three to come. */
const FIRST_WEEK = -25;
const LAST_WEEK = 3;

const COLLEAGUES = ['amira', 'henrik', 'ines', 'jonas', 'lea', 'marek', 'priya', 'tomasz', 'yuki'];
const DOMAIN = 'example.org';

const RHYTHM: Readonly<Record<number, Recurring>> = { 1: 'weekly', 2: 'biweekly', 4: 'monthly' };

interface Making {
  readonly week: number;
  readonly monday: PlainDate;
  readonly zone: string;
  readonly language: string;
}

/**
 * The built-in calendar: 26 weeks, and three to come, of an architect who became director twelve weeks ago.
 * Invented, deterministic, and anchored to the week of `nowMs` in `zone`, so that it is the same whenever it is
 * made within one week. Sorted by start, then key.
 */
export function sampleOccurrences(nowMs: number, zone: string, language = 'en'): Occurrence[] {
  const monday = weekAt(nowMs, zone);
  const found: Occurrence[] = [];
  for (let week = FIRST_WEEK; week <= LAST_WEEK; week++) {
    found.push(...weekOfSample({ week, monday: addWeeks(monday, week), zone, language }));
  }
  return found.sort((a, b) => a.startMs - b.startMs || (a.key < b.key ? -1 : 1));
}

function weekOfSample(making: Making): Occurrence[] {
  const { week } = making;
  // At a conference only what has its own invitation goes on; on holiday the calendar knows nothing of it.
  if (week === CONFERENCE_WEEK) return conference(making);
  const regular = SERIES.filter((s) => happens(s, week)).flatMap((s) => instances(s, making));
  const single = SINGLES.filter((s) => s.week === week).flatMap((s) => instances(s, making));
  return [...regular, ...single, ...(week === HOLIDAY_WEEK ? [holiday(making)] : [])];
}

function happens(
  { from = FIRST_WEEK, until = LAST_WEEK, every = 1, offset = 0, not }: SampleSeries,
  week: number,
): boolean {
  if (week < from || week > until || not?.includes(week)) return false;
  return (((week - offset) % every) + every) % every === 0;
}

function instances(series: SampleSeries, making: Making): Occurrence[] {
  return series.weekdays.map((weekday) => {
    if (series.at === '') return allDay(series, making, weekday, 1);
    const exception = EXCEPTIONS.find((e) => e.id === series.id && e.week === making.week);
    const original = instant(making, weekday, series.at);
    const startMs = exception?.move ? instant(making, exception.move.weekday, exception.move.at) : original;
    return occurrence(series, making, original, {
      startMs,
      endMs: startMs + series.minutes * MINUTE_MS,
      status: exception?.cancelled ? 'cancelled' : 'confirmed',
      response: exception?.response ?? series.response ?? 'accepted',
    });
  });
}

function instant({ monday, zone }: Making, weekday: Weekday, at: string): number {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return instantOfWall(parsePlain(addDays(monday, weekday - 1)) + (hour * 60 + minute) * MINUTE_MS, zone);
}

function occurrence(
  series: SampleSeries,
  { language }: Making,
  original: number,
  fields: Pick<Occurrence, 'startMs' | 'endMs' | 'status' | 'response'>,
): Occurrence {
  const single = SINGLES.some((s) => s.id === series.id);
  const uid = `${series.id}@sample.${DOMAIN}`;
  const own = series.ownMeeting === true || series.people === 1;
  return {
    key: occurrenceKey(SAMPLE_SOURCE_ID, SAMPLE_CALENDAR_ID, uid, original),
    sourceId: SAMPLE_SOURCE_ID,
    calendarId: SAMPLE_CALENDAR_ID,
    uid,
    ...fields,
    allDay: null,
    title: titleIn(language, series.title, series.who),
    description: '',
    location: series.room ? 'Room 3.14' : '',
    transparency: series.free ? 'transparent' : 'opaque',
    eventType: series.eventType ?? 'default',
    organizerIsSelf: own,
    people: series.people,
    attendees: series.people > 1 ? guests(series, own, fields.response) : [],
    resources: series.room ? 1 : 0,
    hasConference: series.call ?? false,
    recurring: single ? 'none' : (series.recurring ?? RHYTHM[series.every ?? 1] ?? 'weekly'),
    categories: [],
  };
}

function guests({ id, people, who }: SampleSeries, own: boolean, response: ResponseStatus): Attendee[] {
  const first = [...id].reduce((sum, c) => sum + c.charCodeAt(0), 0);
  const rotated = COLLEAGUES.map((_, i) => COLLEAGUES[(first + i) % COLLEAGUES.length] ?? 'ines');
  const named = who ? [who.toLowerCase(), ...rotated.filter((n) => n !== who.toLowerCase())] : rotated;
  const others = named.slice(0, Math.min(people - 1, named.length)).map((name, i) => ({
    email: `${name}@${DOMAIN}`,
    response: 'accepted' as const,
    self: false,
    organizer: !own && i === 0,
  }));
  return [{ email: `mira@${DOMAIN}`, response, self: true, organizer: own }, ...others];
}

function allDay(
  series: Pick<SampleSeries, 'id' | 'title' | 'eventType' | 'free'>,
  making: Making,
  weekday: Weekday,
  days: number,
): Occurrence {
  const start = addDays(making.monday, weekday - 1);
  const end = addDays(start, days);
  const made = occurrence(
    { weekdays: [weekday], at: '', minutes: 0, people: 1, ...series },
    making,
    parsePlain(start),
    { startMs: parsePlain(start), endMs: parsePlain(end), status: 'confirmed', response: 'accepted' },
  );
  return { ...made, allDay: { start, end }, recurring: series.id === 'home-office' ? 'weekly' : 'none' };
}

function holiday(making: Making): Occurrence {
  return allDay({ id: 'holiday', title: 'holiday', eventType: 'outOfOffice' }, making, 1, 5);
}

function conference(making: Making): Occurrence[] {
  const at = (id: string, title: TitleName, weekday: Weekday, time: string, minutes: number, people = 1) => {
    const startMs = instant(making, weekday, time);
    const series: SampleSeries = { id, title, weekdays: [weekday], at: time, minutes, people };
    return {
      ...occurrence(series, making, startMs, {
        startMs,
        endMs: startMs + minutes * MINUTE_MS,
        status: 'confirmed',
        response: 'accepted',
      }),
      recurring: 'none' as const,
    };
  };
  return [
    allDay({ id: 'conference', title: 'conference', free: true }, making, 2, 3),
    at('flight-out', 'flightOut', 1, '13:00', 210),
    at('talks-1', 'talks', 2, '09:30', 150),
    at('talks-2', 'talks', 2, '13:00', 210),
    at('workshop-conference', 'conferenceWorkshop', 3, '09:00', 180, 20),
    at('talks-3', 'talks', 3, '13:30', 180),
    at('talks-4', 'talks', 4, '09:30', 150),
    at('flight-back', 'flightBack', 4, '14:00', 210),
    at('decision-record-back', 'decisionRecord', 5, '09:30', 120),
    at('planning-back', 'planning', 5, '13:30', 60, 8),
  ];
}
