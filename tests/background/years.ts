import fc from 'fast-check';
import { expect } from 'vitest';
import type { Background } from '../../extension/background/background.ts';
import type { SourceReader } from '../../src/sources/contract.ts';
import { DAY_MS, HOUR_MS } from '../../src/time/interval.ts';
import { addWeeks } from '../../src/time/week.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import { occurrence } from '../store/fixtures.ts';
import { FakeServer } from '../sync/fake-source.ts';
import { Killed, Life } from '../sync/killable.ts';
import { refusingPut } from '../sync/refusing.ts';
import { at, OWN, PAGE, World } from './world.ts';

/** What happens in one week of a story, beside its days. */
export interface WeekStory {
  readonly fault: 'none' | 'kill' | 'refuse';
  /** The deed, or the row, at which it happens. */
  readonly at: number;
  /** By how many days the clock is wrong for a moment on Wednesday; 0 for never. */
  readonly clockDays: number;
  readonly zone: string;
  readonly deed: 'none' | 'correct' | 'rule' | 'sync' | 'settings';
  /** The day on which the fault happens: Monday, Wednesday, Friday. */
  readonly day: 0 | 2 | 4;
}

export const weekStory: fc.Arbitrary<WeekStory> = fc.record({
  fault: fc.constantFrom('none', 'none', 'kill', 'refuse'),
  at: fc.nat(60),
  clockDays: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -4000, max: 4000 }) },
    { weight: 1, arbitrary: fc.integer({ min: -40, max: 40 }) },
  ),
  zone: fc.constantFrom('Europe/Berlin', 'Europe/Berlin', 'Asia/Tokyo', 'America/Los_Angeles', 'Etc/Unknown'),
  deed: fc.constantFrom('none', 'none', 'correct', 'rule', 'sync', 'settings'),
  day: fc.constantFrom(0, 2, 4),
});

interface Shown {
  readonly week: PlainDate;
  readonly clockWrong: boolean;
  readonly died: boolean;
}

/** As readers do: a window that has moved is listed anew. */
function listingAnew(reader: SourceReader): SourceReader {
  return {
    calendars: () => reader.calendars(),
    async *pages(calendar, cursor, window) {
      const before = cursor as { readonly inner: unknown; readonly startMs: number } | null;
      const inner = before?.startMs === window.startMs ? before.inner : null;
      for await (const page of reader.pages(calendar, inner, window))
        yield { ...page, cursor: { inner: page.cursor, startMs: window.startMs } };
    },
  };
}

const START = '2026-11-16';

/**
 * Lives the weeks one after the other in one world: the whole background, with what goes wrong in each. Every week must
 * be told exactly once by the right clock; a second time only where the background died in showing it, or a clock gone
 * wrong had spent it before.
 */
export async function lives(weeks: readonly WeekStory[]): Promise<void> {
  const world = new World(`${START}T08:00`);
  const server = new FakeServer();
  world.readers.set('s', listingAnew(server.reader(50)));
  for (const [i] of weeks.entries()) {
    const week = addWeeks(START, i);
    for (const [day, name] of [
      [0, 'plan'],
      [1, 'draw'],
      [3, 'team'],
    ] as const) {
      const startMs = at(`${week}T09:00`) + day * DAY_MS;
      server.add(
        'c',
        occurrence({ sourceId: 's', calendarId: 'c', uid: `${name}-${week}`, title: name, startMs }),
      );
    }
  }
  await world.store.putSource({ id: 's', kind: 'google', name: 'me' }, world.nowMs);
  const shown: Shown[] = [];
  let background = world.wake(new Life(Number.POSITIVE_INFINITY));
  await background.woken();

  /** One event of a background, which may die of it; the next one is then woken, as the browser does. */
  const event = async (
    work: (b: Background) => Promise<unknown>,
    fault: WeekStory | null,
    clockWrong: boolean,
  ) => {
    const before = world.shown.length;
    const life = new Life(fault?.fault === 'kill' ? fault.at : Number.POSITIVE_INFINITY);
    background = world.wake(life);
    const doing = async (): Promise<void> => {
      await work(background).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      await background.alarm('resume');
    };
    if (fault?.fault === 'refuse') await refusingPut(fault.at, doing);
    else await doing();
    for (const { id } of world.shown.slice(before))
      shown.push({
        week: id.slice('week-'.length),
        clockWrong,
        died: life.dead || fault?.fault === 'refuse',
      });
    if (life.dead) world.pass();
  };

  for (const [i, story] of weeks.entries()) {
    const week = addWeeks(START, i);
    const monday = at(`${week}T09:00`);
    world.machineZone = story.zone;
    for (const day of [0, 2, 4] as const) {
      world.nowMs = Math.max(world.nowMs, monday + day * DAY_MS + (day === 4 ? 7 * HOUR_MS : 0));
      const fault = day === story.day ? story : null;
      const trueMs = world.nowMs;
      if (day === 2 && story.clockDays !== 0) {
        world.nowMs += story.clockDays * DAY_MS;
        await event((b) => b.alarm('midnight'), fault, true);
        world.nowMs = trueMs;
        await event((b) => b.alarm('midnight'), null, true);
        world.pass(7 * HOUR_MS);
      }
      if (day === 2) await event((b) => did(b, world, story.deed, week), fault, false);
      else await event((b) => b.alarm(day === 4 ? 'summary' : 'midnight'), fault, false);
    }
    // Whatever went wrong on Friday, an hour later it is right.
    world.pass(2 * HOUR_MS);
    await event((b) => b.alarm('sync'), null, false);
    const row = await world.store.summary(week);
    expect(row, `week ${i}: ${week}`).toMatchObject({ week });
    expect(row?.state, `week ${i}: ${week} ${row?.why ?? ''}`).toBe('shown');
    const told = shown.filter((one) => one.week === week);
    const right = told.filter((one) => !one.clockWrong);
    const excused = told.some((one) => one.died || one.clockWrong);
    if (excused) expect(told.length, `week ${i}: ${week}`).toBeGreaterThan(0);
    else expect(right, `week ${i}: ${week}`).toHaveLength(1);
    expect(
      (await world.store.occurrences({ startMs: monday, endMs: monday + 7 * DAY_MS })).length,
    ).toBeGreaterThan(2);
  }
}

async function did(
  background: Background,
  world: World,
  deed: WeekStory['deed'],
  week: PlainDate,
): Promise<void> {
  const send = (name: string, input: unknown) => background.message({ command: name, input }, PAGE, OWN);
  const uid = `team-${week}`;
  const [entry] = await world.store.series(uid);
  if (deed === 'correct' && entry)
    await send('correct', { scope: { kind: 'series', uid }, verdict: 'people', key: entry.key });
  if (deed === 'rule') await send('addRule', { field: 'title', value: week, verdict: 'people' });
  if (deed === 'sync') await send('syncNow', {});
  if (deed === 'settings') {
    world.set({ focusMinutes: week.endsWith('0') ? 60 : 120 });
    await background.settingsChanged();
  }
  await background.alarm('midnight');
}
