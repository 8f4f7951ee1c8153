import { addDays, type PlainDate, weekdayOf } from '../../time/zone.ts';
import { dateOfRule } from './day-rule.ts';
import { SHARED_DAYS, type SharedDay } from './names.ts';
import { HOLIDAY_TABLE, SUBSTITUTES, type Substitute } from './table.ts';

/** A day on which a whole country is off. */
export interface PublicHoliday {
  readonly date: PlainDate;
  /** As the table spells it first. */
  readonly name: string;
}

/** `off`: everybody is; `partly`: some regions, years or firms are; `listed`: offices often work all the same. */
export type HolidayReach = 'off' | 'partly' | 'listed';

interface Entry {
  readonly rule: string;
  readonly names: readonly string[];
  readonly reach: HolidayReach;
  /** Whether the country makes up for it where it falls on a weekend. */
  readonly madeUpFor: boolean;
}

/** ISO codes of the countries that the table knows. */
export const HOLIDAY_COUNTRIES: readonly string[] = Object.keys(HOLIDAY_TABLE);

const entriesByCountry = new Map<string, readonly Entry[]>();

function entriesOf(country: string): readonly Entry[] {
  const known = entriesByCountry.get(country);
  if (known) return known;
  const text = (HOLIDAY_TABLE as Readonly<Record<string, string>>)[country] ?? '';
  const entries = text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map(entryOf);
  entriesByCountry.set(country, entries);
  return entries;
}

function entryOf(item: string): Entry {
  const reach: HolidayReach = item.startsWith('~') ? 'partly' : item.startsWith('?') ? 'listed' : 'off';
  const madeUpFor = !item.startsWith('!');
  const rest = item.replace(/^[~?!]/, '');
  const shared = Object.hasOwn(SHARED_DAYS, rest) ? SHARED_DAYS[rest as SharedDay] : null;
  if (shared) return { rule: shared[0], names: shared[1].split('|'), reach, madeUpFor };
  const [, rule = '', names = ''] = /^(-?\d[A-Z]{3}(?:[+-]\d+)? \d\d|\S+) (.*)$/s.exec(rest) ?? [];
  return { rule, names: names.split('|'), reach, madeUpFor };
}

/**
 * The days in a year on which the whole of a country is off, by date, with the days on which one that falls on a
 * weekend is made up for. Regional days are not among them. Empty for a country that the table does not know.
 */
export function publicHolidays(country: string, year: number): PublicHoliday[] {
  const days = new Map<PlainDate, string>();
  const toMakeUp: PlainDate[] = [];
  for (const { rule, names, reach, madeUpFor } of entriesOf(country)) {
    const date = reach === 'off' ? dateOfRule(rule, year) : null;
    if (date === null || days.has(date)) continue;
    days.set(date, names[0] ?? '');
    if (madeUpFor) toMakeUp.push(date);
  }
  const way = SUBSTITUTES[country];
  if (way) makeUp(toMakeUp.sort(), way, days);
  return [...days].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Adds the days off in place of those that fall on a weekend, or on another holiday. */
function makeUp(dates: readonly PlainDate[], way: Substitute, days: Map<PlainDate, string>): void {
  for (const date of dates) {
    const instead = substituteFor(date, way, days);
    if (instead) days.set(instead, days.get(date) ?? '');
  }
}

function substituteFor(
  date: PlainDate,
  way: Substitute,
  taken: ReadonlyMap<PlainDate, string>,
): PlainDate | null {
  const weekday = weekdayOf(date);
  if (weekday < 6 || (weekday === 6 && way === 'sunday')) return null;
  if (way === 'nearest') return addDays(date, weekday === 6 ? -1 : 1);
  let instead = addDays(date, 1);
  while (taken.has(instead) || weekdayOf(instead) > 5) instead = addDays(instead, 1);
  return instead;
}

/** What names of days are compared by: letters and digits, without case and accents, without an article in front. */
function holidayKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|la|le|les|el|il|de|het|o|a) (?=.)/, '');
}

const namesByCountry = new Map<string, ReadonlyMap<string, HolidayReach>>();

function namesOf(country: string): ReadonlyMap<string, HolidayReach> {
  const known = namesByCountry.get(country);
  if (known) return known;
  const found = new Map<string, HolidayReach>();
  const rank = { off: 0, listed: 1, partly: 2 } as const;
  for (const { names, reach } of entriesOf(country)) {
    for (const name of names) {
      const key = holidayKey(name);
      const before = found.get(key);
      if (before === undefined || rank[reach] < rank[before]) found.set(key, reach);
    }
  }
  namesByCountry.set(country, found);
  return found;
}

/** Whom a day of that name lets off in a country, or null where it has no such day. */
export function holidayNamed(name: string, country: string): HolidayReach | null {
  return namesOf(country).get(holidayKey(name)) ?? null;
}

/** Countries by the languages that they share: what `nearly everywhere` is counted over where no country is known. */
const TOGETHER: readonly (readonly string[])[] = [
  ['US', 'GB', 'IE', 'CA', 'AU', 'NZ', 'ZA'],
  ['DE', 'AT', 'CH'],
  ['FR', 'BE', 'LU', 'CH'],
  ['ES', 'MX', 'AR', 'CO', 'CL', 'PE'],
  ['PT', 'BR'],
  ['IT'],
  ['NL', 'BE'],
  ['PL'],
  ['JP'],
  ['CN', 'TW', 'HK'],
];
const NEARLY_ALL = 0.8;
let sharedKeys: ReadonlySet<string> | null = null;

/**
 * The same where no country is known: `off` where nearly every country of a language has such a day, `partly` where
 * some country has one. Names that many countries share are taken for such days only where all of Europe and America
 * keep them.
 */
export function holidayAnywhere(name: string): HolidayReach | null {
  const key = holidayKey(name);
  const has = (country: string): boolean => namesOf(country).get(key) === 'off';
  if (!HOLIDAY_COUNTRIES.some((country) => namesOf(country).has(key))) return null;
  sharedKeys ??= new Set(Object.values(SHARED_DAYS).flatMap(([, names]) => names.split('|').map(holidayKey)));
  const everywhere = !sharedKeys.has(key) || TOGETHER.slice(0, 4).every((group) => mostOf(group, has));
  return everywhere && TOGETHER.some((group) => mostOf(group, has)) ? 'off' : 'partly';
}

function mostOf(countries: readonly string[], has: (country: string) => boolean): boolean {
  return countries.filter(has).length >= countries.length * NEARLY_ALL;
}
