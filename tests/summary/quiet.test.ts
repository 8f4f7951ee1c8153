import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quietUntil } from '../../src/summary/quiet.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/time/interval.ts';
import { instantOfWall, parsePlain } from '../../src/time/zone.ts';

const ZONE = 'Europe/Berlin';
const NIGHT = { on: true, fromMinute: 21 * 60, toMinute: 7 * 60 };
const at = (wall: string): number => instantOfWall(parsePlain(wall), ZONE);
const FOUR = 16 * 60;

describe('quiet hours', () => {
  it.each([
    ['before them', '2026-11-20T20:59', null],
    ['as they begin', '2026-11-20T21:00', '2026-11-21T07:00'],
    ['after midnight', '2026-11-21T02:00', '2026-11-21T07:00'],
    ['as they end', '2026-11-21T07:00', null],
    ['in the night that has an hour twice', '2026-10-25T02:30', '2026-10-25T07:00'],
  ])('%s', (_, wall, until) => {
    expect(quietUntil(at(wall), ZONE, NIGHT, FOUR)).toBe(until === null ? null : at(until));
  });

  it('end on the same day where they do not pass midnight', () => {
    const noon = { on: true, fromMinute: 12 * 60, toMinute: 13 * 60 };
    expect(quietUntil(at('2026-11-20T12:30'), ZONE, noon, FOUR)).toBe(at('2026-11-20T13:00'));
    expect(quietUntil(at('2026-11-20T13:30'), ZONE, noon, FOUR)).toBeNull();
  });

  it('hold back no note for which the user chose an hour within them, and none where they are off or empty', () => {
    const night = at('2026-11-20T23:00');
    expect(quietUntil(night, ZONE, NIGHT, 22 * 60)).toBeNull();
    expect(quietUntil(night, ZONE, { ...NIGHT, on: false }, FOUR)).toBeNull();
    expect(quietUntil(night, ZONE, { ...NIGHT, toMinute: NIGHT.fromMinute }, FOUR)).toBeNull();
  });

  it('end within a day, at an instant that is not quiet', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        minute,
        minute,
        minute,
        fc.integer({ min: 0, max: 400 * 24 * 60 }),
        (from, to, chosen, after) => {
          const nowMs = at('2026-01-01T00:00') + after * MINUTE_MS;
          const quiet = { on: true, fromMinute: from, toMinute: to };
          const until = quietUntil(nowMs, ZONE, quiet, chosen);
          if (until === null) return;
          expect(until).toBeGreaterThan(nowMs);
          // A day of 25 hours has one that comes twice.
          expect(until - nowMs).toBeLessThanOrEqual(25 * HOUR_MS);
          if (to < 2 * 60 || to >= 3 * 60) expect(quietUntil(until, ZONE, quiet, chosen)).toBeNull();
        },
      ),
    );
  });
});
