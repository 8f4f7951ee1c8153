import type { Calendar, Source } from '../../src/calendar/source.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import type { UserSettings } from '../../src/settings/settings.ts';
import { isOwn } from '../../src/sources/traits.ts';
import { type HoursDoubt, hoursDoubt } from '../../src/week/calendar-hours.ts';
import { type RoleDoubt, roleDoubt } from '../../src/week/calendar-role.ts';
import { type ZoneDoubt, zoneDoubt } from '../../src/week/calendar-zone.ts';
import { recentWindow } from '../../src/week/recent-weeks.ts';
import type { PageData } from '../ui/data.ts';

/** The one question that the calendars themselves put: the answer moves every figure. */
export type Ask =
  | ({ readonly kind: 'role' } & RoleDoubt)
  | ({ readonly kind: 'zone' } & ZoneDoubt)
  | ({ readonly kind: 'hours' } & HoursDoubt);

/** What there is to ask about the user's own calendars, one thing at a time; null where nothing is in doubt. */
export async function readAsk(
  data: Pick<PageData, 'occurrences' | 'machineZone'>,
  user: UserSettings,
  sources: readonly Source[],
  calendars: readonly Calendar[],
  nowMs: number,
): Promise<Ask | null> {
  const own = calendars.filter((c) => sources.some((s) => s.id === c.sourceId && isOwn(s)));
  const mayDoubt = own.some((c) => c.roleGuessed || c.zone !== undefined) || !user.hoursKept;
  if (own.length === 0 || !mayDoubt) return null;
  const settings = loadSettings(user, data.machineZone);
  const all = await data.occurrences(recentWindow(settings, nowMs));
  const recent = all.filter((o) => own.some((c) => c.sourceId === o.sourceId && c.id === o.calendarId));
  const role = roleDoubt(recent, own, settings);
  if (role) return { kind: 'role', ...role };
  const zone = zoneDoubt(recent, own, user, settings, nowMs);
  if (zone) return { kind: 'zone', ...zone };
  const hours = user.hoursKept ? null : hoursDoubt(recent, own, settings, nowMs);
  return hours && { kind: 'hours', ...hours };
}
