import { describe, expect, test } from 'vitest';
import { readFile } from '../../extension/background/read-file.ts';
import type { Store } from '../../src/store/store.ts';
import { importFile } from '../../src/sync/import-file.ts';
import { sameCalendar } from '../../src/sync/same-calendar.ts';
import { ALWAYS, freshStore, labelByCorrections, MONDAY_9 } from '../store/fixtures.ts';

/** A calendar with the events of these numbers; the UIDs are as long as Outlook's, so that they are folded. */
function calendar(numbers: readonly number[], { name = '', of = 'a' } = {}): string {
  const events = numbers.map((n) => {
    const day = String(1 + (n % 28)).padStart(2, '0');
    return [
      'BEGIN:VEVENT',
      `UID:${'0'.repeat(60)}\r\n ${of}-${n}`,
      `DTSTART:202611${day}T090000Z`,
      `DTEND:202611${day}T100000Z`,
      `SUMMARY:Meeting ${n}`,
      // Apple names its alarms too: these are no events.
      'BEGIN:VALARM',
      `UID:alarm-${of}-${n}`,
      'ACTION:DISPLAY',
      'END:VALARM',
      'END:VEVENT',
    ].join('\r\n');
  });
  const head = name === '' ? [] : [`X-WR-CALNAME:${name}`];
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...head, ...events, 'END:VCALENDAR', ''].join('\r\n');
}

async function imported(store: Store, name: string, text: string, replaces?: string) {
  const inboxId = await store.putInbox({ name, text, ...(replaces === undefined ? {} : { replaces }) });
  const context = { ownAddresses: [], zone: 'UTC' };
  return importFile(
    { store, read: readFile, label: labelByCorrections, context, now: () => MONDAY_9 },
    inboxId,
  );
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

describe('a newer export of a calendar', () => {
  test('is known by its UIDs, whatever the file is called, and not by the UIDs of alarms', async () => {
    const store = freshStore();
    await imported(store, 'work.ics', calendar(range(0, 400)));
    const newer = { name: 'work (1).ics', text: calendar(range(100, 500)) };
    expect(await sameCalendar(store, newer)).toMatchObject({ name: 'work.ics' });
  });

  test('is known by few shared UIDs where the calendar calls itself the same', async () => {
    const store = freshStore();
    await imported(store, 'march.ics', calendar(range(0, 20), { name: 'Studio' }));
    const text = calendar(range(18, 40), { name: 'Studio' });
    expect(await sameCalendar(store, { name: 'april.ics', text })).toMatchObject({ name: 'march.ics' });
    const other = calendar(range(18, 40), { name: 'Home' });
    expect(await sameCalendar(store, { name: 'april.ics', text: other })).toBeNull();
  });

  test('is none where only the file is called the same: every program writes a calendar.ics', async () => {
    const store = freshStore();
    await imported(store, 'calendar.ics', calendar(range(0, 5), { name: 'Studio' }));
    await imported(store, 'calendar.ics', calendar(range(0, 5), { name: 'Home', of: 'b' }));
    expect((await store.sources()).map((s) => s.name)).toEqual(['calendar.ics', 'calendar.ics']);
    expect(await store.occurrences(ALWAYS)).toHaveLength(10);
    await imported(store, 'calendar.ics', calendar(range(0, 4), { name: 'Home', of: 'b' }));
    const counts = (await store.entryCounts()).map(({ entries }) => entries);
    expect(counts.sort()).toEqual([4, 5]);
  });

  test('takes the place of the older one where that is chosen, and stands beside it where not', async () => {
    const store = freshStore();
    const first = await imported(store, 'work.ics', calendar(range(0, 5)));
    const sourceId = first.ok ? first.sourceId : '';
    await imported(store, 'work (1).ics', calendar(range(1, 6)));
    expect(await store.sources()).toHaveLength(2);
    await imported(store, 'work (2).ics', calendar(range(2, 7)), sourceId);
    expect((await store.sources()).map((s) => s.name).sort()).toEqual(['work (1).ics', 'work (2).ics']);
  });

  test('keeps the name that the user gave, and the pause', async () => {
    const store = freshStore();
    const first = await imported(store, 'work.ics', calendar(range(0, 5)));
    const sourceId = first.ok ? first.sourceId : '';
    await store.setSource(sourceId, { name: 'My office', paused: true });
    await imported(store, 'work.ics', calendar(range(0, 6)), sourceId);
    expect(await store.sources()).toMatchObject([{ name: 'My office', renamed: true, paused: true }]);
  });
});
