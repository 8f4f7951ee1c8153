import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trend } from '../../src/cli/commands/trend.ts';
import { week } from '../../src/cli/commands/week.ts';
import { UsageError } from '../../src/cli/options.ts';
import { calendar, run } from './run.ts';

interface WeekJson {
  week: string;
  zone: string;
  minutes: Record<
    | 'working'
    | 'craft'
    | 'craftBooked'
    | 'craftOpen'
    | 'management'
    | 'fragments'
    | 'away'
    | 'afterHoursCraft'
    | 'afterHoursManagement'
    | 'unconfirmed'
    | 'doubleBooked',
    number
  >;
  activities: Record<string, number>;
  craftShare: number | null;
  focusBlocks: { start: string; end: string }[];
  longestFocusMinutes: number;
  longestMeetingRunMinutes: number;
  problems: { code: string; message: string; file: string; line?: number }[];
}

const CASES = join(import.meta.dirname, '../fixtures/ics/cases');
const MEETING =
  'DTSTART:20261116T090000Z\nDURATION:PT1H\nSUMMARY:Budget review\nATTENDEE:mailto:a@example.org\nATTENDEE:mailto:b@example.org\nATTENDEE:mailto:c@example.org';
const FILES = { 'mine.ics': calendar(MEETING) };

const jsonOf = async (args: string[], files: Record<string, string> = FILES): Promise<WeekJson> =>
  JSON.parse((await run(week, [...args, '--json'], files)).out);

describe('craftweek week --json', () => {
  it('has exactly the fields of its contract', async () => {
    const found = await jsonOf(['mine.ics', '--week', '2026-11-16']);
    expect(Object.keys(found).sort()).toEqual([
      'activities',
      'craftShare',
      'craftShareRange',
      'focusBlocks',
      'leadershipShare',
      'longestFocusMinutes',
      'longestMeetingRunMinutes',
      'minutes',
      'problems',
      'week',
      'zone',
    ]);
    expect(Object.keys(found.minutes).sort()).toEqual([
      'afterHoursCraft',
      'afterHoursManagement',
      'away',
      'craft',
      'craftBooked',
      'craftOpen',
      'doubleBooked',
      'fragments',
      'management',
      'unconfirmed',
      'working',
    ]);
    expect(found).toMatchObject({ week: '2026-11-16', zone: 'Europe/Berlin', problems: [] });
    expect(found.minutes).toMatchObject({ working: 2100, management: 60, craftBooked: 0 });
  });

  it('takes any day of the week for its Monday, and this week without one', async () => {
    expect((await jsonOf(['mine.ics', '--week', '2026-11-22'])).week).toBe('2026-11-16');
    expect((await jsonOf(['mine.ics'])).week).toBe('2026-11-16');
  });

  it('counts by the options', async () => {
    const short = await jsonOf(['mine.ics', '--hours', '10:00-12:00', '--focus', '60', '--recovery', '0']);
    expect(short.minutes.working).toBe(600);
    expect(short.minutes.craftOpen).toBe(540);
    const none = await jsonOf(['mine.ics', '--hours', '10:00-12:00', '--focus', '240']);
    expect(none.minutes.craftOpen).toBe(0);
  });

  it('leaves out what the user declined, once it knows who that is', async () => {
    const text = calendar(
      `${MEETING}\nORGANIZER:mailto:b@example.org\nATTENDEE;PARTSTAT=DECLINED:mailto:me@example.org`,
    );
    expect((await jsonOf(['f.ics', '--self', 'me@example.org'], { 'f.ics': text })).minutes.management).toBe(
      0,
    );
  });

  it('counts an event that two calendars show once', async () => {
    const found = await jsonOf(['one.ics', 'two.ics'], {
      'one.ics': calendar(`UID:same\n${MEETING}`),
      'two.ics': calendar(`UID:same\n${MEETING}`),
    });
    expect(found.minutes).toMatchObject({ management: 60, doubleBooked: 0 });
  });

  it('adds up on every fixture, in every week of it', async () => {
    const names = readdirSync(CASES).filter((file) => file.endsWith('.ics'));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata'),
        fc.constantFrom('2026-01-05', '2026-03-23', '2026-03-30', '2024-07-15', '2024-09-09', '1997-10-20'),
        async (name, zone, monday) => {
          const { minutes: m, craftShare } = await jsonOf(
            [join(CASES, name), '--week', monday, '--zone', zone],
            {},
          );
          expect(m.working).toBe(
            m.craft + m.management + m.fragments + m.away - m.afterHoursCraft - m.afterHoursManagement,
          );
          expect(m.craft).toBe(m.craftBooked + m.craftOpen);
          const counted = m.craft + m.management + m.fragments;
          // Null too where the file says nothing of the week: an empty week is not all craft.
          if (craftShare !== null) expect(craftShare).toBe(m.craft / counted);
          else expect(counted === 0 || m.management + m.craftBooked === 0).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('craftweek week', () => {
  it('ends with 1 where a file cannot be read, with a line that says why, and prints the rest', async () => {
    const files = { ...FILES, 'notes.txt': 'Dear diary' };
    const { code, out, errors } = await run(week, ['mine.ics', 'notes.txt', 'gone.ics', '--json'], files);
    expect(code).toBe(1);
    expect(errors).toHaveLength(2);
    expect(errors[0]).toMatch(/^notes\.txt: /);
    expect(errors[1]).toMatch(/^gone\.ics: /);
    const found = JSON.parse(out) as WeekJson;
    expect(found.minutes.management).toBe(60);
    expect(found.problems.map((p) => p.file)).toEqual(['notes.txt', 'gone.ics']);
    expect((await run(week, ['gone.ics'])).code).toBe(1);
  });

  it('tells a broken event with file and line, and ends with 0', async () => {
    const text = calendar('DTSTART:never', MEETING);
    const { code, errors, out } = await run(week, ['mine.ics', '--json'], { 'mine.ics': text });
    expect(code).toBe(0);
    expect(errors).toEqual([expect.stringMatching(/^mine\.ics:5: /)]);
    expect((JSON.parse(out) as WeekJson).problems).toEqual([
      expect.objectContaining({ file: 'mine.ics', line: 5, code: 'broken-event' }),
    ]);
  });

  it.each([
    [[]],
    [['mine.ics', '--week', 'tomorrow']],
    [['mine.ics', '--zone', 'Mars/Olympus']],
    [['mine.ics', '--hours', '9-5']],
    [['mine.ics', '--hours', '12:00-09:00']],
    [['mine.ics', '--focus', '-5']],
    [['mine.ics', '--recovery', 'long']],
    [['mine.ics', '--loud']],
  ])('refuses %j and names what is wrong', async (args) => {
    await expect(run(week, args, FILES)).rejects.toThrow(UsageError);
  });

  it('prints for people, narrow or wide, with whole hours in front', async () => {
    const { out } = await run(week, ['mine.ics', '--week', '2026-11-16'], FILES, { columns: 40 });
    expect(out).toMatch(/management +1\.0 h/);
    expect(out).toMatch(/working hours +35\.0 h/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it('reads Google’s events.list, one answer or pages in order, by what the text begins with', async () => {
    const item = (id: string, hour: number): object => ({
      id,
      iCalUID: `${id}@google.com`,
      status: 'confirmed',
      summary: 'Budget review',
      start: { dateTime: `2026-11-16T${hour}:00:00Z` },
      end: { dateTime: `2026-11-16T${hour + 1}:00:00Z` },
      attendees: [
        { email: 'a@example.org', self: true },
        { email: 'b@example.org' },
        { email: 'c@example.org' },
      ],
    });
    const pages = [
      { kind: 'calendar#events', nextPageToken: 'p', items: [item('a', 10)] },
      { kind: 'calendar#events', nextSyncToken: 's', items: [item('b', 12)] },
    ];
    const found = await jsonOf(['-'], { '-': JSON.stringify(pages) });
    expect(found.minutes.management).toBe(120);
    expect((await jsonOf(['-'], { '-': JSON.stringify(pages[0]) })).minutes.management).toBe(60);
  });
});

describe('a week that the calendar does not reach', () => {
  const two = calendar(MEETING, MEETING.replaceAll('20261116', '20261207'));
  const shareOf = async (monday: string, file = 'two.ics'): Promise<unknown> =>
    (await jsonOf([file, '--week', monday], { 'two.ics': two, '-': two })).craftShare;

  it('has no share before the first entry and after the last, and its own in between', async () => {
    expect(await shareOf('2026-11-09')).toBeNull();
    expect(await shareOf('2026-11-16')).toBeGreaterThan(0.9);
    expect(await shareOf('2026-11-23')).toBe(1);
    expect(await shareOf('2026-12-07')).toBeGreaterThan(0.9);
    expect(await shareOf('2026-12-14')).toBeNull();
  });

  it('is told from standard input too, which can be read once', async () => {
    expect(await shareOf('2026-11-23', '-')).toBe(1);
  });

  it('says why, for people', async () => {
    const { out } = await run(week, ['two.ics', '--week', '2026-12-14'], { 'two.ics': two });
    expect(out).toContain('after the last entry of the calendar');
  });
});

describe('craftweek trend --json', () => {
  const weekly = (rule: string, start: string, title: string): string =>
    `DTSTART;TZID=Europe/Berlin:${start}\nDURATION:PT3H\nRRULE:${rule}\nSUMMARY:${title}\nATTENDEE:mailto:a@example.org\nATTENDEE:mailto:b@example.org\nATTENDEE:mailto:c@example.org`;
  const changed = calendar(
    weekly('FREQ=WEEKLY;BYDAY=MO', '20260601T090000', 'Architecture review'),
    weekly('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '20260831T090000', 'Budget meeting'),
    weekly('FREQ=WEEKLY;BYDAY=TU,WE,TH', '20260831T130000', 'Steering committee'),
  );

  it('has the weeks oldest first, and the change with what caused it', async () => {
    const { out, code } = await run(trend, ['c.ics', '--weeks', '24', '--json'], { 'c.ics': changed });
    const found = JSON.parse(out) as {
      weeks: WeekJson[];
      drift: {
        level: string;
        week: string;
        before: number;
        after: number;
        causes: { title: string; minutesPerWeek: number }[];
      };
    };
    expect(code).toBe(0);
    expect(found.weeks).toHaveLength(24);
    expect(found.weeks.at(-1)?.week).toBe('2026-11-09');
    expect(found.weeks.map((w) => w.week)).toEqual([...found.weeks.map((w) => w.week)].sort());
    expect(found.drift).toMatchObject({ level: 'lasting', week: '2026-08-31' });
    expect(found.drift.after).toBeLessThan(found.drift.before);
    expect(found.drift.causes.map((c) => c.title)).toContain('Budget meeting');
    expect(Object.keys(found.drift).sort()).toEqual([
      'after',
      'before',
      'causes',
      'earliestWeek',
      'latestWeek',
      'level',
      'statistic',
      'week',
    ]);
  });

  it('finds the same change however few weeks it prints', async () => {
    const driftOf = async (weeks: string): Promise<unknown> => {
      const { out } = await run(trend, ['c.ics', '--weeks', weeks, '--json'], { 'c.ics': changed });
      return (JSON.parse(out) as { drift: unknown }).drift;
    };
    const whole = await driftOf('52');
    expect(whole).not.toBeNull();
    for (const weeks of ['4', '12', '26', '520']) expect(await driftOf(weeks)).toEqual(whole);
  });

  it('has no drift where nothing changed', async () => {
    const steady = calendar(weekly('FREQ=WEEKLY;BYDAY=MO', '20260601T090000', 'Architecture review'));
    const { out } = await run(trend, ['c.ics', '--weeks', '20', '--json'], { 'c.ics': steady });
    expect((JSON.parse(out) as { drift: unknown }).drift).toBeNull();
  });

  it.each([[['c.ics', '--weeks', '0']], [['c.ics', '--weeks', '521']], [['c.ics', '--until', 'now']]])(
    'refuses %j',
    async (args) => {
      await expect(run(trend, args, { 'c.ics': changed })).rejects.toThrow(UsageError);
    },
  );

  it('prints a chart for people', async () => {
    const { out } = await run(trend, ['c.ics', '--weeks', '24'], { 'c.ics': changed });
    expect(out).toContain('A lasting change: since the week of 2026-08-31');
    expect(out.split('\n').filter((line) => /^ {2}2026-/.test(line))).toHaveLength(24);
  });
});
