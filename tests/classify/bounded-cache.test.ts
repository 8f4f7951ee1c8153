import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BoundedCache } from '../../src/classify/bounded-cache.ts';

test('a bounded cache never holds more than it may, and never another value than was set', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), fc.array(fc.integer({ min: 0, max: 40 })), (most, keys) => {
      const cache = new BoundedCache<number>(most);
      for (const key of keys) {
        const found = cache.get(String(key));
        expect(found === undefined || found === key).toBe(true);
        cache.set(String(key), key);
        expect(cache.size).toBeLessThanOrEqual(most);
        expect(cache.get(String(key))).toBe(key);
      }
    }),
  );
});

test('what is asked for again and again outlives what is not', () => {
  const cache = new BoundedCache<number>(10);
  cache.set('kept', 1);
  for (let i = 0; i < 100; i++) {
    cache.set(`once ${i}`, i);
    expect(cache.get('kept')).toBe(1);
  }
  expect(cache.get('once 3')).toBeUndefined();
});
