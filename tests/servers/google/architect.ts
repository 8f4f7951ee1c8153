import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';
import { Temporal } from 'temporal-polyfill';
import { EXCEPTIONS, type SampleSeries, SERIES, SINGLES } from '../../../src/sources/sample/series.ts';
import { titleIn } from '../../../src/sources/sample/titles.ts';
import { localText, stampOf } from './instances.ts';
import type { CalendarContent } from './world.ts';

const ME = 'mira@example.org';
const TEAM = 'payments-team@group.calendar.google.com';
const HOLIDAYS = 'en.german#holiday@group.v.calendar.google.com';
const COLLEAGUES = ['amira', 'henrik', 'ines', 'jonas', 'lea', 'marek', 'priya', 'tomasz', 'yuki'];
const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** Where the sample has nothing more to show, its series go on without an end here, as real ones do. */
const LAST_WEEK = 3;
const FIRST_WEEK = -25;

type Event = calendar_v3.Schema$Event & { id: string };

/**
 * The sample's architect as Google keeps her: her own calendar with real series and exceptions, the team's calendar
 * that shows one of her meetings a second time, and a subscribed one of public holidays.
 */
export function architectContent(nowMs: number, zone = 'Europe/Berlin'): CalendarContent[] {
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const own = [
    ...SERIES.flatMap((s) => seriesEvents(s, monday, zone)),
    ...SINGLES.map((s) => singleEvent(s, monday, zone)),
  ];
  const shared = own.filter((e) => e.id.startsWith(idOf('design-review')));
  return [
    {
      entry: {
        id: ME,
        summary: ME,
        summaryOverride: 'Mira',
        timeZone: zone,
        accessRole: 'owner',
        primary: true,
        selected: true,
        backgroundColor: '#7986cb',
      },
      events: own,
    },
    {
      entry: {
        id: TEAM,
        summary: 'Payments team',
        timeZone: zone,
        accessRole: 'reader',
        backgroundColor: '#33b679',
      },
      events: shared,
    },
    {
      entry: {
        id: HOLIDAYS,
        summary: 'Holidays in Germany',
        timeZone: zone,
        accessRole: 'reader',
        backgroundColor: '#0b8043',
      },
      events: ['01-01', '05-01', '10-03', '12-25', '12-26'].flatMap((day) =>
        [today.year - 1, today.year, today.year + 1].map((year) => {
          const date = Temporal.PlainDate.from(`${year}-${day}`);
          return {
            id: `holiday${date.toString().replaceAll('-', '')}`,
            summary: 'Public holiday',
            transparency: 'transparent',
            start: { date: date.toString() },
            end: { date: date.add({ days: 1 }).toString() },
          };
        }),
      ),
    },
  ];
}

function seriesEvents(series: SampleSeries, monday: Temporal.PlainDate, zone: string): Event[] {
  const { from = FIRST_WEEK, until = LAST_WEEK, every = 1, offset = 0, weekdays } = series;
  let first = from;
  while ((((first - offset) % every) + every) % every !== 0) first++;
  if (first > until) return [];
  const weekday = weekdays[0] ?? 1;
  const days = weekdays.map((d) => BYDAY[d - 1]).join(',');
  const end =
    until >= LAST_WEEK
      ? ''
      : `;UNTIL=${stampOf(at(monday, until + 1, 1, '00:00', zone).epochMilliseconds - 1000)}`;
  const allDayEnd =
    until >= LAST_WEEK
      ? ''
      : `;UNTIL=${monday
          .add({ weeks: until + 1 })
          .subtract({ days: 1 })
          .toString()
          .replaceAll('-', '')}`;
  const id = idOf(series.id);
  const master: Event = {
    ...common(series, id),
    ...times(series, at(monday, first, weekday, series.at || '00:00', zone), zone),
    recurrence: [`RRULE:FREQ=WEEKLY;INTERVAL=${every};BYDAY=${days}${series.at === '' ? allDayEnd : end}`],
  };
  const exceptions: Event[] = [];
  if (series.at === '') return [master];
  const exception = (week: number, day: number, change: object): Event => {
    const start = at(monday, week, day, series.at, zone);
    const { recurrence: _, ...rest } = master;
    return {
      ...rest,
      ...times(series, start, zone),
      id: `${id}_${stampOf(start.epochMilliseconds)}`,
      recurringEventId: id,
      originalStartTime: { dateTime: localText(start.epochMilliseconds, zone), timeZone: zone },
      ...change,
    };
  };
  for (const week of series.not ?? []) {
    for (const day of weekdays) exceptions.push(exception(week, day, { status: 'cancelled' }));
  }
  for (const e of EXCEPTIONS.filter((x) => x.id === series.id)) {
    exceptions.push(
      exception(e.week, weekday, {
        ...(e.cancelled ? { status: 'cancelled' } : {}),
        ...(e.move ? times(series, at(monday, e.week, e.move.weekday, e.move.at, zone), zone) : {}),
        ...(e.response ? { attendees: guests(series, e.response) } : {}),
      }),
    );
  }
  return [master, ...exceptions];
}

function singleEvent(series: (typeof SINGLES)[number], monday: Temporal.PlainDate, zone: string): Event {
  const start = at(monday, series.week, series.weekdays[0] ?? 1, series.at || '00:00', zone);
  return { ...common(series, idOf(series.id)), ...times(series, start, zone) };
}

function common(series: SampleSeries, id: string): Event {
  const { people, response = 'accepted' } = series;
  const own = series.ownMeeting === true || people === 1;
  const organizer = own ? { email: ME, self: true } : { email: `${first(series)}@example.org` };
  return {
    id,
    iCalUID: `${id}@google.com`,
    status: 'confirmed',
    summary: titleIn('en', series.title, series.who),
    eventType: series.eventType ?? 'default',
    creator: organizer,
    organizer,
    ...(series.room ? { location: 'Room 3.14' } : {}),
    ...(series.free ? { transparency: 'transparent' } : {}),
    ...(series.call ? { hangoutLink: 'https://meet.google.com/aaa-bbbb-ccc' } : {}),
    ...(people > 1 ? { attendees: guests(series, response) } : {}),
  };
}

function first({ id, who }: SampleSeries): string {
  return who?.toLowerCase() ?? COLLEAGUES[id.length % COLLEAGUES.length] ?? 'ines';
}

function guests(series: SampleSeries, response: string): calendar_v3.Schema$EventAttendee[] {
  const own = series.ownMeeting === true;
  const others = [first(series), ...COLLEAGUES.filter((name) => name !== first(series))].slice(
    0,
    series.people - 1,
  );
  const hidden = series.people - 1 - others.length;
  return [
    { email: ME, self: true, responseStatus: response, ...(own ? { organizer: true } : {}) },
    ...others.map((name, i) => ({
      email: `${name}@example.org`,
      responseStatus: 'accepted',
      ...(!own && i === 0 ? { organizer: true, ...(hidden > 0 ? { additionalGuests: hidden } : {}) } : {}),
    })),
    ...(series.room
      ? [{ email: 'room-314@resource.calendar.google.com', resource: true, responseStatus: 'accepted' }]
      : []),
  ];
}

function times(
  series: SampleSeries,
  start: Temporal.ZonedDateTime,
  zone: string,
): Pick<Event, 'start' | 'end'> {
  if (series.at === '') {
    const date = start.toPlainDate();
    return { start: { date: date.toString() }, end: { date: date.add({ days: 1 }).toString() } };
  }
  const end = start.add({ minutes: series.minutes });
  const time = (t: Temporal.ZonedDateTime) => ({
    dateTime: localText(t.epochMilliseconds, zone),
    timeZone: zone,
  });
  return { start: time(start), end: time(end) };
}

function at(
  monday: Temporal.PlainDate,
  week: number,
  weekday: number,
  time: string,
  zone: string,
): Temporal.ZonedDateTime {
  return monday.add({ days: 7 * week + weekday - 1 }).toZonedDateTime({ timeZone: zone, plainTime: time });
}

/** Google's ids are made of a-v and digits. */
function idOf(name: string): string {
  return name.replaceAll('-', '').replaceAll(/[w-z]/g, 'v');
}
