import { describe, expect, it } from 'vitest';
import { plan } from '../../src/cli/commands/plan.ts';
import { UsageError } from '../../src/cli/options.ts';
import { calendar, run } from './run.ts';

interface MoveJson {
  kind: string;
  title: string;
  changes: { uid: string; start: string; to: { start: string; end: string } | null }[];
  peopleAsked: number;
  gainedCraftMinutes: number;
  gainedFocusMinutes: number;
}
interface Figures {
  craftMinutes: number;
  craftShare: number | null;
}
interface PlanJson {
  week: string;
  zone: string;
  objective: string;
  before: Figures;
  moves: MoveJson[];
  after: Figures;
  optimal: boolean;
  boundMinutes: number;
  examined: number;
}

const PEOPLE = 'ATTENDEE:mailto:a@example.org\nATTENDEE:mailto:b@example.org';
const me = (more: string): string => `ATTENDEE${more}:mailto:me@example.org`;
const at = (start: string, title: string, who: string, more = ''): string =>
  `DTSTART:${start}\nDURATION:PT1H\nSUMMARY:${title}\nORGANIZER:mailto:a@example.org\n${who}${more}`;

const OPTIONAL = at(
  '20261116T090000Z',
  'Budget review',
  `${PEOPLE}\n${me(';ROLE=OPT-PARTICIPANT;PARTSTAT=ACCEPTED')}`,
);
const ONE_TO_ONE = at(
  '20261117T130000Z',
  '1:1',
  `ATTENDEE:mailto:a@example.org\n${me(';PARTSTAT=ACCEPTED')}`,
);
const NEEDED = at('20261118T075000Z', 'Status meeting', `${PEOPLE}\n${me(';PARTSTAT=ACCEPTED')}`);
const FILES = { 'mine.ics': calendar(OPTIONAL, ONE_TO_ONE, NEEDED) };
const ARGS = ['mine.ics', '--week', '2026-11-16', '--self', 'me@example.org', '--zone', 'Europe/Berlin'];

const jsonOf = async (more: string[], files: Record<string, string> = FILES): Promise<PlanJson> =>
  JSON.parse((await run(plan, [...ARGS, ...more, '--json'], files)).out);

describe('craftweek plan --json', () => {
  it('has exactly the fields of its contract', async () => {
    const found = await jsonOf([]);
    expect(Object.keys(found)).toEqual([
      'week',
      'zone',
      'objective',
      'before',
      'moves',
      'after',
      'optimal',
      'boundMinutes',
      'examined',
    ]);
    expect(Object.keys(found.before)).toEqual([
      'craftShare',
      'leadershipShare',
      'craftMinutes',
      'managementMinutes',
      'fragmentMinutes',
      'focusMinutes',
      'openFocusMinutes',
      'peopleMinutes',
      'directionMinutes',
    ]);
    expect(Object.keys(found.after)).toEqual(Object.keys(found.before));
    expect(found).toMatchObject({
      week: '2026-11-16',
      zone: 'Europe/Berlin',
      objective: 'craft',
      optimal: true,
    });
    expect(found.boundMinutes).toBe(found.after.craftMinutes);
  });

  it('skips what is optional, moves what is of two, shortens what others organise', async () => {
    const { moves, before, after } = await jsonOf([]);
    expect(moves.map(({ kind, title }) => [kind, title])).toEqual([
      ['skip', 'Budget review'],
      ['shift', '1:1'],
      ['shorten', 'Status meeting'],
    ]);
    expect(moves[0]).toEqual({
      kind: 'skip',
      title: 'Budget review',
      changes: [{ uid: 'event-0', start: '2026-11-16T09:00:00.000Z', to: null }],
      peopleAsked: 2,
      gainedCraftMinutes: 180,
      gainedFocusMinutes: 180,
    });
    expect(after.craftMinutes).toBeGreaterThan(before.craftMinutes);
  });

  it('keeps to the kinds and the number of moves that are allowed', async () => {
    expect((await jsonOf(['--allow', 'skip'])).moves.map((m) => m.kind)).toEqual(['skip']);
    expect((await jsonOf(['--moves', '1'])).moves).toHaveLength(1);
  });

  it('lists every allowed move with --all, those that give nothing among them', async () => {
    const { out } = await run(plan, [...ARGS, '--all', '--json'], FILES);
    const found = JSON.parse(out) as { all: MoveJson[] };
    expect(Object.keys(found)).toEqual(['week', 'zone', 'objective', 'before', 'all']);
    const starts = found.all.map((m) => m.changes[0]?.start ?? '');
    expect(starts).toEqual([...starts].sort());
    expect(found.all.filter((m) => m.title === 'Budget review').map((m) => m.kind)).toEqual([
      'shorten',
      'skip',
    ]);
    expect(found.all.some((m) => m.gainedCraftMinutes <= 0)).toBe(true);
  });

  it('plans for people and direction on the leadership track', async () => {
    expect((await jsonOf(['--track', 'leadership'])).objective).toBe('leadership');
    expect((await jsonOf(['--track', 'mastery'])).objective).toBe('craft');
  });

  it('never looks at the clock: a week that is over is planned like one ahead', async () => {
    const late = await run(plan, [...ARGS, '--json'], FILES, {
      now: () => Date.parse('2027-03-01T00:00:00Z'),
    });
    expect(JSON.parse(late.out)).toEqual(await jsonOf([]));
  });

  it('has a plain answer where there is nothing to move', async () => {
    const none = await jsonOf([], { 'mine.ics': calendar() });
    expect(none).toMatchObject({ moves: [], optimal: true });
    expect(none.after).toEqual(none.before);
    const leave = calendar(
      'DTSTART;VALUE=DATE:20261116\nDTEND;VALUE=DATE:20261121\nSUMMARY:Vacation',
      OPTIONAL,
    );
    expect(await jsonOf([], { 'mine.ics': leave })).toMatchObject({ moves: [], optimal: true });
  });
});

describe('craftweek plan', () => {
  it.each([
    [['--moves', '6']],
    [['--moves', '0']],
    [['--allow', 'cancel']],
    [['--track', 'sideways']],
    [['--corrections', 'x']],
  ])('refuses %j and names what is wrong', async (more) => {
    await expect(run(plan, [...ARGS, ...more], FILES)).rejects.toThrow(UsageError);
  });

  it('ends with 1 where a file cannot be read, and plans the rest', async () => {
    const { code, out, errors } = await run(plan, [...ARGS, 'gone.ics', '--json'], FILES);
    expect(code).toBe(1);
    expect(errors[0]).toMatch(/^gone\.ics: /);
    expect((JSON.parse(out) as PlanJson).moves).toHaveLength(3);
    expect((await run(plan, ['gone.ics'])).code).toBe(1);
  });

  it('prints for people what to do, what comes back and who is asked', async () => {
    const { out } = await run(plan, ARGS, FILES);
    expect(out).toContain('3 moves give back');
    expect(out).toMatch(
      /skip Budget review\n +Mon 10:00-11:00 +not this time\n +\+3 h craft, \+3 h focus, asks 2 people/,
    );
    expect(out).toContain('No other set of as many moves gives more.');
    expect((await run(plan, [...ARGS, '--all'], FILES)).out).toContain('moves are allowed');
    expect((await run(plan, ARGS, { 'mine.ics': calendar() })).out).toContain('no management is booked');
  });
});
