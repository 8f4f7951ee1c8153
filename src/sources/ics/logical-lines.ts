/** A content line of RFC 5545, unfolded. */
export interface LogicalLine {
  readonly text: string;
  /** 1-based number of its first physical line. */
  readonly line: number;
}

/** Longer content lines are cut: an attachment in base64 is of no use here, and a hostile one must not stall. */
export const LONGEST_LINE = 200_000;

/**
 * The content lines of an iCalendar text, unfolded (RFC 5545, 3.1), one by one. Takes CRLF, LF and CR, a byte order
 * mark, and blank lines as real files have them. A line that is cut is named to `onCut` by its number, once.
 */
export function* logicalLines(text: string, onCut: (line: number) => void): Generator<LogicalLine> {
  let parts: string[] = [];
  let length = 0;
  let begun = 0;
  let number = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  // Each is looked for again only when it is behind: a file with LF alone has no CR up to its very end.
  let nextCr = text.indexOf('\r', at);
  let nextLf = text.indexOf('\n', at);
  while (at < text.length) {
    if (nextCr >= 0 && nextCr < at) nextCr = text.indexOf('\r', at);
    if (nextLf >= 0 && nextLf < at) nextLf = text.indexOf('\n', at);
    const end =
      nextCr < 0 ? (nextLf < 0 ? text.length : nextLf) : nextLf < 0 ? nextCr : Math.min(nextCr, nextLf);
    number++;
    const first = text.charCodeAt(at);
    const folded = (first === 0x20 || first === 0x09) && parts.length > 0;
    if (end > at && !folded) {
      if (parts.length > 0) yield { text: parts.join(''), line: begun };
      parts = [];
      length = 0;
      begun = number;
    }
    if (end > at) {
      const from = folded ? at + 1 : at;
      const room = LONGEST_LINE - length;
      parts.push(text.slice(from, Math.min(end, from + Math.max(0, room))));
      if (room >= 0 && end - from > room) onCut(begun);
      length += end - from;
    }
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  if (parts.length > 0) yield { text: parts.join(''), line: begun };
}
