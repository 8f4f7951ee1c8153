import { mean } from './mean.ts';
import { type Step, stepAt, strongestStep } from './step.ts';
import {
  LASTING_THRESHOLD,
  LEAST_EFFECT,
  MONITOR_BASELINE,
  MONITOR_REACH,
  MONITOR_WINDOW,
  SHORTEST_SEGMENT,
  WITHOUT_EXTREME,
} from './thresholds.ts';

/** A lasting change as the weekly monitor announced it. */
export interface Announcement {
  /** Index of the first week after the change. */
  readonly at: number;
  /** Index of the week at whose end it was announced. */
  readonly announcedAt: number;
  readonly z: number;
}

/**
 * What the monitor makes of the weeks up to now: the strongest step of the last 52 weeks that lies 3 to 12 weeks
 * back. Its strength is cut to 1.25 times what is left without the most extreme week after it, so that no single
 * week (a conference, a crisis) makes a change. Null where there is no room for a step.
 */
export function monitorValue(values: readonly number[]): Step | null {
  const window = values.slice(-MONITOR_WINDOW);
  const step = strongestStep(window, MONITOR_BASELINE, SHORTEST_SEGMENT, MONITOR_REACH);
  if (!step) return null;
  const falling = step.z < 0;
  let extreme = step.at;
  for (let i = step.at; i < window.length; i++) {
    const [here, most] = [window[i] ?? 0, window[extreme] ?? 0];
    if (falling ? here < most : here > most) extreme = i;
  }
  const without = stepAt(window.toSpliced(extreme, 1), step.at).z * WITHOUT_EXTREME;
  const strength = Math.max(0, Math.min(Math.abs(step.z), falling ? -without : without));
  return { at: values.length - window.length + step.at, z: falling ? -strength : strength };
}

/**
 * Replays the weekly monitor over all weeks, oldest first, and lists the lasting changes that it announced. One is
 * announced when the monitor's value passes the threshold two weeks running in one direction and the levels differ
 * by 8 points; the weeks before the change are then forgotten, so that each is announced once.
 */
export function lastingChanges(values: readonly number[]): Announcement[] {
  const found: Announcement[] = [];
  let start = 0;
  let last = 0;
  for (let n = 1; n <= values.length; n++) {
    const step = monitorValue(values.slice(start, n));
    const z = step?.z ?? 0;
    const twice = Math.min(z, last) > LASTING_THRESHOLD || Math.max(z, last) < -LASTING_THRESHOLD;
    if (step && twice) {
      const at = start + step.at;
      if (Math.abs(mean(values.slice(at, n)) - mean(values.slice(start, at))) >= LEAST_EFFECT) {
        found.push({ at, announcedAt: n - 1, z });
        start = at;
        last = 0;
        continue;
      }
    }
    last = z;
  }
  return found;
}
