import type { PlainDate } from '../time/zone.ts';
import type { DatedField, DatedSettings, EarlierSettings, UserSettings } from './settings.ts';

/** The names of the settings that hold from a date on. */
const DATED = [
  'zone',
  'weekStart',
  'workingHours',
  'focusMinutes',
  'recoveryMinutes',
  'openTimeIsCraft',
  'track',
  'craft',
  'target',
] as const satisfies readonly DatedField[];

/** One item of `storage.sync` holds 8 kB; a change of all working hours takes about 600 bytes. */
export const MOST_EARLIER = 12;

/** How far a change of settings reaches. */
export type SettingsReach = 'from-this-week' | 'all-weeks';

/** The settings as they held on a date. */
export function settingsAt(settings: UserSettings, date: PlainDate): UserSettings {
  let held = settings;
  for (const { until, values } of newestFirst(settings)) {
    if (until <= date) break;
    held = { ...held, ...values };
  }
  return held;
}

/**
 * What is to be kept for `part` to hold from the date `from` on: the part itself, and what held before. What already
 * holds changes nothing.
 */
export function changedFrom(
  settings: UserSettings,
  part: Partial<UserSettings>,
  from: PlainDate,
): Partial<UserSettings> {
  const changed = changedFields(settings, part);
  if (changed.length === 0) return part;
  const before = pick(settingsAt(settings, from), changed);
  // A clock that ran ahead may have left later dates: the change reaches over them.
  const kept = withoutFields(settings.earlier, changed, from);
  const same = kept.find((e) => e.until === from);
  const values = {
    ...before,
    ...pick(settings.earlier.find((e) => e.until === from)?.values ?? {}, changed),
  };
  const earlier = [
    ...kept.filter((e) => e.until !== from),
    { until: from, values: { ...same?.values, ...values } },
  ].sort((a, b) => (a.until < b.until ? -1 : 1));
  return { ...part, earlier: earlier.slice(-MOST_EARLIER) };
}

/** What is to be kept for `part` to hold for all weeks: nothing of its fields held before. */
export function changedForAll(settings: UserSettings, part: Partial<UserSettings>): Partial<UserSettings> {
  const fields = DATED.filter((field) => part[field] !== undefined);
  return fields.length === 0 ? part : { ...part, earlier: withoutFields(settings.earlier, fields, '') };
}

/** The fields that changed last on `from`, so that the user can let them hold for all weeks. */
export function changedOn(settings: UserSettings, from: PlainDate): DatedField[] {
  const values = settings.earlier.find((e) => e.until === from)?.values ?? {};
  return DATED.filter((field) => values[field] !== undefined && !sameValue(values[field], settings[field]));
}

function changedFields(settings: UserSettings, part: Partial<UserSettings>): DatedField[] {
  return DATED.filter((field) => part[field] !== undefined && !sameValue(part[field], settings[field]));
}

function withoutFields(
  earlier: readonly EarlierSettings[],
  fields: readonly DatedField[],
  from: PlainDate,
): EarlierSettings[] {
  return earlier.flatMap(({ until, values }) => {
    if (until < from) return [{ until, values }];
    const rest = pick(
      values,
      DATED.filter((field) => !fields.includes(field)),
    );
    return Object.keys(rest).length === 0 ? [] : [{ until, values: rest }];
  });
}

function pick(from: Partial<DatedSettings>, fields: readonly DatedField[]): Partial<DatedSettings> {
  return Object.fromEntries(
    fields.flatMap((field) => (from[field] === undefined ? [] : [[field, from[field]]])),
  );
}

function newestFirst({ earlier }: UserSettings): EarlierSettings[] {
  return [...earlier].sort((a, b) => (a.until > b.until ? -1 : 1));
}

/** Whether two values of a setting are the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
