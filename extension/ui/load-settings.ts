import type { LoadSettings } from '../../src/load/week-load.ts';
import type { UserSettings } from '../../src/store/settings.ts';
import { isZone } from '../../src/time/zone.ts';

/** The zone that the user's settings mean on this machine. */
export function zoneOf(settings: UserSettings, machineZone: string): string {
  return settings.zone !== 'auto' && isZone(settings.zone) ? settings.zone : machineZone;
}

/** What the load of a week depends on, from the user's settings. */
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
