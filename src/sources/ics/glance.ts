import { DAY_MS, type Interval } from '../../time/interval.ts';
import { basicTime } from './basic-time.ts';
import { eachLine } from './component-lines.ts';
import type { Component } from './components.ts';

/** What is known of an event that was only looked at. */
interface Look {
  uid: string;
  startMs: number;
  endMs: number;
  /** It comes more than once, replaces an instance, or says its times in another way: it has to be read. */
  isMore: boolean;
}

/** A zone, and a day that an end may be missing or an entry may be longer. */
const PAD_MS = 3 * DAY_MS;

/**
 * The UID of an event that comes once and surely lies outside of the window, whatever its zone is; null for any other,
 * and for one whose lines are unusual in any way. Most events of a long file are told so, at a fraction of a reading.
 */
export function awayUid(component: Component, window: Interval): string | null {
  const look: Look = { uid: '', startMs: Number.NaN, endMs: Number.NEGATIVE_INFINITY, isMore: false };
  eachLine(component, mayTell, (line) => take(line, look));
  if (look.isMore || look.uid === '') return null;
  const isAfter = look.startMs >= window.endMs + PAD_MS;
  const isBefore = Math.max(look.startMs, look.endMs) < window.startMs - PAD_MS;
  return isAfter || isBefore ? look.uid : null;
}

/** Lines that begin with D, R or U, in capitals as programs write them, and those that might. */
function mayTell(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (first === 68) {
    // DTSTART, DTEND, DTSTAMP and DURATION, but for the descriptions, which are long.
    const second = text.charCodeAt(at + 1);
    return second !== 69 && second !== 101;
  }
  return first === 82 || first === 85 || first === 100 || first === 114 || first === 117;
}

function take(line: string, look: Look): void {
  const colon = line.lastIndexOf(':');
  if (line.startsWith('UID:')) {
    if (look.uid !== '') look.isMore = true;
    look.uid = line.slice(4).trim();
    // Escapes are left to a reading.
    if (look.uid.includes('\\')) look.isMore = true;
  } else if (line.startsWith('DTSTART')) {
    const time = basicTime(line.slice(colon + 1));
    if (!time || !Number.isNaN(look.startMs)) look.isMore = true;
    else look.startMs = time.wallMs;
  } else if (line.startsWith('DTEND')) {
    const time = basicTime(line.slice(colon + 1));
    if (time) look.endMs = time.wallMs;
    else look.isMore = true;
  } else if (!/^(?:DTSTAMP|URL|DESCRIPTION|RELATED-TO|RESOURCES|REQUEST-STATUS)/.test(line)) {
    look.isMore = true;
  }
}
