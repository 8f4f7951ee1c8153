import { test } from 'vitest';
import { outlookClient } from '../../../src/sources/outlook/client.ts';
import { outlookReader } from '../../../src/sources/outlook/reader.ts';
import { DAY_MS } from '../../../src/time/interval.ts';
import { GraphHandler } from '../../servers/graph/handler.ts';
import { GraphWorld, graphTime } from '../../servers/graph/world.ts';
import { type ReaderWorld, SURVIVOR, survives } from '../../sync/survival.ts';

const NOW = Date.UTC(2026, 10, 16, 9);

/** A mailbox of two calendars whose events and series come, change and go, and whose links end. */
function mailbox(): ReaderWorld {
  const world = new GraphWorld();
  const handler = new GraphHandler(world);
  handler.mostOnPage = 3;
  world.addCalendar({ id: 'a', name: 'A', isDefaultCalendar: true });
  world.addCalendar({ id: 'b', name: 'B' });
  for (let i = 0; i < 4; i++) world.add('a', NOW + i * DAY_MS, { subject: 'a' });
  world.addSeries('b', NOW, 3, { type: 'daily', interval: 1 }, { subject: 'b' });
  return {
    kind: 'outlook',
    nowMs: NOW,
    reader(nowMs) {
      let draws = 0;
      const random = (): number => (++draws % 100) / 100;
      const client = outlookClient({
        fetch: handler.fetch,
        token: async () => 'token',
        now: () => nowMs,
        random,
        sleep: async () => undefined,
        baseUrl: handler.base,
      });
      return outlookReader({ client, sourceId: SURVIVOR, ownAddresses: [], now: () => nowMs, random });
    },
    change(n) {
      const calendar = n % 2 === 0 ? 'a' : 'b';
      const there = [...world.events.values()].filter((s) => s.calendarId === calendar && !s.gone);
      const id = there[Math.floor(n / 8) % Math.max(1, there.length)]?.event.id;
      const day = NOW + (n % 13) * DAY_MS;
      if (n % 8 === 7) world.expireLinks();
      else if (n % 8 === 6)
        world.addSeries(calendar, day, 3, { type: 'weekly', interval: 1 }, { subject: `s${n}` });
      else if (n % 8 === 5 || id === undefined) world.add(calendar, day, { subject: `new ${n}` });
      else if (n % 8 > 2) world.remove(id);
      else if (n % 8 === 2) world.change(id, { start: graphTime(day), end: graphTime(day + 60_000) });
      else world.change(id, { subject: `changed ${n}` });
    },
  };
}

test('a Microsoft account survives kills, a full disk and commands at any await of a run', () =>
  survives(mailbox, { usual: 8, long: 400 }));
