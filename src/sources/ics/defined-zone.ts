import { type Budget, expand } from '../../recurrence/expand.ts';
import { parseRule } from '../../recurrence/rule.ts';
import { DAY_MS, MINUTE_MS } from '../../time/interval.ts';
import type { Component } from './components.ts';
import { zoneOf } from './properties.ts';
import type { Property } from './property.ts';
import { wallsOf } from './times.ts';
import type { ZoneReader } from './zone-reader.ts';

/** Observances that one definition may have: the fullest in use have some hundred. */
const MOST_OBSERVANCES = 1000;
/** Rules are followed up to this year. */
const LAST_MS = Date.UTC(2100, 0, 1);
interface Onset {
  readonly instantMs: number;
  readonly offsetMs: number;
}

/**
 * A reader by the rules of a VTIMEZONE (RFC 5545, 3.6.5), or null where it has no observance that can be read. Wall
 * clocks that a change skips or repeats are read as `instantOfWall` does.
 *
 * @param budget what the rules of all definitions of a file may still cost
 */
export function definedZone(definition: Component, budget: Budget): ZoneReader | null {
  const onsets: Onset[] = [];
  let earliest = { instantMs: Number.POSITIVE_INFINITY, fromMs: 0 };
  for (const part of definition.parts.slice(0, MOST_OBSERVANCES)) {
    const found = zoneOf(part);
    const start = wallsOf(found.first('DTSTART'))[0];
    const toMs = offsetOf(found.first('TZOFFSETTO'));
    const fromMs = offsetOf(found.first('TZOFFSETFROM')) ?? toMs;
    if (start === undefined || toMs === null || fromMs === null) continue;
    const walls = [start.wallMs, ...found.all('RDATE').flatMap((p) => wallsOf(p).map((w) => w.wallMs))];
    const rule = found.first('RRULE');
    if (rule) walls.push(...recurring(rule, start.wallMs, fromMs, budget));
    for (const wallMs of new Set(walls)) {
      const instantMs = wallMs - fromMs;
      onsets.push({ instantMs, offsetMs: toMs });
      if (instantMs < earliest.instantMs) earliest = { instantMs, fromMs };
    }
  }
  if (onsets.length === 0) return null;
  onsets.sort((a, b) => a.instantMs - b.instantMs);
  const offsetAt = (instantMs: number): number => {
    let low = 0;
    let high = onsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((onsets[middle]?.instantMs ?? 0) <= instantMs) low = middle + 1;
      else high = middle;
    }
    return onsets[low - 1]?.offsetMs ?? earliest.fromMs;
  };
  return (wallMs) => {
    const before = offsetAt(wallMs - DAY_MS);
    const after = offsetAt(wallMs + DAY_MS);
    const first = wallMs - before;
    if (offsetAt(first) === before) return first;
    const second = wallMs - after;
    return offsetAt(second) === after ? second : first;
  };
}

/** UNTIL of an observance is in UTC (RFC 5545, 3.6.5). A rule that cannot be read leaves the first onset. */
function recurring(property: Property, startMs: number, fromMs: number, budget: Budget): readonly number[] {
  try {
    const rule = parseRule(property.raw);
    // No zone changes its clocks more often than by the month.
    if (rule.frequency !== 'YEARLY' && rule.frequency !== 'MONTHLY') return [];
    const { until } = rule;
    const untilMs = until ? until.wallMs + (until.kind === 'utc' ? fromMs : 0) : LAST_MS;
    return expand(rule, startMs, { startMs, endMs: LAST_MS }, untilMs, budget).starts;
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function offsetOf(property: Property | undefined): number | null {
  const match = /^([+-])(\d\d):?(\d\d):?(\d\d)?$/.exec(property?.raw ?? '');
  if (!match) return null;
  const [, sign, hours = 0, minutes = 0, seconds = 0] = match;
  const ms = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS + Number(seconds) * 1000;
  return sign === '-' ? -ms : ms;
}
