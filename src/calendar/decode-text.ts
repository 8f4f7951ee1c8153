const LF = 0x0a;
const CR = 0x0d;

/**
 * The text of a calendar file. UTF-8 as RFC 5545 asks for, also where a line was folded in the middle of a character
 * (3.1 warns of programs that do) or one character is broken; UTF-16 by its mark; and Windows-1252 where it is no UTF-8
 * and not one character of it beyond ASCII is, as old exports are.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const whole = joined(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const text = new TextDecoder('utf-8').decode(whole);
    const hasCharacters = /[^\0-\x7F\uFFFD]/.test(text);
    // Every byte means something in Windows-1252, so nothing is lost.
    return hasCharacters ? text : new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Without the folds that stand before a byte which only ever continues a character. */
function joined(bytes: Uint8Array): Uint8Array {
  const folds: [from: number, to: number][] = [];
  for (let i = bytes.indexOf(LF); i >= 0; i = bytes.indexOf(LF, i + 1)) {
    const next = bytes[i + 1];
    const continued = (bytes[i + 2] ?? 0) >> 6 === 0b10;
    if ((next === 0x20 || next === 0x09) && continued) folds.push([bytes[i - 1] === CR ? i - 1 : i, i + 2]);
  }
  if (folds.length === 0) return bytes;
  const out = new Uint8Array(bytes.length);
  let length = 0;
  let at = 0;
  for (const [from, to] of [...folds, [bytes.length, bytes.length] as const]) {
    out.set(bytes.subarray(at, from), length);
    length += from - at;
    at = to;
  }
  return out.subarray(0, length);
}
