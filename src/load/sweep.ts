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
  const starts = claims.filter((c) => c.endMs > c.startMs).sort((a, b) => a.startMs - b.startMs);
  const ends = [...starts].sort((a, b) => a.endMs - b.endMs);
  const heap = new Heap<Claim<T>>((a, b) => a.rank - b.rank);
  const given: { startMs: number; endMs: number; owner: T; doubleBooked: boolean }[] = [];
  let meetings = 0;
  let nextEnd = 0;
  for (let nextStart = 0; nextEnd < ends.length; ) {
    const startMs = Math.min(
      starts[nextStart]?.startMs ?? Number.POSITIVE_INFINITY,
      ends[nextEnd]?.endMs ?? Number.POSITIVE_INFINITY,
    );
    for (let c = starts[nextStart]; c && c.startMs === startMs; c = starts[++nextStart]) {
      heap.push(c);
      if (c.meeting) meetings++;
    }
    for (let c = ends[nextEnd]; c && c.endMs === startMs; c = ends[++nextEnd]) if (c.meeting) meetings--;
    let top = heap.peek();
    while (top && top.endMs <= startMs) {
      heap.pop();
      top = heap.peek();
    }
    if (!top) continue;
    const endMs = Math.min(
      starts[nextStart]?.startMs ?? Number.POSITIVE_INFINITY,
      ends[nextEnd]?.endMs ?? Number.POSITIVE_INFINITY,
    );
    const doubleBooked = meetings >= 2 && !top.silent;
    const last = given.at(-1);
    if (last && last.endMs === startMs && last.owner === top.owner && last.doubleBooked === doubleBooked) {
      last.endMs = endMs;
    } else given.push({ startMs, endMs, owner: top.owner, doubleBooked });
  }
  return given;
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
