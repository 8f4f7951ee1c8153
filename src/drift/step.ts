/**
 * Autocorrelation from one week to the next that the statistic is built for. It cannot be estimated from 8 to 52
 * points, so it is fixed, as field.md part 2 advises for short series.
 */
export const WEEKLY_AUTOCORRELATION = 0.3;

/**
 * Standard deviation of the weekly craft share below which it is not believed (two points): a machine-made
 * calendar without any spread would make every change infinitely significant.
 */
const LEAST_SPREAD = 0.02;

/** A step found in a series of weekly shares. */
export interface Step {
  /** Index of the first value after the step. */
  readonly at: number;
  /**
   * The step over its standard error by generalised least squares under AR(1) noise, as the standard normal
   * value of the same probability; negative for a fall.
   */
  readonly z: number;
}

/**
 * How strongly `values` show one step before index `at`: the t statistic of the step's coefficient by generalised
 * least squares under AR(1) noise with `WEEKLY_AUTOCORRELATION`, turned into a standard normal value (Wallace's
 * 1959 approximation), so that short and long series can be compared. 0 with fewer than three values.
 */
export function stepAt(values: readonly number[], at: number): Step {
  const n = values.length;
  if (n < 3 || at < 1 || at >= n) return { at, z: 0 };
  const rho = WEEKLY_AUTOCORRELATION;
  const first = Math.sqrt(1 - rho * rho);
  // Sums over the whitened columns: a the level, s the step, y the values.
  let aa = 0;
  let as = 0;
  let ss = 0;
  let ay = 0;
  let sy = 0;
  let yy = 0;
  let last = 0;
  for (let t = 0; t < n; t++) {
    const value = values[t] ?? 0;
    const y = t === 0 ? first * value : value - rho * last;
    const a = t === 0 ? first : 1 - rho;
    const s = t < at ? 0 : t === at ? 1 : 1 - rho;
    aa += a * a;
    as += a * s;
    ss += s * s;
    ay += a * y;
    sy += s * y;
    yy += y * y;
    last = value;
  }
  const determinant = aa * ss - as * as;
  const step = (aa * sy - as * ay) / determinant;
  const level = (ss * ay - as * sy) / determinant;
  const residual = Math.max(0, yy - level * ay - step * sy) / (n - 2);
  const variance = Math.max(residual, LEAST_SPREAD * LEAST_SPREAD * (1 - rho * rho));
  return { at, z: normalValue(step / Math.sqrt((variance * aa) / determinant), n - 2) };
}

/**
 * The strongest step of `values` with at least `before` values before it and `after` to `afterAtMost` values
 * after it, or null where there is no room for one.
 */
export function strongestStep(
  values: readonly number[],
  before: number,
  after: number,
  afterAtMost = Number.POSITIVE_INFINITY,
): Step | null {
  let best: Step | null = null;
  for (let at = Math.max(before, values.length - afterAtMost); at <= values.length - after; at++) {
    const step = stepAt(values, at);
    if (best === null || Math.abs(step.z) > Math.abs(best.z)) best = step;
  }
  return best;
}

/** Standard normal value with the probability of Student's `t` at `freedom` degrees (Wallace 1959). */
function normalValue(t: number, freedom: number): number {
  const correction = (8 * freedom + 1) / (8 * freedom + 3);
  return Math.sign(t) * correction * Math.sqrt(freedom * Math.log1p((t * t) / freedom));
}
