import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { events } from '../../../src/cli/commands/events.ts';
import { readIcs } from '../../../src/sources/ics/read-ics.ts';

const DIR = join(import.meta.dirname, '../../fixtures/ics/cases');

interface Case {
  readonly source: string;
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  /** Codes of the problems that the file has, each once. */
  readonly problems: readonly string[];
  readonly rows: readonly { uid: string; start: string; end: string; title: string }[];
}

const names = readdirSync(DIR)
  .filter((file) => file.endsWith('.ics'))
  .map((file) => file.replace(/\.ics$/, ''));

/** What `craftweek events --json` prints for a case. */
async function answer({ zone, from, to }: Case, path: string): Promise<unknown> {
  let output = '';
  await events([path, '--from', from, '--to', to, '--zone', zone, '--json'], {
    stdout: (text) => {
      output += text;
    },
    stderr: () => undefined,
    readText: async (file) => readFileSync(file, 'utf8'),
    now: () => Date.parse('2026-01-01T00:00:00Z'),
    zone: 'UTC',
    color: false,
    columns: 80,
  });
  return JSON.parse(output);
}

const byAll = (a: Case['rows'][number], b: Case['rows'][number]): number =>
  a.start.localeCompare(b.start) || a.uid.localeCompare(b.uid) || a.title.localeCompare(b.title);

/** A new case is two files, `<name>.ics` and `<name>.json`, and no code. */
describe('calendar files whose answer others have settled', () => {
  it('are many', () => {
    expect(names.length).toBeGreaterThanOrEqual(45);
  });

  it.each(names)('%s', async (name) => {
    const expected = JSON.parse(readFileSync(join(DIR, `${name}.json`), 'utf8')) as Case;
    const path = join(DIR, `${name}.ics`);
    const rows = (await answer(expected, path)) as Case['rows'];
    expect([...rows].sort(byAll)).toEqual([...expected.rows].sort(byAll));
    expect(rows.map((r) => `${r.start} ${r.uid}`)).toEqual(
      [...rows]
        .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.uid < b.uid ? -1 : 1))
        .map((r) => `${r.start} ${r.uid}`),
    );
    const { problems } = readIcs(readFileSync(path, 'utf8'), {
      zone: expected.zone,
      ownAddresses: [],
      sourceId: 'file',
      calendarId: '0',
      window: { startMs: Date.parse('1990-01-01'), endMs: Date.parse('2040-01-01') },
    });
    expect([...new Set(problems.map((p) => p.code))].sort()).toEqual([...expected.problems].sort());
  });
});
