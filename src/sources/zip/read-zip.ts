import { type UnzipFileInfo, unzipSync } from 'fflate';
import { SourceError } from '../../calendar/source-error.ts';

export const MOST_ZIP_BYTES = 64 * 1024 * 1024;
const MOST_UNPACKED_BYTES = 100 * 1024 * 1024;
const MOST_ENTRIES = 200;

/** One calendar file in a zip. */
export interface ZipEntry {
  /** Without folders and `.ics`. */
  readonly name: string;
  /** Unpacks it. Throws SourceError `feed-cut` where it is damaged. */
  bytes(): Uint8Array;
}

/** Whether bytes begin as a zip does. */
export function isZip([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}

/**
 * The calendar files (`.ics`) in a zip, one unpacked at a time. Bounded: 64 MB packed, 100 MB unpacked by the sizes that
 * the zip declares (no entry unpacks to more than it declares), 200 entries. Throws SourceError `feed-too-large`, and
 * `feed-cut` where it is no whole zip.
 */
export function zipEntries(zip: Uint8Array): ZipEntry[] {
  if (zip.length > MOST_ZIP_BYTES) throw tooLarge();
  const found: UnzipFileInfo[] = [];
  let seen = 0;
  let unpacked = 0;
  unzipped(zip, (file) => {
    if (++seen > MOST_ENTRIES) throw tooLarge();
    if (!/\.ics$/i.test(file.name) || /(^|\/)(__MACOSX\/|\.)/.test(file.name)) return false;
    unpacked += file.originalSize;
    if (unpacked > MOST_UNPACKED_BYTES) throw tooLarge();
    found.push(file);
    return false;
  });
  return found.map(({ name }, index) => ({
    name: name.replace(/^.*\//s, '').replace(/\.ics$/i, ''),
    bytes: () => {
      // Two entries of one name: by their place.
      let place = found.slice(0, index).filter((other) => other.name === name).length;
      const files = unzipped(zip, (file) => file.name === name && place-- === 0);
      return files[name] ?? new Uint8Array();
    },
  }));
}

function unzipped(zip: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(zip, { filter });
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError('feed-cut', 'the zip is damaged or not whole', { cause });
  }
}

function tooLarge(): SourceError {
  return new SourceError('feed-too-large', 'the zip holds more than is read');
}
