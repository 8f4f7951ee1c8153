/** Fewest weeks on either side of a change (field.md, part 2). */
export const SHORTEST_SEGMENT = 3;

/** Fewest counted weeks for any word on drift (issue of the report; field.md, part 2). */
export const FEWEST_WEEKS = 8;

/** A change smaller than this share is noise to a person, however significant (8 points). */
export const LEAST_EFFECT = 0.08;

/** Weeks that the monitor looks back on, and the most of them that may lie after a change it announces. */
export const MONITOR_WINDOW = 52;
export const MONITOR_REACH = 12;
/** Fewest weeks before a change that the monitor announces. */
export const MONITOR_BASELINE = 5;

/**
 * What the monitor's value must pass two weeks running for a *lasting* change. Made by `npm run simulate`: at most
 * 10% of 20,000 simulated stable years (AR(1), 0.3) pass it even once, in the first year and later.
 */
export const LASTING_THRESHOLD = 3.2;

/** How much of the strength may hang on the single most extreme week: see `monitorValue`. */
export const WITHOUT_EXTREME = 1.25;

/**
 * What one look at `n` weeks must pass for a *possible* change: the 95% point of the strongest step of stable
 * series (AR(1), 0.3), 100,000 a length, made by `npm run simulate`. Lengths between are read from the next lower.
 */
export const POSSIBLE_THRESHOLDS: readonly (readonly [weeks: number, z: number])[] = [
  [8, 2.4],
  [9, 2.46],
  [10, 2.54],
  [12, 2.65],
  [14, 2.69],
  [16, 2.76],
  [20, 2.82],
  [26, 2.9],
  [39, 2.98],
  [52, 3.02],
];

/** The threshold for one look at `weeks` counted weeks. */
export function possibleThreshold(weeks: number): number {
  let found = POSSIBLE_THRESHOLDS[0]?.[1] ?? Number.POSITIVE_INFINITY;
  for (const [length, z] of POSSIBLE_THRESHOLDS) if (length <= weeks) found = z;
  return found;
}
