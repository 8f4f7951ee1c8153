import type { LabelledOccurrence } from '../calendar/label.ts';
import { resolveOccurrence } from '../calendar/resolve.ts';
import { type CalendarRole, roleByName } from '../calendar/role.ts';
import type { Calendar } from '../calendar/source.ts';
import { fillsDays, reasonLeftOut } from '../load/counts.ts';
import type { LoadSettings } from '../load/week-load.ts';
import { clockIn } from '../time/zone.ts';

/** A calendar whose role was guessed and is not plain: to be asked. */
export interface RoleDoubt {
  readonly sourceId: string;
  readonly calendarId: string;
  readonly name: string;
  /** What it is taken for now. */
  readonly role: CalendarRole;
  /** Why it might be something else. */
  readonly why: 'name' | 'personal' | 'hours' | 'matches';
}

/** Fewer entries in the last weeks say nothing of a calendar. */
const FEWEST = 6;
/** A calendar looks private where this part of its entries is personal, */
const PERSONAL = 0.5;
/** or this part lies outside of the working hours; */
const OUTSIDE = 0.7;
/** and like a club's fixtures where this part is written as a match. */
const MATCHES = 0.5;

/** `Arsenal vs Chelsea`: two names and what stands between them. */
const MATCH = /\S (?:vs?\.?|versus|contra|gegen|対) \S/iu;

/**
 * The first calendar that has to be asked about: one that is taken for private by its name, or for work while its
 * content says otherwise. What the user has said is not asked again. Null where nothing is in doubt.
 *
 * @param occurrences of `recentWindow`, of all calendars, labels as read
 */
export function roleDoubt(
  occurrences: readonly LabelledOccurrence[],
  calendars: readonly Calendar[],
  settings: Pick<LoadSettings, 'zone' | 'workingHours'>,
): RoleDoubt | null {
  for (const { sourceId, id, name, role, roleGuessed } of calendars) {
    if (!roleGuessed || role === 'off') continue;
    const own = occurrences.filter((o) => o.sourceId === sourceId && o.calendarId === id);
    const why = role === 'private' ? whyPrivate(name, own) : whyNoWork(own, settings);
    if (why) return { sourceId, calendarId: id, name, role, why };
  }
  return null;
}

/** A name alone has made it private: told as soon as there is an entry that it takes out of the figures. */
function whyPrivate(name: string, own: readonly LabelledOccurrence[]): RoleDoubt['why'] | null {
  return roleByName(name) === 'private' && own.some((o) => reasonLeftOut(o) === null) ? 'name' : null;
}

function whyNoWork(
  own: readonly LabelledOccurrence[],
  settings: Pick<LoadSettings, 'zone' | 'workingHours'>,
): RoleDoubt['why'] | null {
  const counted = own.filter((o) => reasonLeftOut(o) === null && !fillsDays(o));
  if (counted.length < FEWEST) return null;
  const part = (test: (o: LabelledOccurrence) => boolean): number =>
    counted.filter(test).length / counted.length;
  if (part((o) => MATCH.test(o.title.slice(0, 200))) >= MATCHES) return 'matches';
  if (part((o) => o.label.activity === 'personal') >= PERSONAL) return 'personal';
  // Meetings with others at odd hours are a matter of the working hours; of a private life one is mostly alone in it.
  const odd = (o: LabelledOccurrence): boolean => o.people <= 1 && isOutside(o, settings);
  return part(odd) >= OUTSIDE ? 'hours' : null;
}

/** Whether it begins outside of the working hours. */
function isOutside(
  occurrence: LabelledOccurrence,
  { zone, workingHours }: Pick<LoadSettings, 'zone' | 'workingHours'>,
): boolean {
  const { weekday, minute } = clockIn(zone, resolveOccurrence(occurrence, zone).startMs);
  const day = workingHours[weekday];
  return minute < (day[0]?.startMinute ?? Number.POSITIVE_INFINITY) || minute >= (day.at(-1)?.endMinute ?? 0);
}
