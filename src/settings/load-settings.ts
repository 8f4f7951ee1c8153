import type { LoadSettings } from '../load/week-load.ts';
import { isZone, type PlainDate } from '../time/zone.ts';
import { settingsAt } from './dated.ts';
import type { UserSettings } from './settings.ts';

/** What is counted in where neither the user nor the machine names a zone that exists. */
const NO_ZONE = 'UTC';

/**
 * The zone that the user's settings mean on this machine; UTC where neither is one that `Intl` knows. Chromium says
 * `Etc/Unknown` for a machine whose zone it cannot tell.
 */
export function zoneOf({ zone }: Pick<UserSettings, 'zone'>, machineZone: string): string {
  return [zone, machineZone].find(isZone) ?? NO_ZONE;
}

/** What the load of a week depends on, for each date: the settings that held on it. */
export function loadSettingsAt(
  settings: UserSettings,
  machineZone: string,
): (date: PlainDate) => LoadSettings {
  return (date) => loadSettings(settingsAt(settings, date), machineZone);
}

/** What the load of the running week depends on, from the user's settings. */
export function loadSettings(settings: UserSettings, machineZone: string): LoadSettings {
  const { weekStart, workingHours, focusMinutes, recoveryMinutes, openTimeIsCraft } = settings;
  return {
    zone: zoneOf(settings, machineZone),
    weekStart,
    workingHours,
    focusMinutes,
    recoveryMinutes,
    openTimeIsCraft,
  };
}
