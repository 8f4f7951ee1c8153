import { durationText, hourSum } from '../words/format.ts';

/** A terminal breaks no line at a blank, and what is copied from it is searched for with plain ones. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** Minutes as a duration: `3 h 15`. */
export function duration(minutes: number): string {
  return plain(durationText(minutes, 'en'));
}

/** Minutes as hours in a column that adds up: `12.5 h`. */
export function columnHours(minutes: number): string {
  return plain(hourSum(minutes, 'en'));
}
