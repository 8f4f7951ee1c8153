import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/time/interval.ts';
import { addWeeks } from '../../src/time/week.ts';
import { Life } from '../sync/killable.ts';
import { at, done, settled, World } from './world.ts';

/** Eight weeks with three hours each. */
const WEEKS = Array.from({ length: 8 }, (_, i) => addWeeks('2026-11-16', i));
const FILE = `CAL\n${WEEKS.map((week) => `${week}T09:00 180 m-${week}`).join('\n')}`;

async function begun() {
  const world = new World('2026-11-16T10:00');
  const background = world.wake(new Life(Number.POSITIVE_INFINITY));
  const inboxId = await world.store.putInbox({ name: 'w.ics', text: FILE });
  await done(background, 'importFile', { inboxId });
  await settled(background);
  const friday = async (week: string): Promise<void> => {
    world.nowMs = at(`${week}T16:00`) + 4 * DAY_MS;
    await world.giveAgain();
    await background.alarm('summary');
  };
  return { world, background, friday };
}

test('a clock that was ahead for a moment takes no week’s summary away', async () => {
  const { world, background, friday } = await begun();
  await friday(WEEKS[5] ?? '');
  // The clock is right again, and runs on.
  world.nowMs = at('2026-11-17T10:00');
  await background.alarm('midnight');
  world.pass(7 * HOUR_MS);
  await background.alarm('midnight');
  for (const week of WEEKS.slice(0, 7)) await friday(week);
  const told = world.shown.map((s) => s.id);
  expect(told.slice(1)).toEqual(WEEKS.slice(0, 7).map((week) => `week-${week}`));
});

test('a clock that is behind for a moment tells no week twice', async () => {
  const { world, background, friday } = await begun();
  await friday(WEEKS[2] ?? '');
  const nowMs = world.nowMs;
  world.nowMs = at('2020-01-01T00:00');
  await background.alarm('midnight');
  world.pass(HOUR_MS);
  await background.alarm('midnight');
  world.nowMs = nowMs + HOUR_MS;
  await background.alarm('summary');
  await background.alarm('midnight');
  expect(world.shown.map((s) => s.id)).toEqual([`week-${WEEKS[2]}`]);
});
