import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Background } from '../../extension/background/background.ts';
import type { UserSettings } from '../../src/settings/settings.ts';
import { addDays } from '../../src/time/zone.ts';
import { Life } from '../sync/killable.ts';
import { done, settled, World } from './world.ts';

/** What may happen to a calendar, a machine and its settings behind closed weeks. */
type Event =
  | { readonly kind: 'file'; readonly lines: readonly string[] }
  | { readonly kind: 'machine'; readonly zone: string }
  | { readonly kind: 'settings'; readonly part: Partial<UserSettings> }
  | { readonly kind: 'role'; readonly role: 'work' | 'private' | 'off' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'days'; readonly count: number };

const line = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 6, max: 20 }), fc.constantFrom(30, 60, 240, 900))
  .map(([day, hour, minutes]) => {
    return `${addDays('2026-05-18', day)}T${String(hour).padStart(2, '0')}:00 ${minutes} Meeting-${day}-${hour}`;
  });
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.array(line, { maxLength: 12 }).map((lines) => ({ kind: 'file', lines }) as const),
  fc
    .constantFrom('America/New_York', 'Asia/Kolkata', 'Europe/Berlin')
    .map((zone) => ({ kind: 'machine', zone }) as const),
  fc
    .record(
      {
        zone: fc.constantFrom('Asia/Tokyo', 'Europe/Lisbon'),
        focusMinutes: fc.constantFrom(60, 90, 240),
        recoveryMinutes: fc.constantFrom(0, 30),
        openTimeIsCraft: fc.boolean(),
        weekStart: fc.constantFrom(1 as const, 6 as const, 7 as const),
        track: fc.constantFrom('mastery' as const, 'leadership' as const),
        ownAddresses: fc.constant(['me@example.org']),
      },
      { requiredKeys: [] },
    )
    .map((part) => ({ kind: 'settings', part }) as const),
  fc.constantFrom('work', 'private', 'off').map((role) => ({ kind: 'role', role }) as const),
  fc.constant({ kind: 'remove' } as const),
  fc.integer({ min: 1, max: 30 }).map((count) => ({ kind: 'days', count }) as const),
);

async function happen(world: World, background: Background, what: Event): Promise<Background> {
  const [source] = await world.store.sources();
  switch (what.kind) {
    case 'file': {
      const inboxId = await world.store.putInbox({
        name: 'work.ics',
        text: ['CAL', ...what.lines].join('\n'),
      });
      await done(background, 'importFile', { inboxId });
      return background;
    }
    case 'machine': {
      world.machineZone = what.zone;
      const woken = world.wake(new Life(Number.POSITIVE_INFINITY));
      await woken.started();
      return woken;
    }
    case 'settings':
      world.set(what.part);
      await background.settingsChanged();
      return background;
    case 'role':
      if (source)
        await done(background, 'setCalendar', {
          sourceId: source.id,
          calendarId: 'calendar',
          role: what.role,
        });
      return background;
    case 'remove':
      if (source) await done(background, 'removeSource', { sourceId: source.id });
      return background;
    case 'days':
      world.pass(what.count * 86_400_000);
      await background.alarm('sync');
      return background;
    default:
      return what satisfies never;
  }
}

test('whatever happens to the calendar, the machine and the settings, closed weeks stay as they are to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 3, maxLength: 20 }),
      fc.array(event, { maxLength: 6 }),
      async (lines, events) => {
        const world = new World('2026-06-26T12:00');
        let background = world.wake(new Life(Number.POSITIVE_INFINITY));
        await happen(world, background, { kind: 'file', lines });
        await settled(background);
        const stood = new Map<string, string>();
        const remember = async (): Promise<void> => {
          const [rows, lists] = [await world.store.closedWeeks(), await world.store.closedEntries()];
          const now = new Map(rows.map((row, i) => [row.week, JSON.stringify([row, lists[i]])]));
          for (const [week, bytes] of stood) expect(now.get(week), week).toBe(bytes);
          for (const [week, bytes] of now) stood.set(week, bytes);
        };
        await remember();
        for (const what of events) {
          background = await happen(world, background, what);
          await settled(background);
          await remember();
        }
        expect(world.reports).toEqual([]);
      },
    ),
    { numRuns: process.env.CRAFTWEEK_LONG ? 500 : 10 },
  );
});
