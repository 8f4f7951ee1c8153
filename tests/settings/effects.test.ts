import { expect, test } from 'vitest';
import { loadFingerprint } from '../../src/load/week-summary.ts';
import { SETTING_EFFECTS, type SettingEffect, settingsFingerprint } from '../../src/settings/effects.ts';
import { loadSettingsAt } from '../../src/settings/load-settings.ts';
import type { UserSettings } from '../../src/settings/settings.ts';
import { DEFAULT_SETTINGS } from '../../src/settings/settings-schema.ts';

/** Another value than the default of each setting. */
const OTHER: UserSettings = {
  zone: 'Asia/Tokyo',
  weekStart: 7,
  workingHours: { ...DEFAULT_SETTINGS.workingHours, 5: [] },
  focusMinutes: 90,
  recoveryMinutes: 5,
  openTimeIsCraft: false,
  ownAddresses: ['me@example.org'],
  craft: 'medicine',
  craftWords: ['round'],
  country: 'JP',
  notify: { ...DEFAULT_SETTINGS.notify, on: true, weekday: 4, minuteOfDay: 600 },
  track: 'mastery',
  target: 0.5,
  marks: [{ date: '2026-11-16', name: 'New team' }],
  earlier: [{ until: '2026-11-16', values: { focusMinutes: 60 } }],
  zoneStayed: 'America/New_York',
  hoursKept: true,
};

const BASE: UserSettings = { ...DEFAULT_SETTINGS, zone: 'Europe/Berlin' };
const NAMES = Object.keys(SETTING_EFFECTS) as (keyof UserSettings)[];
const changed = (name: keyof UserSettings): UserSettings => ({ ...BASE, [name]: OTHER[name] });

test.each(NAMES)('%s makes anew what the table says, and nothing else', (name) => {
  const effects: readonly SettingEffect[] = SETTING_EFFECTS[name];
  for (const effect of ['reading', 'labels', 'weeks', 'schedule'] as const) {
    const same = settingsFingerprint(effect, changed(name)) === settingsFingerprint(effect, BASE);
    expect(same).toBe(!effects.includes(effect));
  }
});

test.each(NAMES)('%s makes weeks anew exactly where the table says so', (name) => {
  const fingerprint = (settings: UserSettings): string =>
    loadFingerprint(loadSettingsAt(settings, 'UTC')('2026-11-09'));
  const same = fingerprint(changed(name)) === fingerprint(BASE);
  expect(same).toBe(!(SETTING_EFFECTS[name] as readonly SettingEffect[]).includes('weeks'));
});
