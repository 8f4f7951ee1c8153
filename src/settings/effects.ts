import type { UserSettings } from './settings.ts';

/**
 * What a setting decides beside what is drawn: how calendars are read, what entries are taken for, the figures of
 * weeks, when the weekly summary comes. A change of the setting makes exactly that anew.
 */
export type SettingEffect = 'reading' | 'labels' | 'weeks' | 'schedule';

/** What each setting decides; none of it asks a server but `reading`. */
export const SETTING_EFFECTS = {
  zone: ['reading', 'weeks', 'schedule'],
  weekStart: ['weeks', 'schedule'],
  workingHours: ['weeks'],
  focusMinutes: ['weeks'],
  recoveryMinutes: ['weeks'],
  openTimeIsCraft: ['weeks'],
  ownAddresses: ['reading', 'labels'],
  craft: ['labels'],
  craftWords: ['labels'],
  country: ['labels'],
  notify: ['schedule'],
  track: [],
  target: [],
  marks: [],
  earlier: ['weeks'],
  zoneStayed: [],
  hoursKept: [],
} as const satisfies Record<keyof UserSettings, readonly SettingEffect[]>;

/** Names the values of the settings that decide one thing. `settings.zone` is the zone that is meant, never `auto`. */
export function settingsFingerprint(effect: SettingEffect, settings: UserSettings): string {
  const names = Object.keys(SETTING_EFFECTS) as (keyof UserSettings)[];
  const deciding = names.filter((name) =>
    (SETTING_EFFECTS[name] as readonly SettingEffect[]).includes(effect),
  );
  return JSON.stringify(deciding.sort().map((name) => [name, settings[name]]));
}
