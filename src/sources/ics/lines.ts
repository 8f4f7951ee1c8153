/** Longer content lines are cut: an attachment in base64 is of no use here, and a hostile one must not stall. */
export const LONGEST_LINE = 200_000;

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

/** A calendar text whose lines end with LF or CRLF, without the byte order mark; real files also have CR alone. */
export function withLineFeeds(text: string): string {
  const begun = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return /\r(?!\n)/.test(begun) ? begun.replace(/\r\n?/g, '\n') : begun;
}

/** The end of the physical line that begins at `at`: the place of its line feed, or the end of the text. */
export function lineEnd(text: string, at: number, to: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 || end > to ? to : end;
}

/** Whether nothing stands on the physical line that begins at `at`. */
export function isBlank(text: string, at: number): boolean {
  const sign = text.charCodeAt(at);
  return sign === LF || (sign === CR && text.charCodeAt(at + 1) === LF);
}

/**
 * Where the content line goes on after a line feed at `end`: the place of the space that folds the next physical line
 * (RFC 5545, 3.1), behind blank lines if need be; -1 where it does not go on.
 */
export function foldAfter(text: string, end: number, to: number): number {
  let at = end + 1;
  while (at < to) {
    const sign = text.charCodeAt(at);
    if (sign === SPACE || sign === TAB) return at;
    if (sign === LF) at++;
    else if (sign === CR && text.charCodeAt(at + 1) === LF) at += 2;
    else return -1;
  }
  return -1;
}

/** A content line, unfolded. */
export interface LogicalLine {
  readonly text: string;
  /** 1-based number of its first physical line. */
  readonly line: number;
  /** Whether it was too long, and was cut. */
  readonly cut: boolean;
}

/** A content line of a text with the place behind it. */
export interface Unfolded {
  readonly text: string;
  readonly cut: boolean;
  /** Where the next content line begins. */
  readonly next: number;
  /** Line feeds from the beginning up to `next`. */
  readonly feeds: number;
}

/** The content line that begins at `at`, unfolded and cut to `most` characters. */
export function unfolded(text: string, at: number, to: number, most = LONGEST_LINE): Unfolded {
  let end = lineEnd(text, at, to);
  let found = text.slice(at, Math.min(withoutCr(text, at, end), at + most));
  let cut = end - at > most + 1;
  let feeds = 1;
  const parts: string[] = [];
  let length = found.length;
  for (let fold = foldAfter(text, end, to); fold >= 0; fold = foldAfter(text, end, to)) {
    feeds += feedsBetween(text, end + 1, fold) + 1;
    end = lineEnd(text, fold, to);
    const stop = withoutCr(text, fold + 1, end);
    const room = most - length;
    if (stop - fold - 1 > room) cut = true;
    if (room > 0) {
      const part = text.slice(fold + 1, Math.min(stop, fold + 1 + room));
      parts.push(part);
      length += part.length;
    }
  }
  if (parts.length > 0) found += parts.join('');
  return { text: found, cut, next: end + 1, feeds };
}

function withoutCr(text: string, at: number, end: number): number {
  return end > at && text.charCodeAt(end - 1) === CR ? end - 1 : end;
}

function feedsBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
