import { type Budget, expand, MOST_INSTANCES } from '../../recurrence/expand.ts';
import { parseRule, type Rule } from '../../recurrence/rule.ts';
import { DAY_MS, HOUR_MS, type Interval } from '../../time/interval.ts';
import { instantOfWall, isPlainDate, isZone, parsePlain, wallOfInstant } from '../../time/zone.ts';
import { eventTime } from './event-time.ts';
import type { GoogleDateTime, GoogleEvent } from './wire.ts';

export interface ExpandContext {
  readonly window: Interval;
  readonly calendarZone: string;
  /** What the rules of all masters may still cost. */
  readonly budget: Budget;
}

/** The instances of a series as `singleEvents=true` shows them, and whether some were left out. */
export interface Expanded {
  readonly instances: readonly GoogleEvent[];
  readonly capped: boolean;
  /** There is an EXRULE, which RFC 5545 has dropped and nobody reads alike. */
  readonly exrule: boolean;
}

/** No series of a person has more rules; what follows is not read. */
const MOST_RULES = 16;

/** Zones lie within this of UTC, and a series may be read in another one than the window. */
const ZONE_PAD_MS = 26 * HOUR_MS;

/** How the wall clock of a series is read. Wall clocks are epoch ms as if they were UTC. */
interface Clock {
  readonly isDate: boolean;
  readonly instantOf: (wallMs: number) => number;
  readonly wallOf: (instantMs: number) => number;
}

/** Whether an event of a list with `singleEvents=false` stands for a series. */
export function isMaster({ recurrence, recurringEventId }: GoogleEvent): boolean {
  return !recurringEventId && (recurrence ?? []).length > 0;
}

/**
 * The instances of a master that may overlap the window, by its RRULE, RDATE and EXDATE lines; exceptions are
 * items of their own, and the caller lets them stand in their place (`id` and `originalStartTime` are as Google makes
 * them). Throws UnreadableTime, and RangeError where a rule cannot be read.
 */
export function instancesOfMaster(master: GoogleEvent, context: ExpandContext): Expanded {
  const { window, calendarZone, budget } = context;
  const time = eventTime(master.start, master.end, calendarZone);
  const clock = clockOf(master.start, calendarZone);
  const startMs = clock.wallOf(time.startMs);
  const lengthMs = time.endMs - time.startMs;
  const wanted = {
    startMs: window.startMs - lengthMs - ZONE_PAD_MS,
    endMs: window.endMs + ZONE_PAD_MS,
  };
  let capped = false;
  const byRules = (): number[] =>
    linesOf(master, 'RRULE')
      .slice(0, MOST_RULES)
      .flatMap(({ value }) => {
        const rule = parseRule(value, !clock.isDate);
        const isWithin = withinUntil(rule, clock);
        if (!isWithin(startMs)) return [];
        const untilMs = rule.until ? rule.until.wallMs + DAY_MS + ZONE_PAD_MS : Number.POSITIVE_INFINITY;
        const expansion = expand(rule, startMs, wanted, untilMs, budget);
        if (expansion.capped) capped = true;
        return expansion.starts.filter(isWithin);
      });
  const out = new Set(wallsOf(master, 'EXDATE', clock, startMs));
  const outDays = new Set(linesOf(master, 'EXDATE').flatMap(({ value }) => datesIn(value)));
  const hasRule = linesOf(master, 'RRULE').length > 0;
  const starts = [...(hasRule ? byRules() : [startMs]), ...wallsOf(master, 'RDATE', clock, startMs)]
    .filter((ms) => ms >= wanted.startMs && ms < wanted.endMs && !out.has(ms))
    // An EXDATE that is a date takes the whole day out.
    .filter((ms) => !outDays.has(Math.floor(ms / DAY_MS) * DAY_MS));
  const distinct = [...new Set(starts)].sort((a, b) => a - b);
  const { recurrence: _, ...rest } = master;
  return {
    exrule: linesOf(master, 'EXRULE').length > 0,
    capped: capped || distinct.length > MOST_INSTANCES,
    instances: distinct.slice(0, MOST_INSTANCES).map((wallMs): GoogleEvent => {
      const start = timeAt(wallMs, clock);
      return {
        ...rest,
        id: `${master.id ?? ''}_${stampOf(wallMs, clock)}`,
        ...(master.id ? { recurringEventId: master.id } : {}),
        originalStartTime: start,
        start,
        end: clock.isDate ? timeAt(wallMs + lengthMs, clock) : instant(clock.instantOf(wallMs) + lengthMs),
      };
    }),
  };
}

function clockOf(start: GoogleDateTime | undefined, calendarZone: string): Clock {
  if (start?.date) return { isDate: true, instantOf: (ms) => ms, wallOf: (ms) => ms };
  const zone = start?.timeZone && isZone(start.timeZone) ? start.timeZone : calendarZone;
  return {
    isDate: false,
    instantOf: (wallMs) => instantOfWall(wallMs, zone),
    wallOf: (instantMs) => wallOfInstant(instantMs, zone),
  };
}

/** UNTIL is inclusive: an instant where it is in UTC, else a wall clock, or a whole day (RFC 5545, 3.3.10). */
function withinUntil({ until }: Rule, clock: Clock): (wallMs: number) => boolean {
  if (!until) return () => true;
  const { wallMs: untilMs, kind } = until;
  if (kind === 'utc' && !clock.isDate) return (wallMs) => clock.instantOf(wallMs) <= untilMs;
  const lastMs =
    kind === 'floating' && !clock.isDate ? untilMs : Math.floor(untilMs / DAY_MS) * DAY_MS + DAY_MS - 1;
  return (wallMs) => wallMs <= lastMs;
}

interface Line {
  /** IANA zone of the `TZID` parameter; null where there is none that is known. */
  readonly zone: string | null;
  readonly value: string;
}

function linesOf({ recurrence }: GoogleEvent, name: string): Line[] {
  return (recurrence ?? []).flatMap((line) => {
    const match = /^([A-Za-z]+)((?:;[^:]*)?):(.*)$/.exec(line.trim());
    if (match?.[1]?.toUpperCase() !== name) return [];
    const zone = /;TZID="?([^";:]+)/i.exec(match[2] ?? '')?.[1];
    return [{ zone: zone && isZone(zone) ? zone : null, value: match[3] ?? '' }];
  });
}

/**
 * Values of RDATE or EXDATE on the wall clock of the series; of a period the beginning. A date means the series' time
 * on that day.
 */
function wallsOf(master: GoogleEvent, name: 'RDATE' | 'EXDATE', clock: Clock, startMs: number): number[] {
  const timeOfDayMs = startMs - Math.floor(startMs / DAY_MS) * DAY_MS;
  return linesOf(master, name).flatMap(({ zone, value }) =>
    value.split(',').flatMap((text) => {
      const read = dateTimeOf(text);
      if (read === null) return [];
      const { midnightMs, timeMs, isUtc } = read;
      if (clock.isDate) return [midnightMs];
      if (timeMs === null) return [midnightMs + timeOfDayMs];
      const wallMs = midnightMs + timeMs;
      if (isUtc) return [clock.wallOf(wallMs)];
      return [zone === null ? wallMs : clock.wallOf(instantOfWall(wallMs, zone))];
    }),
  );
}

/** `20261117`, `20261117T090000` or `20261117T090000Z`, perhaps with a period behind it; null for anything else. */
function dateTimeOf(
  text: string,
): { readonly midnightMs: number; readonly timeMs: number | null; readonly isUtc: boolean } | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?(?:\/.*)?$/i.exec(text.trim());
  const [, year, month, day, hour, minute, second, utc] = match ?? [];
  const date = `${year}-${month}-${day}`;
  if (!match || !isPlainDate(date)) return null;
  const timeMs =
    hour === undefined ? null : ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  return { midnightMs: parsePlain(date), timeMs, isUtc: utc !== undefined };
}

/** Values that are dates without a time, as wall clocks of their midnight. */
function datesIn(value: string): number[] {
  return value.split(',').flatMap((text) => {
    const date = text.trim().replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
    return isPlainDate(date) ? [parsePlain(date)] : [];
  });
}

function timeAt(wallMs: number, clock: Clock): GoogleDateTime {
  return clock.isDate
    ? { date: new Date(wallMs).toISOString().slice(0, 10) }
    : instant(clock.instantOf(wallMs));
}

function instant(ms: number): GoogleDateTime {
  return { dateTime: new Date(ms).toISOString() };
}

/** The end of an instance's id: its original start in UTC, or its date. */
function stampOf(wallMs: number, clock: Clock): string {
  const text = new Date(clock.instantOf(wallMs)).toISOString().replace(/[-:]|\.\d+/g, '');
  return clock.isDate ? text.slice(0, 8) : text;
}
