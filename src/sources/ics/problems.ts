import type { Problem } from '../../calendar/problem.ts';

/** Problems past this number are counted. */
const MOST_PROBLEMS = 500;

/** Problems in the order of the file, cut to the first ones; each kind of trouble stays in sight. */
export function bounded(problems: readonly Problem[]): Problem[] {
  const byLine = (a: Problem, b: Problem): number => (a.line ?? 0) - (b.line ?? 0);
  const sorted = [...problems].sort(byLine);
  if (sorted.length <= MOST_PROBLEMS) return sorted;
  const firstOfKind = [...new Map(sorted.toReversed().map((p) => [p.code, p])).values()];
  const kept = [...new Set([...firstOfKind, ...sorted.slice(0, MOST_PROBLEMS)])];
  return [
    ...kept.sort(byLine),
    { code: 'capped', message: `${sorted.length - kept.length} more problems are not listed` },
  ];
}
