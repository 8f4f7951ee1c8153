import { syncSources } from '../../src/sync/sync.ts';
import { freshStore, labelByCorrections, MONDAY_9, occurrence } from '../../tests/store/fixtures.ts';
import { FakeServer } from '../../tests/sync/fake-source.ts';
import { fakeLocks, run } from '../../tests/sync/runs.ts';
import { processorMs, type Row } from '../measure.ts';

/** An account of that size, read once; each call of `again` reads it anew after so many changes. */
async function account(size: number) {
  const store = freshStore();
  await store.putSource({ id: 's', kind: 'google', name: 'me' }, 1);
  const server = new FakeServer();
  let edits = 0;
  const event = (i: number, title: string) =>
    occurrence({
      sourceId: 's',
      calendarId: 'a',
      uid: `a${i}`,
      startMs: MONDAY_9,
      endMs: MONDAY_9 + 1,
      title,
    });
  server.add('a', ...Array.from({ length: size }, (_, i) => event(i, 'Meeting')));
  const reading = { readerOf: async () => server.reader(500), locks: fakeLocks(), label: labelByCorrections };
  const read = (): Promise<number> => processorMs(() => syncSources(run(store, {}, reading)));
  const firstMs = await read();
  return {
    firstMs,
    again(changes: number): Promise<number> {
      edits++;
      server.add('a', ...Array.from({ length: changes }, (_, i) => event(i, `Meeting ${edits}`)));
      return read();
    },
  };
}

export const SYNC_ROWS: readonly Row[] = [
  {
    name: 'sync-idle',
    work: 'a sync with nothing new, 20,000 occurrences',
    against: 'the same of 2,000',
    unit: 'ms',
    aim: 1,
    turns: 15,
    async open(quick) {
      const [large, small] = [await account(quick ? 2_000 : 20_000), await account(quick ? 200 : 2_000)];
      return { ours: () => large.again(0), peer: () => small.again(0) };
    },
  },
  {
    name: 'sync-one',
    work: 'one changed event of 10,000',
    against: 'the first reading of them',
    unit: 'ms',
    aim: 1 / 200,
    turns: 15,
    async open(quick) {
      const { firstMs, again } = await account(quick ? 500 : 10_000);
      return { ours: () => again(1), peer: () => firstMs };
    },
  },
];
