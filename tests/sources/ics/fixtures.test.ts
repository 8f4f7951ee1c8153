import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/calendar/decode-text.ts';
import { events } from '../../../src/cli/commands/events.ts';
import { instantOption, parseCommandLine } from '../../../src/cli/options.ts';
import { readIcs } from '../../../src/sources/ics/read-ics.ts';
import { run } from '../../cli/run.ts';
import { type Case, type CaseRow, cases, eventsArguments } from './cases.ts';

const all = cases();

function textOf({ path }: Case): string {
  return decodeText(readFileSync(path));
}

/** Rows with a made-up UID have none in the case. */
function comparable(rows: readonly CaseRow[], told: Case): CaseRow[] {
  const known = new Set(told.events.map((row) => row.uid));
  return rows.map((row) => (known.has(null) && !known.has(row.uid) ? { ...row, uid: null } : row));
}

describe('calendar files of other projects', () => {
  it('are many, each with its origin', () => {
    expect(all.length).toBeGreaterThanOrEqual(80);
    expect(all.filter(({ origin }) => !origin)).toEqual([]);
  });

  it.each(all.map((told) => [told.name, told] as const))('%s', async (_, told) => {
    const printed = await run(events, eventsArguments(told), { [told.path]: textOf(told) });
    expect(comparable(JSON.parse(printed.out) as CaseRow[], told)).toEqual(told.events);
    expect(printed.code).toBe(0);
    expect(printed.errors).toHaveLength(told.problems.length);
  });

  it.each(all.map((told) => [told.name, told] as const))('%s: problems and fields', (_, told) => {
    const args = parseCommandLine(['x', '--from', told.from, '--to', told.to], ['from', 'to']);
    const { occurrences, problems } = readIcs(textOf(told), {
      sourceId: 'file',
      calendarId: '0',
      zone: told.zone,
      window: {
        startMs: instantOption(args, 'from', told.zone),
        endMs: instantOption(args, 'to', told.zone),
      },
      ownAddresses: told.self === undefined ? [] : [told.self],
    });
    const told3 = problems.map(({ code, line, uid }) => ({
      code,
      ...(line === undefined ? {} : { line }),
      ...(uid === undefined || uid.startsWith('no-uid-') ? {} : { uid }),
    }));
    expect(told3).toEqual(told.problems);
    for (const [uid, fields] of Object.entries(told.fields ?? {})) {
      const found = occurrences.filter((o) => o.uid === uid);
      expect(found).not.toEqual([]);
      for (const one of found) expect(one).toMatchObject(fields);
    }
    const keys = occurrences.map((o) => o.key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
