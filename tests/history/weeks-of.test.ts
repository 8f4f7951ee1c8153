import { expect, test } from 'vitest';
import { closeWeek } from '../../src/history/closed-week.ts';
import { weeksOf } from '../../src/history/weeks-of.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekInterval } from '../../src/time/week.ts';
import { labelByCorrections, MONDAY_9, occurrence, storeWithCalendar, write } from '../store/fixtures.ts';

const load = defaultLoadSettings('Europe/Berlin');
const basis = { load, track: 'own', labelVersion: '1' } as const;
const nowMs = MONDAY_9 + 20 * 86_400_000;
const asked = { from: '2026-11-10', until: '2026-11-24', settingsAt: () => load, nowMs };

async function storeWithOneClosed() {
  const store = await storeWithCalendar();
  await write(store, [occurrence({ uid: 'a' })]);
  const span = { week: '2026-11-16', ...weekInterval('2026-11-16', load.zone) };
  const closed = await store.closeWeeks([span], (week, list) => closeWeek(week, list, basis, nowMs));
  expect(closed).toBe(1);
  return store;
}

test('gives closed weeks as they were closed, and the others as the calendar says now', async () => {
  const store = await storeWithOneClosed();
  await write(store, [], { removed: [occurrence({ uid: 'a' }).key] });
  await write(store, [occurrence({ uid: 'b', startMs: MONDAY_9 + 7 * 86_400_000 })]);
  const weeks = await weeksOf(store, asked);
  expect(weeks.map((w) => [w.week, w.closed, w.minutes.management])).toEqual([
    ['2026-11-09', false, 0],
    ['2026-11-16', true, 60],
    ['2026-11-23', false, 60],
  ]);
});

test('a closed week is one week also where weeks now begin on a Sunday', async () => {
  const store = await storeWithOneClosed();
  const sundays = { ...asked, settingsAt: () => ({ ...load, weekStart: 7 as const }) };
  expect((await weeksOf(store, sundays)).map((w) => w.week)).toEqual([
    '2026-11-08',
    '2026-11-16',
    '2026-11-22',
  ]);
});

test('what is closed is not closed again, unless the clock that closed it ran ahead', async () => {
  const store = await storeWithOneClosed();
  await store.addCorrection({
    id: 'k',
    madeMs: 1,
    scope: { kind: 'series', uid: 'a' },
    verdict: 'learning',
    example: { title: '', people: 1, recurring: 'none' },
  });
  await store.relabelOnly({ uid: 'a' }, labelByCorrections);
  const again = (atMs: number) =>
    store.closeWeeks([{ week: '2026-11-16', ...weekInterval('2026-11-16', load.zone) }], (week, list) =>
      closeWeek(week, list, basis, atMs),
    );
  expect(await again(nowMs + 5)).toBe(0);
  expect((await store.closedWeeks())[0]?.figures.minutes.management).toBe(60);
  expect(await again(nowMs - 900 * 86_400_000)).toBe(1);
});
