import type { Problem } from '../../calendar/problem.ts';
import { DAY_MS } from '../../time/interval.ts';
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
const FEWEST_OF_WINDOW = 12;
const LONGEST_WINDOW_MS = 45 * DAY_MS;

/**
 * What a feed leaves out, said as problems: `free-busy-only` where it tells when and not what, so that nothing can be
 * told apart; `no-guests` where no event names anybody, so that meetings look like solo work; `window-only` where it
 * seems to hold the last weeks alone. `firstMs` is when its first single event is over.
 */
export function feedNotes(found: TextGroups, firstMs: number, nowMs: number): Problem[] {
  return [...leftOut(found), ...windowOnly(found, firstMs, nowMs)];
}

/** Outlook hands out the last month; a feed that begins so lately has most likely forgotten what lay before. */
function windowOnly({ groups }: TextGroups, firstMs: number, nowMs: number): Problem[] {
  const sinceMs = nowMs - firstMs;
  if (groups.size < FEWEST_OF_WINDOW || sinceMs < 0 || sinceMs > LONGEST_WINDOW_MS) return [];
  return [
    { code: 'window-only', message: 'its first entry is of the last weeks: it may hold a window only' },
  ];
}

function leftOut({ groups, hasFreeBusy }: TextGroups): Problem[] {
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
