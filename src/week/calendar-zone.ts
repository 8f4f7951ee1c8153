import type { LabelledOccurrence } from '../calendar/label.ts';
import type { Calendar } from '../calendar/source.ts';
import { byRole } from '../load/roles.ts';
import type { LoadSettings } from '../load/week-load.ts';
import { zoneToAsk } from '../settings/home-zone.ts';
import type { UserSettings } from '../settings/settings.ts';
import { sharesEitherWay } from './recent-weeks.ts';

/** A calendar whose own zone contradicts the one that weeks are counted in, with the figure either way. */
export interface ZoneDoubt {
  readonly calendar: string;
  readonly zone: string;
  /** Mean craft share of the last weeks in the home zone and in the calendar's, 0 to 1. */
  readonly here: number;
  readonly there: number;
}

/**
 * What to ask where the work calendars name one zone, and it is not the user's: a calendar of New York counted in Berlin
 * moves the meetings out of the working hours. Null where they agree, where the user has said to stay, or where it makes
 * no difference.
 *
 * @param occurrences of `recentWindow`, of all calendars
 */
export function zoneDoubt(
  occurrences: readonly LabelledOccurrence[],
  calendars: readonly Calendar[],
  user: Pick<UserSettings, 'zone' | 'zoneStayed'>,
  settings: LoadSettings,
  nowMs: number,
): ZoneDoubt | null {
  const named = calendars.filter((c) => c.role === 'work' && c.zone !== undefined);
  const zones = new Set(named.map((c) => c.zone));
  const [first] = named;
  if (first?.zone === undefined || zones.size > 1) return null;
  const zone = zoneToAsk({ ...user, zone: settings.zone }, first.zone, nowMs);
  if (zone === null) return null;
  const { counted } = byRole(occurrences, calendars);
  const shares = sharesEitherWay(counted, settings, { ...settings, zone }, nowMs);
  return shares && { calendar: first.name, zone, ...shares };
}
