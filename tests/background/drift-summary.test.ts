import { describe, expect, test } from 'vitest';
import type { Background } from '../../extension/background/background.ts';
import { addWeeks } from '../../src/time/week.ts';
import { addDays } from '../../src/time/zone.ts';
import { Life } from '../sync/killable.ts';
import { at, done, settled, World } from './world.ts';

const FOREVER = Number.POSITIVE_INFINITY;
const CHANGE = '2026-10-05';

/** Half a year of an hour a day and from the 5th of October on five; week by week a little differently. */
function file(): string {
  const lines: string[] = [];
  for (let i = 0; i < 34; i++) {
    const week = addWeeks('2026-05-04', i);
    for (let day = 0; day < 5; day++) {
      const date = addDays(week, day);
      lines.push(`${date}T09:00 ${50 + ((i * 7 + day) % 3) * 10} daily-${date}`);
      if (week < CHANGE) continue;
      lines.push(`${date}T10:30 90 budget-${date}`, `${date}T13:00 150 vendor-${date}`);
    }
  }
  return `CAL\n${lines.join('\n')}`;
}

async function friday(world: World, background: Background, date: string): Promise<string> {
  world.nowMs = at(`${date}T16:00`);
  await world.giveAgain();
  await background.alarm('summary');
  return world.shown.at(-1)?.text.body ?? '';
}

async function withFile(given = '2026-10-14T10:00'): Promise<{ world: World; background: Background }> {
  const world = new World(given);
  const background = world.wake(new Life(FOREVER));
  await background.woken();
  await done(background, 'importFile', {
    inboxId: await world.store.putInbox({ name: 'work.ics', text: file() }),
  });
  await settled(background);
  return { world, background };
}

describe('a lasting change', () => {
  test('is told by one summary, and by none after it', async () => {
    const { world, background } = await withFile();
    const bodies: string[] = [];
    for (let i = 0; i < 8; i++) bodies.push(await friday(world, background, addWeeks('2026-10-16', i)));
    const telling = bodies.filter((body) => body.includes('Since the week of October 5'));
    expect(bodies).toHaveLength(8);
    expect(telling).toHaveLength(1);
    expect(telling[0]).toMatch(/your craft share is \d+%; before it was \d+%/);
    const rows = await world.store.summaries();
    expect(rows.filter((row) => row.drift)).toMatchObject([{ drift: { week: CHANGE, falling: true } }]);
  });

  test('is told by a preview too, which takes nothing from the summary', async () => {
    const { world, background } = await withFile('2026-11-12T10:00');
    await done(background, 'previewSummary', {});
    expect(world.shown.at(-1)?.text.body).toContain('Since the week of October 5');
    expect(await friday(world, background, '2026-11-13')).toContain('Since the week of October 5');
  });

  test('is told again by the same summary where the browser was killed in the middle', async () => {
    const { world, background } = await withFile();
    await friday(world, background, '2026-10-16');
    const row = { week: '2026-11-09', state: 'showing', atMs: at('2026-11-13T16:00') } as const;
    await world.store.putSummary({ ...row, drift: { week: CHANGE, falling: true } });
    expect(await friday(world, background, '2026-11-13')).toContain('Since the week of October 5');
  });
});
