import * as v from 'valibot';
import { CRAFTS } from '../calendar/craft.ts';
import { defaultLoadSettings } from '../load/settings.ts';
import { isPlainDate, isZone, type Weekday } from '../time/zone.ts';
import { MOST_EARLIER } from './dated.ts';
import type { DatedField, UserSettings } from './settings.ts';

/** The defaults of design.md: the machine's zone, Friday 16:00 for the summary, no target until one is set. */
export const DEFAULT_SETTINGS: UserSettings = {
  ...withoutZone(defaultLoadSettings('UTC')),
  zone: 'auto',
  ownAddresses: [],
  craft: null,
  craftWords: [],
  country: 'auto',
  notify: {
    on: true,
    weekday: 5,
    minuteOfDay: 16 * 60,
    onlyNews: false,
    lookAhead: false,
    quiet: { on: true, fromMinute: 21 * 60, toMinute: 7 * 60 },
  },
  track: 'own',
  target: null,
  marks: [],
  earlier: [],
  zoneStayed: null,
  hoursKept: false,
};

const weekday = v.picklist([1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[]);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const minuteOf = (from: number, to: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));

const stretch = v.pipe(
  v.object({ startMinute: minuteOf(0, 1439), endMinute: minuteOf(1, 1440) }),
  v.check((s) => s.startMinute < s.endMinute, 'a stretch must begin before it ends'),
);
const day = v.pipe(v.array(stretch), v.maxLength(12));

const plainDate = v.pipe(v.string(), v.check(isPlainDate, 'no date of the form 2026-11-16'));

/** Those of the settings that hold from a date on. */
const DATED_FIELDS = {
  zone: v.pipe(
    v.string(),
    v.check((zone) => zone === 'auto' || isZone(zone), 'no time zone that this machine knows'),
  ),
  weekStart: weekday,
  workingHours: v.object({ 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day }),
  focusMinutes: minuteOf(15, 480),
  recoveryMinutes: minuteOf(0, 120),
  openTimeIsCraft: v.boolean(),
  track: v.picklist(['mastery', 'leadership', 'own']),
  craft: v.nullable(v.picklist(CRAFTS)),
  target: v.nullable(share),
} as const satisfies { [K in DatedField]: v.GenericSchema<unknown, UserSettings[K]> };

/** One schema per field, so that a bad field falls back alone. */
const FIELDS = {
  ...DATED_FIELDS,
  ownAddresses: v.pipe(
    v.array(v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^[^\s@]+@[^\s@]+$/u), v.maxLength(254))),
    v.maxLength(50),
  ),
  craftWords: v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))), v.maxLength(60)),
  country: v.pipe(v.string(), v.regex(/^(?:auto|[A-Z]{2})$/)),
  // What came later may be missing in what was stored before.
  notify: v.object({
    on: v.boolean(),
    weekday,
    minuteOfDay: minuteOf(0, 1439),
    onlyNews: v.optional(v.boolean(), DEFAULT_SETTINGS.notify.onlyNews),
    lookAhead: v.optional(v.boolean(), DEFAULT_SETTINGS.notify.lookAhead),
    quiet: v.optional(
      v.object({ on: v.boolean(), fromMinute: minuteOf(0, 1439), toMinute: minuteOf(0, 1439) }),
      DEFAULT_SETTINGS.notify.quiet,
    ),
  }),
  marks: v.pipe(
    v.array(
      v.object({
        date: plainDate,
        name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
      }),
    ),
    // One item of `storage.sync` holds 8 kB.
    v.maxLength(24),
  ),
  earlier: v.pipe(
    v.array(v.object({ until: plainDate, values: v.partial(v.object(DATED_FIELDS)) })),
    v.maxLength(MOST_EARLIER),
  ) as v.GenericSchema<unknown, UserSettings['earlier']>,
  zoneStayed: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  hoursKept: v.boolean(),
} as const satisfies { [K in keyof UserSettings]: v.GenericSchema<unknown, UserSettings[K]> };

/** Every setting's name, which is also its key in `storage.sync`. */
export const SETTING_NAMES = Object.keys(FIELDS) as readonly (keyof UserSettings)[];

/** What the browser keeps of one setting in `storage.sync`, its name included: Chromium's QUOTA_BYTES_PER_ITEM. */
const MOST_ITEM_BYTES = 8_192;

/** Why something that was given is not taken. */
export type LeftOutWhy = 'not-valid' | 'too-large';

/** A setting that could not be read; its default stands in for it. */
export interface SettingProblem {
  readonly field: keyof UserSettings;
  readonly why: LeftOutWhy;
  /** English, one line; holds no value of the user's. */
  readonly message: string;
}

/**
 * The user's settings from anything: what is missing takes its default silently, what is bad takes it alone and
 * is reported. Never throws.
 */
export function parseUserSettings(raw: unknown): { settings: UserSettings; problems: SettingProblem[] } {
  const given = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  const { settings, problems } = parseFields(given);
  return { settings: { ...DEFAULT_SETTINGS, ...settings }, problems };
}

/** The fields of `given` that are settings and valid, and what was wrong with the others. */
export function parseFields(given: Readonly<Record<string, unknown>>): {
  settings: Partial<UserSettings>;
  problems: SettingProblem[];
} {
  const settings: Record<string, unknown> = {};
  const problems: SettingProblem[] = [];
  for (const field of SETTING_NAMES) {
    if (given[field] === undefined) continue;
    const result = v.safeParse(FIELDS[field], given[field]);
    if (!result.success) {
      const issue = result.issues[0];
      problems.push({ field, why: whyOf(issue), message: `${field}: ${messageOf(issue)}` });
    } else if (itemBytes(field, result.output) > MOST_ITEM_BYTES) {
      problems.push({ field, why: 'too-large', message: `${field}: longer than the browser keeps` });
    } else settings[field] = result.output;
  }
  return { settings: settings as Partial<UserSettings>, problems };
}

/** Whether what is wrong is only that there is too much of it. */
export function whyOf(issue: v.BaseIssue<unknown>): LeftOutWhy {
  return issue.type === 'max_length' ? 'too-large' : 'not-valid';
}

function itemBytes(field: string, value: unknown): number {
  return new TextEncoder().encode(field + JSON.stringify(value)).length;
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue);
  // valibot's own messages quote the received value, which may be an address of the user's.
  const text = issue.message.replace(/,? but received .*$|:? Received .*$/s, '');
  return place ? `${place}: ${text}` : text;
}

function withoutZone<T extends { zone: string }>({ zone: _, ...rest }: T): Omit<T, 'zone'> {
  return rest;
}
