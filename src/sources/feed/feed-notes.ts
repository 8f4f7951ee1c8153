import type { Problem } from '../../calendar/problem.ts';
import type { TextGroups } from './event-groups.ts';

/** What a feed that shows no details calls every entry, in the languages of the big providers; lower case. */
const BUSY = new Set([
  '',
  'busy',
  'free/busy',
  'beschäftigt',
  'gebucht',
  'occupé',
  'occupé(e)',
  'ocupado',
  'ocupada',
  'no disponible',
  'indisponível',
  'impegnato',
  'bezet',
  'upptagen',
  '予定あり',
  '予定有り',
]);
/** Fewer say nothing about the feed. */
const FEWEST_BUSY = 3;
const FEWEST_GUESTLESS = 12;

/**
 * What a feed leaves out, said as problems: `free-busy-only` where it tells when and not what, so that nothing can be
 * told apart; `no-guests` where no event names anybody, so that meetings look like solo work.
 */
export function feedNotes({ groups, hasFreeBusy }: TextGroups): Problem[] {
  const events = [...groups.values()];
  if (hasFreeBusy && events.length === 0) return [freeBusyOnly()];
  const titles = events.map(({ title }) => title.trim().toLowerCase());
  if (events.length >= FEWEST_BUSY && titles.every((title) => BUSY.has(title))) return [freeBusyOnly()];
  if (events.length < FEWEST_GUESTLESS || events.some(({ hasGuests }) => hasGuests)) return [];
  return [{ code: 'no-guests', message: 'no entry names its guests, so meetings may look like solo work' }];
}

function freeBusyOnly(): Problem {
  return { code: 'free-busy-only', message: 'the calendar tells when there is something, and not what' };
}
