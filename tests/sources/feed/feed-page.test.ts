import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar, event, NOW, Rows, WINDOW } from './rows.ts';

const many = (count: number, stamp: string): string[] =>
  Array.from({ length: count }, (_, i) => event({ uid: `e${i}`, day: i % 60, hour: i % 9, stamp }));

describe('a second download', () => {
  it('that differs in DTSTAMP, CREATED and order alone changes nothing and reads nothing', async () => {
    const rows = new Rows();
    await rows.take(calendar(...many(40, '20261116T000000Z')));
    const read = rows.charactersRead;
    const again = many(40, '20261117T111111Z').map((e) =>
      e.replace('SUMMARY', 'CREATED:20261117T000000Z\r\nSUMMARY'),
    );
    expect(await rows.take(calendar(...again.reverse()))).toBeNull();
    expect(rows.charactersRead).toBe(read);
  });

  it('with one changed event reads that event alone', async () => {
    const rows = new Rows();
    await rows.take(calendar(...many(400, 'x')));
    const first = rows.charactersRead;
    const edited = many(400, 'y').map((e) => e.replace('SUMMARY:e7\r', 'SUMMARY:Moved\r'));
    await rows.take(calendar(...edited));
    expect(rows.charactersRead - first).toBeLessThan(first / 100);
    expect(rows.titles().filter((title) => title === 'Moved')).toHaveLength(1);
    expect(rows.rows.size).toBe(400);
  });

  it('without an event of this week takes it away', async () => {
    const rows = new Rows();
    await rows.take(calendar(event({ uid: 'a' }), event({ uid: 'b', day: 2 })));
    await rows.take(calendar(event({ uid: 'b', day: 2 })));
    expect(rows.titles()).toEqual(['b']);
  });

  it('in which a series got shorter drops the instances that are gone', async () => {
    const rows = new Rows();
    const series = (count: number): string => event({ uid: 's', more: [`RRULE:FREQ=DAILY;COUNT=${count}`] });
    await rows.take(calendar(series(5)));
    await rows.take(calendar(series(3)));
    expect(rows.rows.size).toBe(3);
  });

  it('in another zone is read anew as a whole', async () => {
    const rows = new Rows();
    const floating = calendar(event({ uid: 'f' }).replaceAll(/(\d{6})Z\r\n(DTEND|END)/g, '$1\r\n$2'));
    await rows.take(floating);
    const read = rows.charactersRead;
    await rows.take(floating, { zone: 'Asia/Tokyo' });
    expect(rows.charactersRead).toBeGreaterThan(read);
  });
});

describe('a feed that holds only a window', () => {
  const week = (from: number, to: number): string =>
    calendar(...Array.from({ length: to - from }, (_, i) => event({ uid: `d${from + i}`, day: from + i })));

  it('removes nothing that lay before it', async () => {
    const rows = new Rows();
    await rows.take(week(-40, 20));
    await rows.take(week(-30, 30));
    expect(rows.rows.size).toBe(70);
  });

  it('removes what it should have and has not', async () => {
    const rows = new Rows();
    await rows.take(week(-40, 20));
    await rows.take(calendar(event({ uid: 'd-30', day: -30 }), event({ uid: 'd5', day: 5 })));
    expect(rows.titles()).toEqual([...Array.from({ length: 11 }, (_, i) => `d${i - 40}`), 'd5']);
  });

  it('keeps its past also when all is read anew, as each week it is', async () => {
    const rows = new Rows();
    await rows.take(week(-40, 20));
    await rows.take(week(-30, 20), { window: { ...WINDOW, endMs: WINDOW.endMs + 604_800_000 } });
    expect(rows.rows.size).toBe(60);
  });
});

describe('UIDs that change', () => {
  it('at each request make no event new', async () => {
    const rows = new Rows();
    const drawn = (round: number): string =>
      calendar(...[1, 2, 3].map((day) => event({ uid: `${round}-${day}`, title: `T${day}`, day })));
    await rows.take(drawn(1));
    const keys = [...rows.rows.keys()];
    await rows.take(drawn(2));
    await rows.take(drawn(3));
    expect([...rows.rows.keys()]).toEqual(keys);
  });

  it('are followed when the event changes under its new UID', async () => {
    const rows = new Rows();
    await rows.take(calendar(event({ uid: 'old', title: 'Crit' })));
    await rows.take(calendar(event({ uid: 'new', title: 'Crit' })));
    await rows.take(calendar(event({ uid: 'new', title: 'Crit, longer' })));
    expect([...rows.rows.values()].map((o) => [o.uid, o.title])).toEqual([['old', 'Crit, longer']]);
  });

  it('and events without any are read right', async () => {
    const rows = new Rows();
    await rows.take(calendar(event({ uid: '', title: 'A' }), event({ uid: '', title: 'B', day: 2 })));
    await rows.take(calendar(event({ uid: '', title: 'B', day: 2 }), event({ uid: '', title: 'C', day: 3 })));
    expect(rows.titles()).toEqual(['B', 'C']);
  });
});

describe('a feed without details', () => {
  it('is said to hold times alone', async () => {
    const rows = new Rows();
    await rows.take(calendar(...[1, 2, 3, 4].map((day) => event({ uid: `b${day}`, title: 'Busy', day }))));
    expect(rows.page?.problems?.map((p) => p.code)).toEqual(['free-busy-only']);
  });

  it('without guests is said to have none', async () => {
    const rows = new Rows();
    await rows.take(calendar(...many(20, 'x')));
    expect(rows.page?.problems?.map((p) => p.code)).toEqual(['no-guests']);
    const guest = 'ATTENDEE;CN=Bo:mailto:bo@example.org';
    await rows.take(calendar(...many(20, 'x'), event({ uid: 'g', more: [guest] })));
    expect(rows.page?.problems).toEqual([]);
  });
});

it('a problem of an event is told until the event is mended', async () => {
  const rows = new Rows();
  const bad = 'BEGIN:VEVENT\r\nUID:bad\r\nSUMMARY:x\r\nDTSTART:soon\r\nEND:VEVENT';
  await rows.take(calendar(bad, event({ uid: 'a' })));
  await rows.take(calendar(bad, event({ uid: 'a', title: 'A2' })));
  expect(rows.page?.problems?.map((p) => p.code)).toContain('broken-event');
  await rows.take(calendar(event({ uid: 'bad' }), event({ uid: 'a', title: 'A2' })));
  expect(rows.page?.problems).toEqual([]);
});

it('reading what has changed comes to the same as reading all, for any edits', async () => {
  const uids = fc.constantFrom('a', 'b', 'c', 'd', 'e,f', '');
  const one = fc.record({
    uid: uids,
    title: fc.constantFrom('Crit', 'Sync'),
    day: fc.integer({ min: -10, max: 10 }),
    more: fc.constantFrom([], ['RRULE:FREQ=WEEKLY;COUNT=3'], ['ATTENDEE:mailto:bo@example.org']),
  });
  const text = fc.uniqueArray(one, {
    selector: (e) => `${e.uid}${e.uid === '' ? `${e.title}${e.day}` : ''}`,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 5 }), async (texts) => {
      const rows = new Rows();
      for (const events of texts) {
        const now = calendar(...events.map((e) => event({ ...e, uid: e.uid.replace(',', '\\,') })));
        await rows.take(now);
        const whole = new Rows();
        await whole.take(now);
        const plain = (r: Rows): unknown[] =>
          [...r.rows.values()].map(({ title, startMs, people }) => [startMs, title, people]).sort();
        expect(plain(rows)).toEqual(plain(whole));
      }
    }),
    { numRuns: process.env.CRAFTWEEK_LONG ? 5_000 : 60 },
  );
  expect(NOW).toBeGreaterThan(0);
});
