import type { WeekLoad } from '../load/week-load.ts';
import { lengthMs, MINUTE_MS } from '../time/interval.ts';
import type { Objective } from './move.ts';

/** A week before or after some moves, in whole minutes; shares 0 to 1, null where there is nothing to divide by. */
export interface PlanFigures {
  readonly craftShare: number | null;
  /** (people + direction) / (craft + management + fragments). */
  readonly leadershipShare: number | null;
  readonly craftMinutes: number;
  /** After-hours included, as people and direction are. */
  readonly managementMinutes: number;
  readonly fragmentMinutes: number;
  /** The length of all focus blocks, booked craft included. */
  readonly focusMinutes: number;
  /** The open part of it. */
  readonly openFocusMinutes: number;
  readonly peopleMinutes: number;
  readonly directionMinutes: number;
}

export function figuresOf(load: WeekLoad): PlanFigures {
  const { craft, management, fragments } = load.minutes;
  const { people, direction } = load.activities;
  const sum = (list: readonly { startMs: number; endMs: number }[]): number =>
    list.reduce((ms, i) => ms + lengthMs(i), 0) / MINUTE_MS;
  return {
    craftShare: load.craftShare,
    leadershipShare: load.leadershipShare,
    craftMinutes: craft,
    managementMinutes: management,
    fragmentMinutes: fragments,
    focusMinutes: sum(load.focusBlocks),
    openFocusMinutes: sum(load.segments.filter((s) => s.focus && s.kind !== 'craft-booked')),
    peopleMinutes: people,
    directionMinutes: direction,
  };
}

/** The total of the objective. */
export function objectiveMinutes(figures: PlanFigures, objective: Objective): number {
  return objective === 'craft'
    ? figures.craftMinutes
    : figures.peopleMinutes + figures.directionMinutes + figures.openFocusMinutes;
}
