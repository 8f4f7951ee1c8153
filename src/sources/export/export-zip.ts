import { decodeText } from '../../calendar/decode-text.ts';
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

const GROUP = /([^_\s/]+)@(group|import|group\.v)\.calendar\.google\.com$/;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The calendars in Google's export of an account. Throws SourceError `feed-cut` or `feed-too-large`. */
export function readExport(zip: Uint8Array): Export {
  const entries = zipEntries(zip);
  const own = entries.find(({ name }) => ADDRESS.test(name) && !GROUP.test(name))?.name;
  const calendars = entries.map((entry): ExportedCalendar => {
    const group = GROUP.exec(entry.name);
    const text = (): string => decodeText(entry.bytes());
    return {
      id: group?.[1] ?? hashed(entry.name.toLowerCase()),
      name: headName(text()) ?? entry.name.replace(GROUP, '').replace(/_$/, ''),
      isOwn: entry.name === own,
      isSubscribed: group !== null && group[2] !== 'group',
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

function hashed(text: string): string {
  const { first, second } = new LineHash(text, 0, text.length);
  return `${first.toString(36)}${second.toString(36)}`;
}
