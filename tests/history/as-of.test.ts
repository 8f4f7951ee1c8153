import { describe, expect, test } from 'vitest';
import type { SourceKind } from '../../src/calendar/source.ts';
import { knownOf, knownUntil } from '../../src/history/as-of.ts';
import { DAY_MS, HOUR_MS } from '../../src/time/interval.ts';
import { addWeeks, weekInterval } from '../../src/time/week.ts';

const WEEK = '2026-11-16';
const span = weekInterval(WEEK, 'Europe/Berlin');
const tuesday = span.startMs + DAY_MS + 10 * HOUR_MS;
const source = (id: string, syncedMs: number | null, kind: SourceKind = 'ics-file') => ({
  id,
  kind,
  syncedMs,
});

describe('a calendar that was last read on a Tuesday', () => {
  const old = [source('old', tuesday)];
  const later = tuesday + 20 * DAY_MS;

  test.each(['ics-file', 'google', 'ics-address'] as const)('is the same for %s', (kind) => {
    expect(knownOf(span, [source('old', tuesday, kind)], later).kind).toBe('as-of');
  });

  test('knows the week of that Tuesday as of then', () => {
    expect(knownOf(span, old, later)).toEqual({ kind: 'as-of', readMs: tuesday, sourceIds: ['old'] });
  });

  test('knows the weeks that were over', () => {
    expect(knownOf(weekInterval(addWeeks(WEEK, -1), 'Europe/Berlin'), old, later)).toEqual({ kind: 'known' });
  });

  test('knows nothing of a week that began later', () => {
    const next = weekInterval(addWeeks(WEEK, 1), 'Europe/Berlin');
    expect(knownOf(next, old, later)).toEqual({ kind: 'not-known', readMs: tuesday, sourceIds: ['old'] });
  });

  test('knows a week to come as booked then', () => {
    const ahead = weekInterval(addWeeks(WEEK, 5), 'Europe/Berlin');
    expect(knownOf(ahead, old, later).kind).toBe('as-of');
  });
});

test('a reading of today is as good as now, also on the first hours of a new week', () => {
  const sunday = span.endMs - HOUR_MS;
  const next = weekInterval(addWeeks(WEEK, 1), 'Europe/Berlin');
  expect(knownOf(next, [source('a', sunday)], span.endMs + 8 * HOUR_MS)).toEqual({ kind: 'known' });
  expect(knownOf(span, [source('a', sunday)], span.endMs + 8 * HOUR_MS)).toEqual({ kind: 'known' });
});

test('is as old as the oldest source, which it names first', () => {
  const now = tuesday + 20 * DAY_MS;
  const sources = [source('b', tuesday + DAY_MS), source('a', tuesday), source('fresh', now)];
  expect(knownOf(span, sources, now)).toEqual({ kind: 'as-of', readMs: tuesday, sourceIds: ['a', 'b'] });
  expect(knownUntil(sources)).toBe(tuesday);
});

test('beside a live account an old file stands for what it holds, and keeps nothing from being known', () => {
  const now = tuesday + 20 * DAY_MS;
  const sources = [source('old job', 5), source('account', now, 'google')];
  expect(knownUntil(sources)).toBe(now);
  expect(knownOf(span, sources, now)).toEqual({ kind: 'known' });
  // An account that went silent is told as before.
  const silent = [source('old job', 5), source('account', tuesday, 'google')];
  expect(knownOf(span, silent, now)).toEqual({ kind: 'as-of', readMs: tuesday, sourceIds: ['account'] });
});

test('a source that was never read makes nothing known', () => {
  expect(knownUntil([source('a', 5), source('new', null)])).toBeNull();
  expect(knownOf(span, [source('new', null)], tuesday)).toEqual({
    kind: 'not-known',
    readMs: null,
    sourceIds: ['new'],
  });
});

test('a paused source is let be, and the sample is as of now', () => {
  const later = tuesday + 90 * DAY_MS;
  expect(knownOf(span, [{ ...source('a', 5), paused: true }], later)).toEqual({ kind: 'known' });
  expect(knownOf(span, [source('sample', 5, 'sample')], later)).toEqual({ kind: 'known' });
});
