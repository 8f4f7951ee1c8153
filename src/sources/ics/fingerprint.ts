import { eachLine } from './component-lines.ts';
import type { Component } from './components.ts';
import { Hash } from './hash.ts';

/** What a text was read from, kept beside its occurrences until it is read again. */
export interface Fingerprints {
  /** Of all that every occurrence depends on: window, zone, own addresses, definitions of zones. */
  readonly context: string;
  /** Of each series, by UID. */
  readonly series: Readonly<Record<string, string>>;
}

/** Lines that servers write anew at each request, whatever happened (nextcloud/server#58193). */
const VOLATILE = /^(?:DTSTAMP|CREATED)[;:]/i;

/**
 * What stands in the components of one UID, whatever the order of components and lines, without DTSTAMP, CREATED and
 * what is nested (alarms): the same content has the same fingerprint.
 */
export function fingerprintOf(components: readonly Component[]): string {
  let [a, b] = [0, 0];
  for (const component of components) {
    let [lineA, lineB] = [0, 0];
    eachLine(
      component,
      () => true,
      (line) => {
        if (VOLATILE.test(line)) return;
        const [x, y] = new Hash().add(line).parts;
        lineA = (lineA + x) >>> 0;
        lineB = (lineB + y) >>> 0;
      },
    );
    // Hashed once more, so that a line that moves from one component to another is seen.
    const [x, y] = new Hash().add(`${lineA} ${lineB}`).parts;
    a = (a + x) >>> 0;
    b = (b + y) >>> 0;
  }
  return `${components.length}-${a.toString(36)}${b.toString(36)}`;
}

/** Of all texts and numbers that every occurrence of a reading depends on. */
export function contextOf(parts: readonly string[], zones: readonly Component[]): string {
  const hash = new Hash();
  for (const part of parts) hash.add(`${part}\n`);
  for (const { text, from, to } of zones) hash.add(text, from, to);
  return hash.toString();
}
