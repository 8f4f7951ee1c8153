import type { Interval } from '../time/interval.ts';

/** An interval that claims its minutes for an owner. Lower `rank` wins; ranks are unique. */
export interface Claim<T> extends Interval {
  readonly rank: number;
  readonly owner: T;
  /** Whether it takes part in counting minutes that two or more meetings claim. */
  readonly meeting: boolean;
  /** While it holds a minute, that minute is not counted as double-booked (absence). */
  readonly silent: boolean;
}

/** A piece of time given to one owner. */
export interface Given<T> extends Interval {
  readonly owner: T;
  /** Two or more meetings claim it. */
  readonly doubleBooked: boolean;
}

/**
 * Gives every instant that at least one claim covers to the claim of the lowest rank: sorted, disjoint pieces.
 * Neighbouring pieces of one owner and the same double-booking are joined. O(n log n).
 */
export function sweep<T>(claims: readonly Claim<T>[]): Given<T>[] {
  const edges = new Edges(claims);
  const given: { startMs: number; endMs: number; owner: T; doubleBooked: boolean }[] = [];
  for (let startMs = edges.next(); startMs < Number.POSITIVE_INFINITY; startMs = edges.next()) {
    edges.pass(startMs);
    const winner = edges.winnerAt(startMs);
    if (!winner) continue;
    const endMs = edges.next();
    const doubleBooked = edges.meetings >= 2 && !winner.silent;
    const last = given.at(-1);
    if (last && last.endMs === startMs && last.owner === winner.owner && last.doubleBooked === doubleBooked) {
      last.endMs = endMs;
    } else given.push({ startMs, endMs, owner: winner.owner, doubleBooked });
  }
  return given;
}

/** The beginnings and ends of claims, passed in order, and the claims that hold between them. */
class Edges<T> {
  /** Meetings that hold after the edges passed so far. */
  meetings = 0;
  private readonly starts: readonly Claim<T>[];
  private readonly ends: readonly Claim<T>[];
  private readonly heap = new Heap<Claim<T>>((a, b) => a.rank - b.rank);
  private nextStart = 0;
  private nextEnd = 0;

  constructor(claims: readonly Claim<T>[]) {
    this.starts = claims.filter((c) => c.endMs > c.startMs).sort((a, b) => a.startMs - b.startMs);
    this.ends = [...this.starts].sort((a, b) => a.endMs - b.endMs);
  }

  /** The next edge that was not passed; infinite behind the last. */
  next(): number {
    return Math.min(
      this.starts[this.nextStart]?.startMs ?? Number.POSITIVE_INFINITY,
      this.ends[this.nextEnd]?.endMs ?? Number.POSITIVE_INFINITY,
    );
  }

  pass(ms: number): void {
    for (let c = this.starts[this.nextStart]; c?.startMs === ms; c = this.starts[++this.nextStart]) {
      this.heap.push(c);
      if (c.meeting) this.meetings++;
    }
    for (let c = this.ends[this.nextEnd]; c?.endMs === ms; c = this.ends[++this.nextEnd]) {
      if (c.meeting) this.meetings--;
    }
  }

  /** The claim of the lowest rank that holds from `ms` on. Those that have ended leave the heap when they come up. */
  winnerAt(ms: number): Claim<T> | undefined {
    let top = this.heap.peek();
    while (top && top.endMs <= ms) {
      this.heap.pop();
      top = this.heap.peek();
    }
    return top;
  }
}

/** A binary heap: the smallest by `compare` on top. */
class Heap<T> {
  readonly #items: T[] = [];
  readonly #compare: (a: T, b: T) => number;

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  peek(): T | undefined {
    return this.#items[0];
  }

  push(item: T): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = items[parent] as T;
      if (this.#compare(above, item) <= 0) break;
      items[at] = above;
      at = parent;
    }
    items[at] = item;
  }

  pop(): void {
    const items = this.#items;
    const moved = items.pop();
    if (moved === undefined || items.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && this.#compare(items[child + 1] as T, items[child] as T) < 0) child++;
      if (this.#compare(moved, items[child] as T) <= 0) break;
      items[at] = items[child] as T;
      at = child;
    }
    items[at] = moved;
  }
}
