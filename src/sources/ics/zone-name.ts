import { isZone, offsetMs } from '../../time/zone.ts';
import { windowsZone } from './windows-zones.ts';

/** Display names that Outlook and Rails write without their Windows or IANA name. */
const DISPLAY_NAMES: Readonly<Record<string, string>> = {
  'eastern time (us & canada)': 'America/New_York',
  'central time (us & canada)': 'America/Chicago',
  'mountain time (us & canada)': 'America/Denver',
  'pacific time (us & canada)': 'America/Los_Angeles',
  'atlantic time (canada)': 'America/Halifax',
  'coordinated universal time': 'UTC',
  'dublin, edinburgh, lisbon, london': 'Europe/London',
  'greenwich mean time : dublin, edinburgh, lisbon, london': 'Europe/London',
  'osaka, sapporo, tokyo': 'Asia/Tokyo',
  'beijing, chongqing, hong kong, urumqi': 'Asia/Shanghai',
  'chennai, kolkata, mumbai, new delhi': 'Asia/Kolkata',
  'canberra, melbourne, sydney': 'Australia/Sydney',
  'auckland, wellington': 'Pacific/Auckland',
};

/** No zone has a longer name, in no program: the longest display names of Windows have 70 characters. */
const LONGEST_NAME = 200;
/** Parts of an IANA name, longest first: `America/Argentina/Salta`. */
const LENGTHS_OF_TAIL = [3, 2];

/**
 * The IANA zone that a TZID names, or undefined: an IANA name (aliases too), a Windows name, an offset (`GMT+0100`),
 * `tzone://Microsoft/Utc`, or an IANA name behind a prefix, as libical, Mozilla and KDE write it. With `guess` also
 * what Outlook shows to people, `(UTC+01:00) Amsterdam, Berlin, ...`, by its cities, or by its offset alone.
 */
export function zoneName(tzid: string, how: 'sure' | 'guess' = 'sure'): string | undefined {
  if (tzid.length > LONGEST_NAME) return undefined;
  const name = tzid.trim().replace(/^["']|["']$/g, '');
  if (/^(z|utc|gmt|tzone:\/\/microsoft\/utc)$/i.test(name)) return 'UTC';
  const offset = /^(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(name);
  if (offset) return offsetZone(offset);
  const windows = windowsZone(name);
  if (windows) return windows;
  if (/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/.test(name) && isKnown(name)) return name;
  const parts = name.split('/');
  for (const length of LENGTHS_OF_TAIL.filter((n) => n < parts.length)) {
    const tail = parts.slice(-length).join('/');
    if (/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/.test(tail) && isKnown(tail)) return tail;
  }
  return how === 'guess' ? guessedZone(name) : undefined;
}

/** Of the names of zones those of Etc alone hold an offset; others that do would be taken for their offset. */
function isKnown(name: string): boolean {
  return (/^Etc\//i.test(name) || !/[+-]\d\d/.test(name)) && isZone(name);
}

function guessedZone(name: string): string | undefined {
  const spaced = name.replaceAll(' ', '_');
  if (/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(spaced) && isKnown(spaced)) return spaced;
  const display = /^\((?:utc|gmt)\s*(?:([+-])(\d{1,2}):?(\d\d))?\)(.*)$/i.exec(name);
  const cities = (display?.[4] ?? name).trim().toLowerCase();
  const known = DISPLAY_NAMES[cities];
  if (known) return known;
  if (!display) return undefined;
  const fixed = display[1] ? offsetZone(display) : 'UTC';
  const wanted = offsetMs(fixed, 0);
  const zones = new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      (zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(),
      zone,
    ]),
  );
  for (const city of cities.split(',')) {
    const zone = zones.get(city.trim());
    if (zone && standardOffsetMs(zone) === wanted) return zone;
  }
  return fixed;
}

function offsetZone([, sign, hours = '', minutes = '00']: readonly (string | undefined)[]): string {
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/** The offset without summer time: the smaller of a January's and a July's. */
function standardOffsetMs(zone: string): number {
  return Math.min(offsetMs(zone, Date.UTC(2026, 0, 1)), offsetMs(zone, Date.UTC(2026, 6, 1)));
}
