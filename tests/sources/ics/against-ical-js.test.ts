import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/calendar/decode-text.ts';
import { unfolded, withLineFeeds } from '../../../src/sources/ics/lines.ts';
import { readProperty, textOf } from '../../../src/sources/ics/property.ts';
import { cases } from './cases.ts';

const MUTATIONS = process.env.CRAFTWEEK_LONG ? 100_000 : 3000;
const PARAMETERS = ['cn', 'email', 'partstat', 'role', 'cutype', 'range', 'tzid'];
const SIGNS = [
  ':',
  ';',
  ',',
  '"',
  '\\',
  '=',
  '^',
  "'",
  'n',
  ' ',
  'é',
  '\\,',
  '\\;',
  '\\n',
  ';X=',
  '="',
  '^n',
];
/** Properties whose text is read. */
const READ = [
  'UID',
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'STATUS',
  'TRANSP',
  'CATEGORIES',
  'URL',
  'ATTENDEE',
  'ORGANIZER',
];
/** Kinds of values that ical.js hands on as texts. */
const AS_TEXT = ['text', 'uri', 'cal-address', 'unknown'];

type Read = readonly [name: string, parameters: readonly string[], text: string | null];

function theirs(line: string): Read | null {
  try {
    const [name, parameters, type, ...values] = ICAL.parse.property(line.trim()) as unknown as [
      string,
      Record<string, string | string[]>,
      string,
      ...unknown[],
    ];
    const one = (p: string): string => {
      const value = parameters[p] ?? '';
      return (Array.isArray(value) ? value[0] : value) ?? '';
    };
    const isRead = READ.includes(name.trim().toUpperCase());
    const text = isRead && AS_TEXT.includes(type) ? values.map(String).join(', ').trim() : null;
    return [name.trim().toUpperCase(), PARAMETERS.map(one), text];
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function ours(line: string, hasText: boolean): Read | null {
  const property = readProperty(line, 1);
  if (!property) return null;
  const parameters = PARAMETERS.map((name) => property.parameter(name));
  return [property.name, parameters, hasText ? textOf(property) : null];
}

const lines = [
  ...new Set(
    cases().flatMap(({ path }) => {
      const text = withLineFeeds(decodeText(readFileSync(path)));
      const found: string[] = [];
      for (let at = 0; at < text.length; ) {
        const line = unfolded(text, at, text.length);
        found.push(line.text);
        at = line.next;
      }
      return found.filter((line) => line !== '' && !/^(BEGIN|END):/i.test(line));
    }),
  ),
];

/** A small generator with a seed: the same lines at each run. */
function* mutated(count: number): Generator<string> {
  let state = 42;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let i = 0; i < count; i++) {
    let line = lines[next(lines.length)] ?? '';
    for (let n = 1 + next(3); n > 0; n--) {
      const at = next(line.length + 1);
      const sign = SIGNS[next(SIGNS.length)] ?? '';
      line = line.slice(0, at) + sign + line.slice(at + next(2));
    }
    yield line;
  }
}

/**
 * Where we have decided otherwise: a name has letters, digits and hyphens alone; a zone name may hold a colon, as
 * Outlook writes it; a parameter without a value is left out, and does not become a part of the next one's name; spaces
 * round the name of a parameter are no part of it.
 */
function isDecided(line: string): boolean {
  const name = /^[^;:]*/.exec(line.trim())?.[0] ?? '';
  return (
    !/^[A-Za-z0-9-]+$/.test(name) ||
    /^[^;:]*;TZID=[^":]*:.*:\d{4}/i.test(line) ||
    /^[^:]*;[^=:;]*[;:]/.test(line) ||
    /^[^:]*(; | =)/.test(line)
  );
}

function expectSame(line: string): void {
  const other = theirs(line);
  // What ical.js refuses, it refuses with the whole file: ours may read it or not.
  if (other && !isDecided(line)) expect(ours(line, other[2] !== null), line).toEqual(other);
}

describe('a content line', () => {
  it('of the fixtures is read as ical.js reads it', () => {
    expect(lines.length).toBeGreaterThan(500);
    for (const line of lines) expectSame(line);
    expect(lines.filter((line) => theirs(line) && !isDecided(line)).length).toBeGreaterThan(500);
  });

  it('changed at random is read as ical.js reads it', () => {
    for (const line of mutated(MUTATIONS)) expectSame(line);
  });
});
