import type { WeekLoad } from '../load/week-load.ts';
import type { ShareChange } from '../plan/lasting.ts';
import type { PlainDate } from '../time/zone.ts';

/** A past week as it was, and as its recurring entries and absences alone would have made it. */
export interface PastWeek {
  readonly full: WeekLoad;
  readonly recurringOnly: WeekLoad;
}

/** A week to come: what is booked by now, and its recurring entries and absences alone. */
export interface ComingWeek {
  readonly booked: WeekLoad;
  readonly recurringOnly: WeekLoad;
}

/** A forecast of the craft share of one week. */
export interface Forecast {
  readonly week: PlainDate;
  /** 0 to 1; null in a week that is mostly away, has nothing to weigh, or lies outside of the reach. */
  readonly expected: number | null;
  /** Four weeks in five are expected to end between the two. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Past weeks that the usual late bookings are learnt from, and the fewest that allow a forecast. */
const LEARN_FROM = 26;
const FEWEST = 6;
/** Two-sided 80% points of Student's t for 5, 6, ... degrees of freedom, then the normal's. */
const T80 = [1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345, 1.341];
const NORMAL80 = 1.282;

/**
 * The craft share that the coming weeks are likely to end with. A calendar shows a future week without what is
 * still to be booked; how much that is, is learnt from the user's own past: the shift between what recurring
 * entries alone would have made of a week and what it became. Bookings already made count as part of the shift.
 * The range is the spread of that shift. Null where fewer than six past weeks count.
 */
export function forecast(past: readonly PastWeek[], coming: readonly ComingWeek[]): Forecast[] | null {
  const shifts = past
    .filter(
      ({ full, recurringOnly }) =>
        !full.mostlyAway && full.craftShare !== null && recurringOnly.craftShare !== null,
    )
    .slice(-LEARN_FROM)
    .map(({ full, recurringOnly }) => (full.craftShare ?? 0) - (recurringOnly.craftShare ?? 0));
  const n = shifts.length;
  if (n < FEWEST) return null;
  const usual = shifts.reduce((sum, s) => sum + s, 0) / n;
  const variance = shifts.reduce((sum, s) => sum + (s - usual) ** 2, 0) / (n - 1);
  const width = (T80[n - 6] ?? NORMAL80) * Math.sqrt(variance * (1 + 1 / n));
  return coming.map(({ booked, recurringOnly }): Forecast => {
    const { week } = booked;
    const [base, now] = [recurringOnly.craftShare, booked.craftShare];
    if (booked.mostlyAway || base === null || now === null)
      return { week, expected: null, low: null, high: null };
    // What is booked beyond the recurring is part of the usual shift, or more than it.
    const already = now - base;
    const expected = clamp(base + (usual < 0 ? Math.min(usual, already) : Math.max(usual, already)));
    return { week, expected, low: clamp(expected - width), high: clamp(expected + width) };
  });
}

/**
 * The same forecast with a lasting move: what it changes of a week that is booked, it changes of what the week is
 * expected to become, since what is still to be booked comes on top of either.
 */
export function forecastWith(ahead: readonly Forecast[], shares: readonly ShareChange[]): Forecast[] {
  const byWeek = new Map(shares.map((one) => [one.week, one]));
  return ahead.map((one): Forecast => {
    const { before = null, after = null } = byWeek.get(one.week) ?? {};
    if (before === null || after === null) return one;
    const moved = (share: number | null): number | null =>
      share === null ? null : clamp(share + after - before);
    return { week: one.week, expected: moved(one.expected), low: moved(one.low), high: moved(one.high) };
  });
}

/** Mean of what the weeks are expected to end with; null where no week has an expectation. */
export function meanExpected(ahead: readonly Forecast[]): number | null {
  const known = ahead.flatMap(({ expected }) => expected ?? []);
  return known.length === 0 ? null : known.reduce((sum, share) => sum + share, 0) / known.length;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
