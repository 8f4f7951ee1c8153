import { decodeText } from '../../../src/calendar/decode-text.ts';
import type { InboxFile } from '../../../src/store/rows.ts';
import type { Page } from '../page.ts';
import { causeOf, worded } from '../words.ts';

/** A calendar of 5,000 events is about 2 MB; past this size the text alone would stall the page. */
const LARGEST_FILE_BYTES = 60 * 1024 * 1024;

export interface GivenFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What became of a file: read, refused, or a newer export of a known one, which the user is asked about. */
export type Taken =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string }
  | {
      readonly kind: 'asks';
      readonly file: InboxFile;
      readonly known: { readonly sourceId: string; readonly name: string };
    };

type PageParts = Pick<Page, 'data' | 't'>;

/** Takes a file that was chosen or dropped; into the place of the source `replaces` where that is given. */
export async function takeFile(file: GivenFile, page: PageParts, replaces?: string): Promise<Taken> {
  const { name } = file;
  if (file.size > LARGEST_FILE_BYTES) return refused(page, name, 'too-large');
  if (/\.csv$/i.test(name)) return refused(page, name, 'csv');
  if (!/\.(ics|ical|ifb|icalendar)$/i.test(name)) return refused(page, name, 'not-a-calendar');
  let text: string;
  try {
    text = decodeText(new Uint8Array(await file.arrayBuffer()));
  } catch (cause) {
    // A file on a drive that has gone.
    console.warn('Craftweek could not open a file', causeOf(cause));
    return refused(page, name, 'file');
  }
  return putFile({ name, text, ...(replaces === undefined ? {} : { replaces }) }, page, true);
}

/**
 * Hands a file to the background and waits until it is read. With `asks`, one that is a newer export of a source of
 * another name is taken back, for the user to say what it is.
 */
export async function putFile(file: InboxFile, page: PageParts, asks = false): Promise<Taken> {
  const { data } = page;
  const { name } = file;
  let inboxId: string;
  try {
    inboxId = await data.putInbox(file);
  } catch (cause) {
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
    return refused(page, name, isFull || causeOf(cause) === 'no-room' ? 'no-room' : 'file');
  }
  if (asks && file.replaces === undefined) {
    const answer = await data.commands('sameCalendar', { inboxId });
    const known = answer.ok ? answer.value.known : null;
    if (known && known.name !== name) {
      await data.commands('cancelImport', { inboxId });
      return { kind: 'asks', file, known };
    }
  }
  return imported(inboxId, name, page);
}

/** Waits until a file of the inbox is read, and says what came of it. */
async function imported(inboxId: string, name: string, page: PageParts): Promise<Taken> {
  const { data, t } = page;
  const answer = await data.commands('importFile', { inboxId });
  if (!answer.ok) return refused(page, name, answer.code);
  const { sourceId, occurrences, problems } = answer.value;
  const read = t('ui_file_read', { name, count: occurrences });
  if (problems === 0) return { kind: 'read', text: read };
  const cut = (await data.problems(sourceId))?.problems.find(({ code }) => code === 'cut');
  const trouble = cut
    ? t('ui_file_cut', { line: cut.line ?? 1 })
    : t('ui_file_problems', { count: problems });
  return { kind: 'read', text: `${read} ${trouble}` };
}

/** What stands in a zip, such as Google's export, as files of their own; any other file as it is. */
export async function unpacked(file: GivenFile): Promise<readonly GivenFile[]> {
  if (!/\.zip$/i.test(file.name)) return [file];
  // Fetched when it is needed: most people never drop a zip.
  const { zipEntries } = await import('../../../src/sources/zip/read-zip.ts');
  try {
    const entries = zipEntries(new Uint8Array(await file.arrayBuffer())).map((entry) => {
      const bytes = entry.bytes();
      return {
        name: `${entry.name}.ics`,
        size: bytes.length,
        arrayBuffer: async () => new Uint8Array(bytes).buffer,
      };
    });
    return entries.length > 0 ? entries : [file];
  } catch (cause) {
    console.warn('Craftweek could not unpack a file', causeOf(cause));
    // Taken for the file that it is, and refused by its name.
    return [file];
  }
}

function refused({ t }: PageParts, name: string, code: string): Taken {
  return { kind: 'refused', text: `${name}: ${worded(t, 'error', code, 'error_unknown')}` };
}
