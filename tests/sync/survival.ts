import fc from 'fast-check';
import { expect } from 'vitest';
import type { Occurrence } from '../../src/calendar/occurrence.ts';
import type { SourceKind } from '../../src/calendar/source.ts';
import type { SourceReader } from '../../src/sources/contract.ts';
import type { Store } from '../../src/store/store.ts';
import { relabelAll } from '../../src/sync/relabel.ts';
import { LEASE_MS, type SyncRequest, syncSources } from '../../src/sync/sync.ts';
import { ALWAYS, freshStore, labelByCorrections } from '../store/fixtures.ts';
import { Life } from './killable.ts';
import { refusingPut } from './refusing.ts';
import { COMMANDS, type Said } from './survival-commands.ts';

/**
 * How a reader of any kind is tried: give a world of it to `survives`. Its account changes by chance, its runs are
 * killed, refused by the disk, and crossed by the user's commands at any await; in the end the store must hold what a
 * first reading by somebody else brings, labelled as the user said, with nothing left to read and no trouble.
 *
 *     test('an account of mine survives', () => survives(() => ({
 *       kind: 'caldav',
 *       reader: (nowMs) => caldavReader({ ... }),   // as a background that was just started makes it
 *       change: (n) => server.doSomething(n),        // anything that may happen to the account
 *     })));
 */
export interface ReaderWorld {
  readonly kind: SourceKind;
  /** A new reader, with nothing in memory, of the source `SURVIVOR`. */
  reader(nowMs: number): SourceReader | Promise<SourceReader>;
  /** Does something to the account; equal numbers may do different things, as the account stands. */
  change(n: number): void;
  /** When the trial begins. Default 2026-11-16T09:00Z. */
  readonly nowMs?: number;
  readonly zone?: string;
}

/** Id of the source that is read. */
export const SURVIVOR = 's';

interface Step {
  readonly changes: readonly number[];
  readonly fault: 'none' | 'kill' | 'refuse' | 'command';
  /** The deed, the row or the await at which it happens. */
  readonly at: number;
  readonly command: keyof typeof COMMANDS;
  readonly pick: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  changes: fc.array(fc.nat(1000), { maxLength: 3 }),
  fault: fc.constantFrom('none', 'kill', 'refuse', 'command', 'command'),
  at: fc.nat(24),
  command: fc.constantFrom(...(Object.keys(COMMANDS) as (keyof typeof COMMANDS)[])),
  pick: fc.nat(1000),
});

/** Trials by default, and where CRAFTWEEK_LONG is set. */
const RUNS = { usual: 12, long: 400 };

/** Tries a reader; fails with the shortest story that goes wrong. */
export async function survives(world: () => ReaderWorld, runs: Partial<typeof RUNS> = {}): Promise<void> {
  const { usual, long } = { ...RUNS, ...runs };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (story) => {
      const trial = new Trial(world());
      await trial.begin();
      for (const one of story) await trial.live(one);
      await trial.end(story.some((one) => one.fault === 'refuse'));
    }),
    { numRuns: process.env.CRAFTWEEK_LONG ? long : usual, seed: 17 },
  );
}

class Trial {
  private readonly store: Store = freshStore();
  private readonly said: Said = { connected: true, corrections: [], reading: 'first' };
  private readonly world: ReaderWorld;
  private nowMs: number;
  private lives = 0;

  constructor(world: ReaderWorld) {
    this.world = world;
    this.nowMs = world.nowMs ?? Date.UTC(2026, 10, 16, 9);
  }

  async begin(): Promise<void> {
    await this.store.putSource({ id: SURVIVOR, kind: this.world.kind, name: 'me' }, this.nowMs);
  }

  async live({ changes, fault, at, command, pick }: Step): Promise<void> {
    for (const n of changes) this.world.change(n);
    const life = new Life(fault === 'kill' ? at : Number.POSITIVE_INFINITY);
    if (fault === 'command') {
      life.meanwhile = async (nth) => {
        if (nth === at) await COMMANDS[command](this.store, this.said, pick, this.world.kind, this.nowMs);
      };
    }
    const run = (): Promise<unknown> => this.sync(this.store, life).catch(() => undefined);
    if (fault === 'refuse') await refusingPut(at, run);
    else await run();
    // Killed or not, the lease of that life runs out.
    this.nowMs += LEASE_MS + 1;
  }

  /**
   * Nothing disturbs any more: some runs later the store must be right. What was cut short is still wanted; only a
   * refusal of the disk is a trouble, after which the clock asks anew.
   */
  async end(refused: boolean): Promise<void> {
    if (!this.said.connected) await this.begin();
    if (refused) await this.store.want({});
    for (let i = 0; i < 4; i++) {
      await this.sync(this.store, new Life(Number.POSITIVE_INFINITY), null);
      this.nowMs += LEASE_MS + 1;
    }
    await relabelAll(this.store, labelByCorrections);
    expect(await this.store.sources()).toMatchObject([{ id: SURVIVOR, trouble: null }]);
    expect([await this.store.wanted(), await this.store.progress()]).toEqual([[], []]);
    expect((await this.store.corrections()).map((c) => c.id)).toEqual(this.said.corrections.map((c) => c.id));
    expect(await this.rows(this.store)).toEqual(await this.firstReading());
    await this.labelsAreRight();
    this.store.close();
  }

  private async sync(
    store: Store,
    life: Life,
    request: SyncRequest | null = { onDemand: true },
  ): Promise<void> {
    const reader = await this.world.reader(this.nowMs);
    await syncSources(
      {
        store: life.store(store),
        readerOf: async () => watched(reader, life),
        label: labelByCorrections,
        now: () => this.nowMs,
        zone: this.world.zone ?? 'UTC',
        locks: null,
        holder: `life-${++this.lives}`,
      },
      request,
    );
  }

  /** What somebody sees who connects the account now, of the calendars that are on. */
  private async firstReading(): Promise<Occurrence[]> {
    const other = freshStore();
    await other.putSource({ id: SURVIVOR, kind: this.world.kind, name: 'me' }, this.nowMs);
    await this.sync(other, new Life(Number.POSITIVE_INFINITY));
    const off = new Set((await this.store.calendars()).filter((c) => c.role === 'off').map((c) => c.id));
    const rows = (await this.rows(other)).filter((row) => !off.has(row.calendarId));
    other.close();
    return rows;
  }

  private async rows(store: Store): Promise<Occurrence[]> {
    const rows = await store.occurrences(ALWAYS);
    return rows.map(({ label: _, ...row }) => row).sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  private async labelsAreRight(): Promise<void> {
    const calendars = await this.store.calendars();
    const inputs = { revision: '', corrections: await this.store.corrections(), rules: [], calendars };
    const classify = labelByCorrections(inputs);
    for (const { label, ...row } of await this.store.occurrences(ALWAYS))
      expect(label).toEqual(classify(row));
  }
}

/** A reader whose every answer is an await of that life. */
function watched(reader: SourceReader, life: Life): SourceReader {
  const answer = async <T>(work: () => Promise<T>): Promise<T> => {
    life.breathe();
    await life.meanwhile(life.awaits++);
    return work();
  };
  return {
    calendars: () => answer(() => reader.calendars()),
    async *pages(calendar, cursor, window) {
      const pages = reader.pages(calendar, cursor, window)[Symbol.asyncIterator]();
      for (;;) {
        const page = await answer(() => pages.next());
        if (page.done) return;
        yield page.value;
      }
    },
  };
}
