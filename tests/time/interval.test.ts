import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coveredMs, difference, intersection, overlaps, union } from '../../src/time/interval.ts';

const interval = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: -5, max: 40 }))
  .map(([startMs, length]) => ({ startMs, endMs: startMs + length }));
const intervals = fc.array(interval, { maxLength: 15 });
const points = (list: readonly { startMs: number; endMs: number }[]): Set<number> => {
  const set = new Set<number>();
  for (const { startMs, endMs } of list) for (let p = startMs; p < endMs; p++) set.add(p);
  return set;
};

describe('sets of intervals', () => {
  it('join, subtract and measure as sets of points do', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const [pa, pb] = [points(a), points(b)];
        expect(points(union(a))).toEqual(pa);
        expect(points(difference(a, b))).toEqual(new Set([...pa].filter((p) => !pb.has(p))));
        expect(coveredMs(a)).toBe(pa.size);
      }),
      { numRuns: 500 },
    );
  });

  it('come out sorted, disjoint and not even touching', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        for (const result of [union(a), difference(a, b)]) {
          for (let i = 1; i < result.length; i++) {
            expect(result[i]?.startMs).toBeGreaterThan(result[i - 1]?.endMs ?? 0);
          }
        }
      }),
    );
  });

  it('overlap exactly where their intersection is not null', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const real = a.endMs > a.startMs && b.endMs > b.startMs;
        expect(intersection(a, b) !== null).toBe(overlaps(a, b) && real);
      }),
    );
  });
});
