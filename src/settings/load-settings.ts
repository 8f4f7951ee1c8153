import type { LoadSettings } from '../load/week-load.ts';
import { isZone } from '../time/zone.ts';
import type { UserSettings } from './settings.ts';

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
