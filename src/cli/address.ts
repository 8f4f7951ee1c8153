import { SourceError } from '../calendar/source-error.ts';
import { type FeedFetch, fetchFeed } from '../sources/address/fetch-feed.ts';
import { recognise } from '../sources/recognise/recognise.ts';
import type { WrongAddress } from '../sources/recognise/verdict.ts';

/** What to do with what is no feed. None of it names the address, which is a secret. */
const WAYS = {
  'no-address': 'is no address: give one that begins with https:// or webcal://',
  'calendar-text': 'is the text of a calendar: save it as a file, and name the file',
  'mail-address': 'is an e-mail address: give the address of a calendar',
  'file-address': 'is a file of this machine: name its path as FILE',
  'not-https': 'is not https: give the same address with https://',
  'sign-in-page': 'is a page to sign in at: give the address of the calendar itself',
  'booking-page': 'is a page to book times at: give the address of the calendar itself',
  caldav: 'is a CalDAV server, which wants a sign-in: export the calendar as a file, or publish it',
  'google-embed':
    'is Google’s page to embed: give the "Secret address in iCal format" of the same settings page',
  'google-share':
    'is Google’s link to add a calendar: give the "Secret address in iCal format" of its settings',
  'google-public': 'is Google’s public address: give the "Secret address in iCal format" below it',
  'google-page': 'is a page of Google Calendar: give the "Secret address in iCal format" of its settings',
  'outlook-html': 'is the HTML link of Outlook: give the ICS link beside it',
  'outlook-page': 'is a page of Outlook: publish the calendar, and give its ICS link',
  'icloud-page': 'is a page of iCloud: share the calendar as public, and give its webcal address',
  'fastmail-page': 'is a page of Fastmail: share the calendar, and give the address that ends in .ics',
  'proton-page': 'is a page of Proton: create a link to share the calendar, and give that',
  'proton-key': 'has lost the end of its key: copy the whole link again',
  'nextcloud-page': 'is the page of a Nextcloud calendar: give its address with ?export at its end',
  'teamup-page': 'is the page of a Teamup calendar: give the address of an iCalendar feed of it',
  'zimbra-page': 'is the page of a Zimbra calendar: give its address with ?fmt=ics at its end',
} as const satisfies Record<WrongAddress, string>;

/** What is wrong with what was given for an address, and the way on: the end of a sentence about it. */
export function wayTo(code: WrongAddress): string {
  return WAYS[code];
}

/** Reads the calendar at an address. Throws SourceError with the way on, and never with the address in its text. */
export async function readAddress(parts: FeedFetch, text: string): Promise<string> {
  const verdict = recognise(text);
  // Google's public address is read all the same: whoever types it here has chosen it.
  const isPublic = verdict.kind === 'wrong' && verdict.code === 'google-public';
  if (verdict.kind === 'wrong' && !isPublic) {
    throw new SourceError(`wrong-${verdict.code}`, wayTo(verdict.code));
  }
  const address = verdict.kind === 'feed' ? verdict.address : (verdict.instead ?? text);
  return (await fetchFeed(parts, address))?.text ?? '';
}
