import { WEEKLY_AUTOCORRELATION } from '../../src/drift/step.ts';

/** A seeded source of uniform numbers in [0, 1): Mulberry32, so that every machine draws the same. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Standard normal numbers from uniform ones (Box and Muller, 1958). */
export function gaussian(uniform: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** `weeks` values of a stationary AR(1) series with mean 0 and standard deviation 1. */
export function stableWeeks(
  weeks: number,
  normal: () => number,
  autocorrelation = WEEKLY_AUTOCORRELATION,
): number[] {
  const innovation = Math.sqrt(1 - autocorrelation * autocorrelation);
  const values: number[] = [];
  for (let i = 0; i < weeks; i++) {
    values.push(i === 0 ? normal() : autocorrelation * (values[i - 1] ?? 0) + innovation * normal());
  }
  return values;
}
