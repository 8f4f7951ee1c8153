import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSafe } from 'redos-detector';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../../src');
/** Folders whose patterns see whole calendars, or addresses, that others wrote. */
const READERS = [
  'sources/ics',
  'sources/feed',
  'sources/address',
  'sources/export',
  'sources/file',
  'sources/http',
  'sources/recognise',
  'sources/zip',
  'sources/google',
  'recurrence',
  'time',
  'calendar',
];
/** Ways in which one text may match one pattern at most, by redos-detector; without a bound it is super-linear. */
const MOST_WAYS = 10;
/** It reads the rows of our own table, not a text of others. */
const OWN_TEXT = ['^(-?\\d[A-Z]{3}(?:[+-]\\d+)? \\d\\d|\\S+) (.*)$'];

interface Pattern {
  readonly pattern: string;
  readonly flags: string;
  readonly file: string;
}

/** The patterns that stand in the code of a file. */
function patternsIn(file: string): Pattern[] {
  const found: Pattern[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node) found.push({ ...(node.regex as Omit<Pattern, 'file'>), file });
    for (const value of Object.values(node)) walk(value);
  };
  walk(parseAst(readFileSync(join(SRC, file), 'utf8'), { lang: 'ts' }));
  return found;
}

const files = READERS.flatMap((folder) =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
);
const patterns = [
  ...new Map(files.flatMap(patternsIn).map((p) => [`${p.pattern} ${p.flags}`, p])).values(),
].filter(({ pattern }) => !OWN_TEXT.includes(pattern));

function ways({ pattern, flags }: Pick<Pattern, 'pattern' | 'flags'>): number {
  const { safe, score } = isSafe(new RegExp(pattern, flags), { maxScore: MOST_WAYS, timeout: 20_000 });
  return safe && !score.infinite ? score.value : Number.POSITIVE_INFINITY;
}

describe('the patterns of the readers', () => {
  it('are found in the code', () => {
    expect(patterns.length).toBeGreaterThan(40);
  });

  it('take no more steps than the text is long, whatever it is', () => {
    const slow = patterns.filter((p) => ways(p) > MOST_WAYS);
    expect(slow.map(({ file, pattern }) => `${file}: ${pattern}`)).toEqual([]);
  });

  it.each(['\\s+$', 'a.*b.*c'])('would be caught were they %s', (pattern) => {
    expect(ways({ pattern, flags: '' })).toBe(Number.POSITIVE_INFINITY);
  });
});
