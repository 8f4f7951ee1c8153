import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { decodeText } from '../../src/calendar/decode-text.ts';
import type { PageData } from './data.ts';
import { Icon } from './icon.tsx';
import { type Page, usePage } from './page.ts';
import { worded } from './words.ts';

/** A calendar of 5,000 events is about 2 MB; past this size the text alone would stall the page. */
export const LARGEST_FILE_BYTES = 60 * 1024 * 1024;

/** Hands a file to the background and waits until it is read; answers with what to tell the user. */
export async function importFile(
  file: { readonly name: string; readonly size: number; arrayBuffer(): Promise<ArrayBuffer> },
  { data, t }: { data: PageData; t: Page['t'] },
): Promise<{ ok: boolean; text: string }> {
  const name = file.name;
  const failed = (code: string): { ok: false; text: string } => ({
    ok: false,
    text: `${name}: ${worded(t, 'error', code, 'error_unknown')}`,
  });
  if (file.size > LARGEST_FILE_BYTES) return failed('too-large');
  if (/\.csv$/i.test(name)) return failed('csv');
  if (!/\.(ics|ical|ifb|icalendar)$/i.test(name)) return failed('not-a-calendar');
  let inboxId: string;
  try {
    inboxId = await data.putInbox({ name, text: decodeText(new Uint8Array(await file.arrayBuffer())) });
  } catch (cause) {
    // A file on a drive that has gone, or a store without room.
    return failed(cause instanceof DOMException && cause.name === 'QuotaExceededError' ? 'no-room' : 'file');
  }
  const answer = await data.commands('importFile', { inboxId });
  if (!answer.ok) return failed(answer.code);
  const { occurrences, problems } = answer.value;
  const read = t('ui_file_read', { name, count: occurrences });
  return { ok: true, text: problems > 0 ? `${read} ${t('ui_file_problems', { count: problems })}` : read };
}

/** What stands in a zip, such as Google's export, as files of their own; any other file as it is. */
async function unpacked(file: File): Promise<Parameters<typeof importFile>[0][]> {
  if (!/\.zip$/i.test(file.name)) return [file];
  // Fetched when it is needed: most people never drop a zip.
  const { zipEntries } = await import('../../src/sources/zip/read-zip.ts');
  try {
    return zipEntries(new Uint8Array(await file.arrayBuffer())).map((entry) => {
      const bytes = entry.bytes();
      return {
        name: `${entry.name}.ics`,
        size: bytes.length,
        arrayBuffer: async () => new Uint8Array(bytes).buffer,
      };
    });
  } catch (cause) {
    console.warn('Craftweek could not unpack a file', cause instanceof Error ? cause.name : typeof cause);
    // Taken for the file that it is, and refused by its name.
    return [file];
  }
}

/**
 * A place to drop a calendar file, a button to choose one, and the sample. In a toolbar popup the file chooser
 * would close the popup, so the button opens the page in a tab instead.
 */
export function AddFile({
  sample,
  onAdded,
}: {
  sample: boolean;
  onAdded?: (() => void) | undefined;
}): JSX.Element {
  const page = usePage();
  const { t, data, toasts } = page;
  const busy = useSignal(false);
  const over = useSignal(false);
  const error = useSignal('');
  const errorId = useId();

  const run = async (work: () => Promise<{ ok: boolean; text: string }>): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    error.value = '';
    const { ok, text } = await work();
    busy.value = false;
    if (!ok) error.value = text;
    else {
      if (text) toasts.show({ text });
      onAdded?.();
    }
  };
  const add = (files: FileList | null | undefined): void => {
    const list = [...(files ?? [])];
    if (list.length === 0) return;
    void run(async () => {
      const told: { ok: boolean; text: string }[] = [];
      for (const file of (await Promise.all(list.map(unpacked))).flat())
        told.push(await importFile(file, page));
      return { ok: told.every((r) => r.ok), text: told.map((r) => r.text).join('\n') };
    });
  };
  const useSample = (): void => {
    void run(async () => {
      const answer = await data.commands('useSample', {});
      return answer.ok
        ? { ok: true, text: '' }
        : { ok: false, text: worded(t, 'error', answer.code, 'error_unknown') };
    });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside it is the first.
    <div
      class={`drop ${over.value ? 'drop--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        add(event.dataTransfer?.files);
      }}
    >
      <Icon name="file" />
      <p>{t('ui_drop')}</p>
      <div class="drop__actions">
        {data.inPopup ? (
          <button type="button" class="button" onClick={() => data.openPage('welcome/index.html?add=file')}>
            {t('ui_choose_file')}
          </button>
        ) : (
          <label class="button">
            <input
              type="file"
              accept=".ics,.ical,text/calendar,.zip,application/zip"
              multiple
              disabled={busy.value}
              aria-describedby={error.value ? errorId : undefined}
              onChange={(event) => {
                add(event.currentTarget.files);
                event.currentTarget.value = '';
              }}
            />
            {t('ui_choose_file')}
          </label>
        )}
        {sample && (
          <button type="button" class="button button--main" disabled={busy.value} onClick={useSample}>
            {t('ui_try_sample')}
          </button>
        )}
      </div>
      <div role="status" class="small">
        {busy.value && <p class="soft">{t('ui_reading')}</p>}
      </div>
      <div role="alert">
        {error.value && (
          <p id={errorId} class="field__error drop__error">
            {error.value}
          </p>
        )}
      </div>
    </div>
  );
}
