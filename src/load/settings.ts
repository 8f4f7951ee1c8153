import { DEFAULT_WORKING_HOURS } from '../time/working-hours.ts';
import type { LoadSettings } from './week-load.ts';

/** The defaults of design.md section 1 and 2, for a zone. Sources of the figures: docs/defaults.md. */
export function defaultLoadSettings(zone: string): LoadSettings {
  return {
    zone,
    weekStart: 1,
    workingHours: DEFAULT_WORKING_HOURS,
    focusMinutes: 120,
    recoveryMinutes: 15,
    openTimeIsCraft: true,
  };
}
