import type { Problem } from '../../calendar/problem.ts';
import { DAY_MS } from '../../time/interval.ts';
import { instantOfWall, isZone } from '../../time/zone.ts';
import type { Component } from './components.ts';
import { definedZone } from './defined-zone.ts';
import { zoneOf } from './properties.ts';
import { textOf } from './property.ts';
import { zoneName } from './zone-name.ts';
import type { ZoneReader, Zones } from './zone-reader.ts';

/**
 * Zones by TZID. An IANA name, a Windows name, or a name that holds an IANA name (`/mozilla.org/.../Europe/Berlin`)
 * is that zone, since definitions in files are often out of date. Another name is read by the VTIMEZONE of its own
 * VCALENDAR, or else of another one in the file; without any, by what its display name says.
 *
 * @param calendarLines lines where each VCALENDAR begins: two in one file may define the same TZID differently
 */
export function zonesOf(
  definitions: readonly Component[],
  calendarLines: readonly number[],
  userZone: string,
): Zones {
  const calendarOf = (line: number): number => calendarLines.findLastIndex((begin) => begin <= line);
  const byId = new Map<string, Component>();
  const problems: Problem[] = [];
  const readers = new Map<string, ZoneReader>();
  const budget = { left: MOST_COST };
  for (const definition of definitions) {
    const id = textOf(zoneOf(definition).first('TZID'));
    if (id === '') continue;
    byId.set(`${calendarOf(definition.line)} ${id}`, definition);
    if (!byId.has(id)) byId.set(id, definition);
  }
  const unknown = (tzid: string, line: number): ZoneReader => {
    problems.push({
      code: 'unknown-zone',
      message: 'the time zone is unknown: its times are read in your zone',
      line,
      field: `TZID=${tzid.slice(0, 80)}`,
    });
    return (wallMs) => instantOfWall(wallMs, userZone);
  };
  const find = (tzid: string, line: number): ZoneReader => {
    const definition = byId.get(`${calendarOf(line)} ${tzid}`) ?? byId.get(tzid);
    const location = definition ? textOf(zoneOf(definition).first('X-LIC-LOCATION')) : '';
    const name = zoneName(tzid) ?? (location !== '' && isZone(location) ? location : undefined);
    if (name) return (wallMs) => instantOfWall(wallMs, name);
    const defined = definition ? definedZone(definition, budget) : null;
    if (defined) return defined;
    const guessed = zoneName(tzid, 'guess');
    if (guessed) return (wallMs) => instantOfWall(wallMs, guessed);
    return unknown(tzid, line);
  };
  return {
    reader(tzid, line) {
      const id = calendarLines.length <= 1 ? tzid : `${calendarOf(line)} ${tzid}`;
      const known = readers.get(id);
      if (known) return known;
      if (readers.size >= MOST_NAMES) return unknown(tzid, line);
      const reader = remembering(find(tzid, line));
      readers.set(id, reader);
      return reader;
    },
    user: userZone,
    problems,
  };
}

/** What the rules of all definitions may cost together, in days looked at: eighty rules from the year 1 on. */
const MOST_COST = 5_000_000;
/** Zones of one file that are looked for: each unknown name costs a question to the engine. */
const MOST_NAMES = 500;

/** Days that are remembered for one zone: a hundred years and more. */
const MOST_REMEMBERED = 50_000;

/**
 * A reader that asks once a day: where midnight and the next midnight have one offset, so have the hours between. Days
 * on which the clocks change are asked hour by hour.
 */
function remembering(reader: ZoneReader): ZoneReader {
  const offsets = new Map<number, number | null>();
  const offsetAt = (wallMs: number): number => wallMs - reader(wallMs);
  return (wallMs) => {
    const day = Math.floor(wallMs / DAY_MS);
    let offset = offsets.get(day);
    if (offset === undefined) {
      if (offsets.size >= MOST_REMEMBERED) offsets.clear();
      const first = offsetAt(day * DAY_MS);
      offset = first === offsetAt((day + 1) * DAY_MS) ? first : null;
      offsets.set(day, offset);
    }
    return offset === null ? reader(wallMs) : wallMs - offset;
  };
}
