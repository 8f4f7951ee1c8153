import { decodeText } from '../../calendar/decode-text.ts';
import { isMailAddress } from '../../calendar/mail-address.ts';
import { assertWhole } from '../feed/assert-whole.ts';
import { headName } from '../feed/head-name.ts';
import { LineHash } from '../feed/line-hash.ts';
import { zipEntries } from '../zip/read-zip.ts';

/** One calendar of an export. */
export interface ExportedCalendar {
  /** Stays when the calendar gets another name. */
  readonly id: string;
  readonly name: string;
  /** The calendar that bears the account's own address, which is told nowhere. */
  readonly isOwn: boolean;
  /** A subscription or holidays, which say nothing of the user's own week. */
  readonly isSubscribed: boolean;
  /** What it is called in the zip: the address of the account, for its own one. */
  readonly entryName: string;
  /** Its text. Throws SourceError `feed-cut` where it is not whole. */
  text(): string;
}

export interface Export {
  /** Names the account without telling its address. */
  readonly accountId: string;
  readonly calendars: readonly ExportedCalendar[];
}

const OWN_GROUP = '@group.calendar.google.com';
const GROUP_HOSTS = [OWN_GROUP, '@import.calendar.google.com', '@group.v.calendar.google.com'];

/** The calendars in Google's export of an account. Throws SourceError `feed-cut` or `feed-too-large`. */
export function readExport(zip: Uint8Array): Export {
  const entries = zipEntries(zip);
  const own = entries.find(({ name }) => isMailAddress(name) && groupIn(name) === null)?.name;
  const calendars = entries.map((entry): ExportedCalendar => {
    const group = groupIn(entry.name);
    const text = (): string => decodeText(entry.bytes());
    return {
      id: group?.id ?? hashed(entry.name.toLowerCase()),
      name: headName(text()) ?? group?.name ?? entry.name,
      isOwn: entry.name === own,
      isSubscribed: group?.isSubscribed === true,
      entryName: entry.name,
      text: () => {
        const whole = text();
        assertWhole(whole);
        return whole;
      },
    };
  });
  return { accountId: hashed(own ?? calendars.map(({ id }) => id).join()), calendars };
}

/** What the entry of a group's calendar, or of a subscription, says: `Name_id@group.calendar.google.com`. */
function groupIn(entryName: string): { id: string; name: string; isSubscribed: boolean } | null {
  const host = GROUP_HOSTS.find((one) => entryName.endsWith(one));
  if (host === undefined) return null;
  const local = entryName.slice(0, -host.length);
  const begin = 1 + Math.max(local.lastIndexOf('_'), local.lastIndexOf(' '), local.lastIndexOf('/'));
  const id = local.slice(begin);
  if (id === '') return null;
  return { id, name: local.slice(0, Math.max(0, begin - 1)), isSubscribed: host !== OWN_GROUP };
}

function hashed(text: string): string {
  const { first, second } = new LineHash(text, 0, text.length);
  return `${first.toString(36)}${second.toString(36)}`;
}
