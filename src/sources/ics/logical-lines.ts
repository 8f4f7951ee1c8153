/** A content line of RFC 5545, unfolded. */
export interface LogicalLine {
  readonly text: string;
  /** 1-based number of its first physical line. */
  readonly line: number;
}

/** Longer content lines are cut: an attachment in base64 is of no use here, and a hostile one must not stall. */
export const LONGEST_LINE = 200_000;

/**
 * The content lines of an iCalendar text, unfolded (RFC 5545, 3.1). Takes CRLF, LF and CR, a byte order mark,
 * blank lines and trailing white space as real files have them. `cut` names the lines that were cut.
 */
export function logicalLines(text: string): { lines: LogicalLine[]; cut: number[] } {
  const lines: { text: string; line: number }[] = [];
  const cut: number[] = [];
  let number = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let parts: string[] = [];
  let length = 0;
  let begun = 0;
  const finish = (): void => {
    if (parts.length > 0)
      lines.push({ text: parts.length === 1 ? (parts[0] ?? '') : parts.join(''), line: begun });
    parts = [];
    length = 0;
  };
  const ending = /\r\n|\n|\r/g;
  while (at <= text.length) {
    ending.lastIndex = at;
    const match = ending.exec(text);
    const end = match ? match.index : text.length;
    number++;
    const first = text.charCodeAt(at);
    const folded = (first === 0x20 || first === 0x09) && parts.length > 0 && end > at;
    const from = folded ? at + 1 : at;
    if (!folded && end > at) {
      finish();
      begun = number;
    }
    if (end > from && (folded || parts.length === 0)) {
      const room = LONGEST_LINE - length;
      if (room > 0) parts.push(text.slice(from, Math.min(end, from + room)));
      if (end - from > room && length <= LONGEST_LINE) cut.push(begun);
      length += end - from;
    }
    if (!match) break;
    at = match.index + match[0].length;
  }
  finish();
  return { lines, cut: [...new Set(cut)] };
}
