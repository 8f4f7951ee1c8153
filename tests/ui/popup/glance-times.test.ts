import { expect, test } from 'vitest';
import { glanceTimes } from '../../../extension/popup/glance-times.ts';
import type { Segment } from '../../../src/load/week-load.ts';
import { HOUR_MS } from '../../../src/time/interval.ts';

const NINE = Date.parse('2026-11-18T08:00:00Z');
const at = (hours: number): number => NINE + hours * HOUR_MS;
const segment = (from: number, to: number, kind: Segment['kind']): Segment => ({
  startMs: at(from),
  endMs: at(to),
  kind,
  focus: false,
  unconfirmed: false,
  afterHours: false,
});
/** Craft from nine to eleven, then an hour of management. */
const load = {
  zone: 'Europe/Berlin',
  segments: [segment(0, 2, 'craft-booked'), segment(2, 3, 'management')],
};
const text = (share: number): string => String(Math.round(100 * share));
const times = (nowMs: number, syncedMs = nowMs) =>
  glanceTimes(load, 'craft', [{ id: 's', kind: 'google', syncedMs }], nowMs, text);

test('the share so far has its text for each moment of the day', () => {
  const { figures, untilMs } = times(at(1));
  expect(figures[0]).toEqual({ fromMs: at(1), text: '100' });
  expect(figures.find((f) => f.text === '80')?.fromMs).toBeLessThanOrEqual(at(2.5));
  expect(figures.at(-1)?.text).toBe('67');
  expect(figures.at(-1)?.fromMs).toBeLessThanOrEqual(at(3));
  expect(untilMs).toBe(Date.parse('2026-11-18T23:00:00Z'));
});

test('a picture ends when the reading behind it grows old', () => {
  expect(times(at(1), at(-22)).untilMs).toBe(at(2));
});

test('a reading that was old before ends no picture', () => {
  expect(times(at(1), at(-48)).untilMs).toBe(Date.parse('2026-11-18T23:00:00Z'));
});

test('a picture of a week without a share so far ends with the first moment that has one', () => {
  const { untilMs, figures } = times(at(-1));
  expect(figures).toEqual([]);
  expect(untilMs).toBeGreaterThan(at(0));
  expect(untilMs).toBeLessThanOrEqual(at(0) + 60_000);
});
