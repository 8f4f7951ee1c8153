import { parseArgs } from 'node:util';
import { CRAFTS, type Craft, isCraft } from '../calendar/craft.ts';
import { defaultLoadSettings } from '../load/settings.ts';
import type { LoadSettings } from '../load/week-load.ts';
import { weekAt, weekOf } from '../time/week.ts';
import type { DayStretch, WorkingHours } from '../time/working-hours.ts';
import { instantOfWall, isPlainDate, isZone, type PlainDate, parsePlain } from '../time/zone.ts';
import type { Io } from './command.ts';
import type { Named } from './input.ts';

/** The command line is wrong: the text says which option and what it takes. Ends with exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Options that commands share. Each command names those that it takes; others are refused. */
const KNOWN = {
  week: { type: 'string' },
  weeks: { type: 'string' },
  until: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  zone: { type: 'string' },
  hours: { type: 'string' },
  focus: { type: 'string' },
  recovery: { type: 'string' },
  self: { type: 'string', multiple: true },
  craft: { type: 'string' },
  country: { type: 'string' },
  address: { type: 'string', multiple: true },
  corrections: { type: 'string' },
  moves: { type: 'string' },
  allow: { type: 'string' },
  track: { type: 'string' },
  all: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export type OptionName = keyof typeof KNOWN;

/** The options of `week`, `trend` and `plan` that settle how a week is counted. */
export const WEEK_OPTIONS = [
  'zone',
  'hours',
  'focus',
  'recovery',
  'self',
  'craft',
  'country',
  'address',
  'json',
] as const;

export interface ParsedArgs {
  readonly files: readonly string[];
  /** The files, and after them the addresses of `--address`. */
  readonly named: readonly Named[];
  readonly text: (name: OptionName) => string | undefined;
  readonly texts: (name: OptionName) => readonly string[];
  readonly flag: (name: OptionName) => boolean;
  readonly json: boolean;
}

/** Splits the arguments of a command. Throws UsageError on an unknown option and where no FILE is named. */
export function parseCommandLine(args: readonly string[], allowed: readonly OptionName[]): ParsedArgs {
  const options = Object.fromEntries(allowed.map((name) => [name, KNOWN[name]]));
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  const value = (name: OptionName): unknown => parsed.values[name];
  const texts = (name: OptionName): string[] => (Array.isArray(value(name)) ? (value(name) as string[]) : []);
  const addresses = allowed.includes('address') ? texts('address') : [];
  if (parsed.positionals.length + addresses.length === 0) {
    throw new UsageError('name at least one FILE (- is standard input)');
  }
  return {
    files: parsed.positionals,
    named: [
      ...parsed.positionals.map((name) => ({ kind: 'file', name }) as const),
      ...addresses.map(
        (address, i) => ({ kind: 'address', name: `address${i > 0 ? ` ${i + 1}` : ''}`, address }) as const,
      ),
    ],
    text: (name) => (typeof value(name) === 'string' ? (value(name) as string) : undefined),
    texts,
    flag: (name) => value(name) === true,
    json: value('json') === true,
  };
}

/** The zone of `--zone`, or the machine's. Throws UsageError on one that is not known. */
export function zoneOf(args: ParsedArgs, io: Io): string {
  const zone = args.text('zone') ?? io.zone;
  if (!isZone(zone)) throw new UsageError(`--zone ${zone}: no such IANA time zone (such as Europe/Berlin)`);
  return zone;
}

/** Load settings from `--zone --hours --focus --recovery` over the defaults. Throws UsageError. */
export function loadSettingsOf(args: ParsedArgs, io: Io): LoadSettings {
  const defaults = defaultLoadSettings(zoneOf(args, io));
  const hours = args.text('hours');
  return {
    ...defaults,
    ...(hours === undefined ? {} : { workingHours: hoursOf(hours) }),
    focusMinutes: minutesOf(args, 'focus', defaults.focusMinutes, 1, 1440),
    recoveryMinutes: minutesOf(args, 'recovery', defaults.recoveryMinutes, 0, 240),
  };
}

/** Addresses of `--self`, lower case; several options or a comma-separated list. */
export function ownAddressesOf(args: ParsedArgs): string[] {
  return args
    .texts('self')
    .flatMap((text) => text.split(','))
    .map((text) => text.trim().toLowerCase())
    .filter((text) => text !== '');
}

/** What `--craft` and `--country` say of the user. Throws UsageError on a craft or a country that is none. */
export function personOf(args: ParsedArgs): { craft?: Craft; country?: string } {
  const craft = args.text('craft');
  const country = args.text('country')?.toUpperCase();
  if (craft !== undefined && !isCraft(craft)) {
    throw new UsageError(`--craft ${craft}: takes one of ${CRAFTS.join(', ')}`);
  }
  if (country !== undefined && !/^[A-Z]{2}$/.test(country)) {
    throw new UsageError(`--country ${country}: takes an ISO code of two letters, such as DE`);
  }
  return { ...(craft === undefined ? {} : { craft }), ...(country === undefined ? {} : { country }) };
}

/** The Monday of the week that the date of option `name` falls in; the current week without it. */
export function weekOption(args: ParsedArgs, name: 'week' | 'until', zone: string, now: number): PlainDate {
  const text = args.text(name);
  if (text === undefined) return weekAt(now, zone);
  if (!isPlainDate(text)) throw new UsageError(`--${name} ${text}: takes a date, such as 2026-11-16`);
  return weekOf(text);
}

/** A whole number option between `min` and `max`, both included. Throws UsageError. */
export function numberOption(
  args: ParsedArgs,
  name: OptionName,
  fallback: number,
  min: number,
  max: number,
): number {
  const text = args.text(name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max) {
    throw new UsageError(`--${name} ${text}: takes a whole number from ${min} to ${max}`);
  }
  return value;
}

/**
 * An instant from `--from` or `--to`: ISO with an offset or `Z`, or a date or local time read in `zone`.
 * Throws UsageError where it is missing or no date.
 */
export function instantOption(args: ParsedArgs, name: 'from' | 'to', zone: string): number {
  const text = args.text(name);
  if (text === undefined) throw new UsageError(`--${name} is needed: an ISO date or instant`);
  const ms = isoInstant(text, zone);
  if (ms === null)
    throw new UsageError(`--${name} ${text}: takes an ISO date or instant (2026-11-16T00:00:00Z)`);
  return ms;
}

function isoInstant(text: string, zone: string): number | null {
  if (!isPlainDate(text.slice(0, 10))) return null;
  if (/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/.test(text)) return instantOfWall(parsePlain(text), zone);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}

function minutesOf(args: ParsedArgs, name: OptionName, fallback: number, min: number, max: number): number {
  return numberOption(args, name, fallback, min, max);
}

/** `09:00-12:00,13:00-17:00` for Monday to Friday. Throws UsageError naming the part that is wrong. */
function hoursOf(text: string): WorkingHours {
  const day = text.split(',').map((part): DayStretch => {
    const match = /^\s*(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)\s*$/.exec(part);
    const [startHour = 99, startMin = 0, endHour = 99, endMin = 0] = match?.slice(1).map(Number) ?? [];
    const startMinute = startHour * 60 + startMin;
    const endMinute = endHour * 60 + endMin;
    if (!match || startMin > 59 || endMin > 59 || endMinute > 1440 || startMinute >= endMinute) {
      throw new UsageError(`--hours ${part.trim()}: takes stretches such as 09:00-12:00,13:00-17:00`);
    }
    return { startMinute, endMinute };
  });
  return { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] };
}
