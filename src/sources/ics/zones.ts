import ICAL from 'ical.js';
import type { Problem } from '../../calendar/problem.ts';
import { instantOfWall, isZone } from '../../time/zone.ts';
import type { Component } from './components.ts';
import { properties, textOf } from './property.ts';
import { windowsZone } from './windows-zones.ts';

/** Turns a wall-clock time (epoch ms as if it were UTC) into the instant, in epoch ms. */
export type ZoneReader = (wallMs: number) => number;

/** The zones of one file. */
export interface Zones {
  /** How to read times of a TZID. An unknown one is read in the user's zone, and reported once. */
  reader(tzid: string, line: number): ZoneReader;
  readonly problems: readonly Problem[];
}

/**
 * Zones by TZID. An IANA name, a Windows name, or a name that ends in an IANA name (`/mozilla.org/.../Europe/Berlin`)
 * is that zone: definitions in files are often out of date. Another name is read by its VTIMEZONE.
 */
export function zonesOf(definitions: readonly Component[], userZone: string): Zones {
  const byId = new Map<string, Component>();
  const problems: Problem[] = [];
  const readers = new Map<string, ZoneReader>();
  for (const definition of definitions) {
    const id = textOf(properties(definition).first('TZID'));
    if (id) byId.set(id, definition);
  }
  const find = (tzid: string, line: number): ZoneReader => {
    const definition = byId.get(tzid);
    const location = definition ? textOf(properties(definition).first('X-LIC-LOCATION')) : '';
    const name = zoneName(tzid) ?? (location ? zoneName(location) : undefined);
    if (name) return (wallMs) => instantOfWall(wallMs, name);
    const defined = definition ? readerOf(definition) : null;
    if (defined) return defined;
    problems.push({
      code: 'unknown-zone',
      message: 'unknown time zone: its times are read in your zone',
      line,
      field: `TZID=${tzid.slice(0, 80)}`,
    });
    return (wallMs) => instantOfWall(wallMs, userZone);
  };
  return {
    reader(tzid, line) {
      const known = readers.get(tzid);
      if (known) return known;
      const reader = find(tzid, line);
      readers.set(tzid, reader);
      return reader;
    },
    problems,
  };
}

/** The zone that a TZID names, or undefined. */
export function zoneName(tzid: string): string | undefined {
  const name = tzid.trim().replace(/^"|"$/g, '');
  if (/^(z|utc|gmt)$/i.test(name)) return 'UTC';
  const offset = /^(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(name);
  if (offset) return `${offset[1]}${(offset[2] ?? '').padStart(2, '0')}:${offset[3] ?? '00'}`;
  const windows = windowsZone(name);
  if (windows) return windows;
  if (/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/.test(name) && isZone(name)) return name;
  // Prefixes of libical, Mozilla, KDE and others before the IANA name.
  const tail = /([A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2})$/.exec(name)?.[1];
  if (tail && tail !== name) {
    if (isZone(tail)) return tail;
    const shorter = tail.slice(tail.indexOf('/') + 1);
    if (shorter.includes('/') && isZone(shorter)) return shorter;
  }
  return undefined;
}

/** A reader by the rules of a VTIMEZONE, or null where it has none that can be read. */
function readerOf(definition: Component): ZoneReader | null {
  if (definition.parts.length === 0) return null;
  const text = [
    'BEGIN:VTIMEZONE',
    ...definition.lines.map((l) => l.text),
    ...definition.parts.flatMap((p) => [`BEGIN:${p.name}`, ...p.lines.map((l) => l.text), `END:${p.name}`]),
    'END:VTIMEZONE',
  ].join('\r\n');
  let zone: ICAL.Timezone;
  try {
    zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text) as unknown[]));
    zone.utcOffset(ICAL.Time.fromDateTimeString('2026-01-01T00:00:00'));
  } catch (error) {
    // A definition that cannot be read is as good as none, and its TZID is then reported as unknown.
    if (error instanceof Error) return null;
    throw error;
  }
  return (wallMs) => {
    const wall = new Date(wallMs);
    const time = new ICAL.Time(
      {
        year: wall.getUTCFullYear(),
        month: wall.getUTCMonth() + 1,
        day: wall.getUTCDate(),
        hour: wall.getUTCHours(),
        minute: wall.getUTCMinutes(),
        second: wall.getUTCSeconds(),
        isDate: false,
      },
      ICAL.Timezone.utcTimezone,
    );
    return wallMs - zone.utcOffset(time) * 1000;
  };
}
