import { describe, expect, it } from 'vitest';
import { classify } from '../../src/cli/commands/classify.ts';
import { events } from '../../src/cli/commands/events.ts';
import { UsageError } from '../../src/cli/options.ts';
import { calendar, run } from './run.ts';

describe('craftweek events', () => {
  const files = { 'a.ics': calendar('DTSTART:20261116T090000\nDURATION:PT1H\nSUMMARY:floating') };

  it('reads floating times in --zone, and the machine’s zone without it', async () => {
    const startIn = async (...zone: string[]): Promise<string> => {
      const { out } = await run(
        events,
        ['a.ics', '--from', '2026-11-16', '--to', '2026-11-17', ...zone, '--json'],
        files,
      );
      return (JSON.parse(out) as { start: string }[])[0]?.start ?? '';
    };
    expect(await startIn()).toBe('2026-11-16T08:00:00.000Z');
    expect(await startIn('--zone', 'America/New_York')).toBe('2026-11-16T14:00:00.000Z');
  });

  it('prints an empty array for an empty window', async () => {
    const { out, code } = await run(
      events,
      ['a.ics', '--from', '2025-01-01', '--to', '2025-01-02', '--json'],
      files,
    );
    expect(JSON.parse(out)).toEqual([]);
    expect(code).toBe(0);
  });

  it.each([
    [['a.ics']],
    [['a.ics', '--from', '2026-11-16']],
    [['a.ics', '--from', '2026-11-17', '--to', '2026-11-16']],
    [['a.ics', '--from', 'yesterday', '--to', '2026-11-16']],
    [['a.ics', '--from', '2026-02-30', '--to', '2026-11-16']],
  ])('refuses %j', async (args) => {
    await expect(run(events, args, files)).rejects.toThrow(UsageError);
  });
});

describe('craftweek classify --json', () => {
  const lines = (...rows: object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');
  const labels = async (
    args: string[],
    files: Record<string, string>,
  ): Promise<{ side: string; activity: string; confidence: number; reasons: string[] }[]> =>
    (await run(classify, [...args, '--json'], files)).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('prints one line for each event, in order, with reasons in the user’s own words', async () => {
    const found = await labels(['-'], {
      '-': lines(
        { title: '1:1 Ana', attendees: 2, recurring: 'weekly' },
        { title: 'Budget review Q3', attendees: 5 },
        { title: 'Heads down', attendees: 1, eventType: 'focusTime' },
      ),
    });
    expect(found.map((l) => [l.side, l.activity])).toEqual([
      ['management', 'people'],
      ['management', 'administration'],
      ['craft', 'deep-work'],
    ]);
    expect(found[0]?.reasons).toContain('"1:1" in the title');
    for (const label of found)
      expect(Object.keys(label).sort()).toEqual(['activity', 'confidence', 'reasons', 'side']);
  });

  it('learns from corrections on the way that the popup’s take', async () => {
    const row = { title: 'Kranich', attendees: 4, recurring: 'weekly' };
    const [plain] = await labels(['e'], { e: lines(row) });
    const [taught] = await labels(['e', '--corrections', 'c'], {
      e: lines(row),
      c: lines({ ...row, activity: 'administration' }),
    });
    expect(taught).toMatchObject({ activity: 'administration', confidence: 1 });
    expect(plain?.confidence).toBeLessThan(1);
  });

  it('tells each line that is not right with its number, and goes on', async () => {
    const { out, errors, code } = await run(classify, ['e', '--json'], {
      e: `{"title":"Lunch"}\nnot json\n{"title":5}\n\n{"title":"Lunch","attendees":null}`,
    });
    expect(errors).toEqual(['e:2: is not JSON', 'e:3: title is not right']);
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(code).toBe(0);
    expect((await run(classify, ['e'], { e: 'nothing\nhere' })).code).toBe(1);
    expect((await run(classify, ['gone.ndjson'])).code).toBe(1);
  });
});
