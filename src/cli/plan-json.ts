import type { Plan, WeighedMove } from '../plan/plan-week.ts';

/** A plan as `plan --json` prints it: a public interface (docs/cli.md). */
export function planJson(plan: Plan): Record<string, unknown> {
  const { week, zone, objective, before, moves, after, optimal, boundMinutes, examined } = plan;
  return {
    week,
    zone,
    objective,
    before,
    moves: moves.map(moveJson),
    after,
    optimal,
    boundMinutes,
    examined,
  };
}

/** A move as `plan --json` prints it. */
export function moveJson(move: WeighedMove): Record<string, unknown> {
  return {
    kind: move.kind,
    title: move.changes[0]?.occurrence.title ?? '',
    changes: move.changes.map(({ occurrence, to }) => ({
      uid: occurrence.uid,
      start: iso(occurrence.startMs),
      to: to === null ? null : { start: iso(to.startMs), end: iso(to.endMs) },
    })),
    peopleAsked: move.peopleAsked,
    gainedCraftMinutes: move.gainedCraftMinutes,
    gainedFocusMinutes: move.gainedFocusMinutes,
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
