import type { Component } from './components.ts';
import { addressOf } from './people.ts';
import { bodyOf } from './properties.ts';

/** Events with guests that a guess from the guest lists needs at least. */
const FEWEST_EVENTS = 5;
/** Events that are looked at, spread over the file. */
const MOST_EVENTS = 1000;
/** Share of these that the user must be on. */
const NEARLY_ALL = 0.8;

/**
 * The user's addresses that a feed itself names: its calendar name or owner, where that is an address (Google names
 * a person's own calendar so), else the one attendee or organizer that is on nearly all events with guests, of at
 * least five, when nobody else is on as many. Conservative: a wrong guess would take a colleague's "no" for the
 * user's.
 */
export function guessedAddresses(calendarTexts: readonly string[], events: readonly Component[]): string[] {
  const named = calendarTexts
    .map((text) =>
      text
        .replace(/^mailto:/i, '')
        .trim()
        .toLowerCase(),
    )
    .filter((text) => isAddress(text) && !text.endsWith('group.calendar.google.com'));
  if (named.length > 0) return [...new Set(named)];
  const counts = new Map<string, number>();
  let withGuests = 0;
  const step = Math.max(1, Math.ceil(events.length / MOST_EVENTS));
  for (let i = 0; i < events.length; i += step) {
    const component = events[i];
    if (!component) break;
    const event = bodyOf(component);
    const addresses = new Set([...event.all('ATTENDEE'), ...event.all('ORGANIZER')].map(addressOf));
    addresses.delete('');
    if (addresses.size < 2) continue;
    withGuests++;
    for (const address of addresses) counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  if (withGuests < FEWEST_EVENTS) return [];
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < NEARLY_ALL * withGuests) return [];
  return second && second[1] === first[1] ? [] : [first[0]];
}

/** A name, one @ and a host with a dot in it; no space. */
function isAddress(text: string): boolean {
  const [name = '', host = '', ...more] = text.split('@');
  const dot = host.lastIndexOf('.');
  return name !== '' && more.length === 0 && dot > 0 && dot < host.length - 1 && !/\s/.test(text);
}
