import type { Store } from '../../src/store/store.ts';

/** Thrown where a killed background would have stopped. */
export class Killed extends Error {
  override name = 'Killed';
}

const READS: ReadonlySet<string> = new Set<keyof Store>([
  'sources',
  'calendars',
  'occurrences',
  'occurrence',
  'series',
  'corrections',
  'rules',
  'weeks',
  'closedWeeks',
  'historyState',
  'restated',
  'closedEntries',
  'counted',
  'takenMoves',
  'summaries',
  'summary',
  'progress',
  'problems',
  'extent',
  'changes',
  'focusShown',
  'lookAhead',
  'entryCounts',
  'sourcesOfUids',
  'cursor',
  'pausedUntil',
  'inbox',
  'inboxRow',
  'file',
  'labelsState',
  'labelInputs',
  'diagnosis',
  'deleting',
  'lastSync',
  'wanted',
  'close',
]);

/** One life of a background: it ends at a chosen deed, before or right after it, and does nothing from then on. */
export class Life {
  deeds = 0;
  /** Awaits of this life so far: what it asks of the store, and each deed. */
  awaits = 0;
  dead = false;
  /** Called at each await, before it: where something else may happen meanwhile. */
  meanwhile: (nth: number) => Promise<void> = async () => undefined;
  private readonly endsAt: number;

  /** Deed `n` (from 0) dies before it for `2 n`, right after it for `2 n + 1`; never for infinity. */
  constructor(endsAt: number) {
    this.endsAt = endsAt;
  }

  /** A deed that changes the world outside. */
  async deed<T>(work: () => Promise<T>): Promise<T> {
    this.breathe();
    await this.meanwhile(this.awaits++);
    const mine = this.deeds++;
    if (this.endsAt === 2 * mine) this.die();
    const result = await work();
    if (this.endsAt === 2 * mine + 1) this.die();
    return result;
  }

  /** Anything else: the dead do not do it. */
  breathe(): void {
    if (this.dead) throw new Killed('killed');
  }

  private die(): never {
    this.dead = true;
    throw new Killed('killed');
  }

  /** The store as this life sees it: each write is a deed. */
  store(store: Store): Store {
    return new Proxy(store, {
      get: (target, name: string) => {
        const method = target[name as keyof Store] as (...args: unknown[]) => Promise<unknown>;
        if (READS.has(name)) {
          return async (...args: unknown[]) => {
            this.breathe();
            await this.meanwhile(this.awaits++);
            return method(...args);
          };
        }
        return (...args: unknown[]) => this.deed(() => method(...args));
      },
    });
  }
}

/** Deaths of one scenario that are tried; all of them with CRAFTWEEK_LONG=1. */
const MOST_DEATHS = process.env.CRAFTWEEK_LONG ? Number.POSITIVE_INFINITY : 12;

/**
 * Lives a scenario to its end, then again and again in fresh worlds, ending the first life at deeds spread over all of
 * it, before one or after one. Answers how many deaths there could be.
 */
export async function killEverywhere(scenario: (life: Life) => Promise<void>): Promise<number> {
  const whole = new Life(Number.POSITIVE_INFINITY);
  await scenario(whole);
  const deaths = 2 * whole.deeds;
  const step = Math.max(1, deaths / MOST_DEATHS);
  for (let endsAt = 0; endsAt < deaths; endsAt += step) await scenario(new Life(Math.floor(endsAt)));
  return deaths;
}
