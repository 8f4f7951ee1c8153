import { Gunzip } from 'fflate';
import { decodeText } from '../../calendar/decode-text.ts';
import { SourceError } from '../../calendar/source-error.ts';
import { joinedBytes } from '../http/bounded-body.ts';

/** Largest download, packed or not: the limit of a file. */
export const MOST_FEED_BYTES = 60 * 1024 * 1024;

/**
 * The text of a downloaded calendar: unpacked where a server sends a `.gz` as it is, and decoded by what it is. What
 * the header says of the charset is believed only where the bytes are no UTF-8: real servers err both ways.
 */
export function feedText(
  bytes: Uint8Array,
  contentType: string | null,
  most: number = MOST_FEED_BYTES,
): string {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(bytes, most) : bytes;
  const charset = charsetIn(contentType ?? '');
  const decoder = charset === undefined || SIMPLE.test(charset) ? null : decoderOf(charset);
  return decoder && !isUtf8(plain) && !isUtf16(plain) ? decoder.decode(plain) : decodeText(plain);
}

/** The charset that a Content-Type names, in lower case. */
function charsetIn(contentType: string): string | undefined {
  for (const parameter of contentType.split(';').slice(1)) {
    const [name = '', value = ''] = parameter.split('=');
    if (name.trim().toLowerCase() === 'charset') return value.trim().replaceAll('"', '').toLowerCase();
  }
  return undefined;
}

/** Charsets that `decodeText` tells by itself. */
const SIMPLE = /^(utf-?8|us-ascii|ascii|iso-8859-1|latin1|windows-1252|utf-?16(le|be)?)$/;

function decoderOf(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset);
  } catch {
    // A label that nobody knows: the bytes themselves say enough.
    return null;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // That is the answer.
    return false;
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

const PIECE = 64 * 1024;

function unpacked(bytes: Uint8Array, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const gunzip = new Gunzip((chunk) => {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
  });
  try {
    for (let at = 0; at < bytes.length && length <= most; at += PIECE) {
      gunzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } catch (cause) {
    throw new SourceError('feed-cut', 'the packed calendar cannot be unpacked', { cause });
  }
  if (length > most) throw tooLarge(most);
  return joinedBytes(chunks, length);
}

function tooLarge(most: number): SourceError {
  return new SourceError('feed-too-large', `the calendar is larger than ${Math.round(most / 2 ** 20)} MB`);
}
