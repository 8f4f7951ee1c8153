import { DAY_MS } from '../time/interval.ts';
import { isZone, offsetMs } from '../time/zone.ts';
import type { UserSettings } from './settings.ts';

/** Half a year on, summer time is over or has come: zones that agree on both days are the same to a week. */
const HALF_A_YEAR_MS = 182 * DAY_MS;

/** The zone to keep as the user's home where none is kept yet: the machine's own; null where there is one. */
export function homeZoneToKeep({ zone }: Pick<UserSettings, 'zone'>, machineZone: string): string | null {
  return zone === 'auto' && isZone(machineZone) ? machineZone : null;
}

/**
 * The machine's zone where it is elsewhere and the user has not said to stay with home; null where there is nothing to
 * ask. Zones whose clocks agree now and half a year on are no elsewhere.
 */
export function zoneToAsk(
  { zone, zoneStayed }: Pick<UserSettings, 'zone' | 'zoneStayed'>,
  machineZone: string,
  nowMs: number,
): string | null {
  if (zone === 'auto' || machineZone === zoneStayed || !isZone(machineZone) || !isZone(zone)) return null;
  const agree = [nowMs, nowMs + HALF_A_YEAR_MS].every(
    (ms) => offsetMs(zone, ms) === offsetMs(machineZone, ms),
  );
  return agree ? null : machineZone;
}
