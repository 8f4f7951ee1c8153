import type { Correction } from '../calendar/correction.ts';
import type { Calendar } from '../calendar/source.ts';
import type { CalendarRow, CorrectionRow, RuleRow } from './rows.ts';

/** Corrections, oldest first, without where they were made. */
export function correctionsInOrder(rows: readonly CorrectionRow[]): Correction[] {
  return [...rows]
    .sort((a, b) => a.madeMs - b.madeMs || (a.id < b.id ? -1 : 1))
    .map(({ sourceId: _, ...correction }) => correction);
}

/** The calendars that their sources name. */
export function presentCalendars(rows: readonly CalendarRow[]): Calendar[] {
  return rows.filter((row) => row.absentSinceMs === undefined);
}

/** Rules in the order in which they are tried, without their place. */
export function rulesInOrder(rows: readonly RuleRow[]): Omit<RuleRow, 'order'>[] {
  return [...rows].sort((a, b) => a.order - b.order).map(({ order: _, ...rule }) => rule);
}
