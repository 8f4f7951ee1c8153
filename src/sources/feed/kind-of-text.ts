/** What a text is that should be a calendar. */
export type TextKind = 'calendar' | 'empty' | 'page' | 'sign-in-page' | 'other';

/** How far into a text it is looked at for what it is, in characters. */
const LOOKED_AT = 200_000;
const PAGE_TAGS = ['<!doctype html', '<html', '<head', '<body', '<script', '<meta'];
/** As they stand in pages and addresses. */
const SIGN_IN_WORDS = ['sign in', 'sign-in', 'signin', 'log in', 'log-in', 'login'];
const PASSWORD_FIELDS = ['type="password"', "type='password'", 'type=password'];
/** A line with more in it is no marker. */
const LONGEST_MARKER = 200;
const CALENDAR_LINES = ['VCALENDAR', 'VEVENT'];

/** Tells a calendar from what servers and people hand out in its place. Linear in the length of the text. */
export function kindOfText(text: string): TextKind {
  const begin = text.slice(0, LOOKED_AT);
  if (begin.trim() === '' && text.length <= LOOKED_AT) return 'empty';
  if (linesOf(begin).some((line) => CALENDAR_LINES.includes(markedBy(line, 'BEGIN') ?? '')))
    return 'calendar';
  const lower = begin.toLowerCase();
  if (!PAGE_TAGS.some((tag) => lower.includes(tag))) return 'other';
  return saysSignIn(lower) ? 'sign-in-page' : 'page';
}

/** Whether a page or an address, in lower case, is about signing in. */
export function saysSignIn(lower: string): boolean {
  return (
    PASSWORD_FIELDS.some((field) => lower.includes(field)) || SIGN_IN_WORDS.some((w) => hasWord(lower, w))
  );
}

/** Whether a word stands in a text by itself: there is no "log in" in "catalog index". */
function hasWord(lower: string, word: string): boolean {
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
    if (!isLetter(lower, at - 1) && !isLetter(lower, at + word.length)) return true;
  }
  return false;
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x61 && code <= 0x7a;
}

/**
 * Where a calendar's text breaks off: the place of the event that does not end, else the text's end; null where it is
 * whole. A broken transfer may come with its right length, and half a gzip stream as a whole answer. Text after the
 * end is no harm.
 */
export function brokenOffAt(text: string): number | null {
  const wrapped = linesOf(text.slice(0, LOOKED_AT)).some((line) => markedBy(line, 'BEGIN') === 'VCALENDAR');
  const last = wrapped ? 'VCALENDAR' : 'VEVENT';
  let from = Math.max(0, text.length - LOOKED_AT);
  /** Whether the last one that began has ended, and the event that is open. */
  let isOver = false;
  let open: number | null = null;
  for (const line of linesOf(text.slice(from))) {
    const begun = markedBy(line, 'BEGIN');
    const ended = markedBy(line, 'END');
    if (begun === 'VCALENDAR' || begun === 'VEVENT') isOver = false;
    if (begun === 'VEVENT') open = from;
    if (ended === 'VEVENT') open = null;
    if (ended === last) isOver = true;
    from += line.length + 1;
  }
  return isOver ? null : (open ?? text.length);
}

function linesOf(text: string): string[] {
  return text.split('\n');
}

/** The component that a line begins or ends, in capitals; null where it does not. */
function markedBy(line: string, kind: 'BEGIN' | 'END'): string | null {
  if (line.length > LONGEST_MARKER) return null;
  const [mark = '', name, ...more] = line.replaceAll('\uFEFF', '').split(':');
  if (name === undefined || more.length > 0 || mark.trim().toUpperCase() !== kind) return null;
  return name.trim().toUpperCase();
}
