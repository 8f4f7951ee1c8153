import type { MessageKey } from '../../../src/words/translate.ts';

/** How an account or a feed can be connected, the quickest first; a file has its own place below them. */
export const WAYS = [
  'google',
  'outlook',
  'icloud',
  'fastmail',
  'nextcloud',
  'proton',
  'teamup',
  'address',
] as const;
export type Way = (typeof WAYS)[number];

/** A way that ends in an address to paste: what to do at the provider, and the page to do it on. */
export interface AddressSteps {
  readonly steps: readonly MessageKey[];
  readonly link?: { readonly href: string; readonly place: string };
  /** Provider of the form for an account with a password, where there is one too. */
  readonly caldav?: string;
}

export const ADDRESS_STEPS = {
  google: {
    steps: ['connect_google_1', 'connect_google_2', 'connect_paste'],
    link: { href: 'https://calendar.google.com/calendar/r/settings', place: 'Google Calendar' },
  },
  outlook: {
    steps: ['connect_outlook_1', 'connect_outlook_2', 'connect_paste'],
    link: { href: 'https://outlook.office.com/calendar/options/calendar/SharedCalendars', place: 'Outlook' },
  },
  icloud: {
    steps: ['connect_icloud_1', 'connect_icloud_2', 'connect_paste'],
    link: { href: 'https://www.icloud.com/calendar/', place: 'iCloud.com' },
    caldav: 'icloud',
  },
  fastmail: {
    steps: ['connect_fastmail_1', 'connect_fastmail_2', 'connect_paste'],
    link: { href: 'https://app.fastmail.com/settings/calendars', place: 'Fastmail' },
    caldav: 'fastmail',
  },
  nextcloud: { steps: ['connect_nextcloud_1', 'connect_nextcloud_2', 'connect_paste'], caldav: 'nextcloud' },
  proton: {
    steps: ['connect_proton_1', 'connect_proton_2', 'connect_paste'],
    link: { href: 'https://calendar.proton.me/u/0/calendars', place: 'Proton Calendar' },
  },
  teamup: { steps: ['connect_teamup_1', 'connect_teamup_2', 'connect_paste'] },
  address: { steps: ['connect_address_1', 'connect_address_2', 'connect_paste'], caldav: 'another' },
} as const satisfies Record<Way, AddressSteps>;
