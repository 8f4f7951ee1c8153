import type { Track } from '../calendar/track.ts';
import { mean } from '../drift/mean.ts';
import { type ChangeRecord, isFall } from '../drift/record.ts';
import type { WeekPoint } from '../drift/week-point.ts';
import type { WeekLoad } from '../load/week-load.ts';

/** Administration above this share of management deserves a word (McKinsey 2023: 18 of 69). */
const MUCH_ADMINISTRATION = 0.26;

/** The headline of a track over some weeks. */
export interface TrackFigure {
  /** What the track is measured by, 0 to 1; null where there is nothing to measure. */
  readonly value: number | null;
  readonly target: number | null;
  /** value - target; negative below it; null where either is missing. */
  readonly gap: number | null;
  /** (people + direction) / (craft + management + fragments), 0 to 1; null where `craftShare` is. */
  readonly leadershipShare: number | null;
  /** Administration as a part of management, 0 to 1; null without management. */
  readonly administrationShare: number | null;
  readonly craftShare: number | null;
  readonly muchAdministration: boolean;
}

/**
 * The headline figure of a track over weeks that are not mostly away: the craft share for mastery and for one's own
 * mix, the leadership share for leadership: both of one whole. Sums over the weeks, so that a full week weighs more
 * than a short one.
 */
export function trackFigure(weeks: readonly WeekLoad[], track: Track, target: number | null): TrackFigure {
  const present = weeks.filter((week) => !week.mostlyAway);
  const total = (pick: (week: WeekLoad) => number): number =>
    present.reduce((sum, week) => sum + pick(week), 0);
  const craft = total((w) => w.minutes.craft);
  const whole = craft + total((w) => w.minutes.management + w.minutes.fragments);
  const craftShare = ratio(craft, whole);
  const leadershipShare = ratio(
    total((w) => w.activities.people + w.activities.direction),
    whole,
  );
  const administrationShare = ratio(
    total((w) => w.activities.administration),
    total((w) => w.minutes.management),
  );
  const value = track === 'leadership' ? leadershipShare : craftShare;
  return {
    value,
    target,
    gap: value === null || target === null ? null : value - target,
    leadershipShare,
    administrationShare,
    craftShare,
    muchAdministration: administrationShare !== null && administrationShare > MUCH_ADMINISTRATION,
  };
}

/**
 * The share of the user's own best weeks, for professions without published figures: the mean of the best quarter of
 * all weeks that count, and never below the level before a told fall, which was as much the user's own. Null below eight
 * weeks.
 */
export function ownBest(points: readonly WeekPoint[], records: readonly ChangeRecord[]): number | null {
  const shares = points.map((p) => p.share).sort((a, b) => b - a);
  if (shares.length < 8) return null;
  return Math.max(
    mean(shares.slice(0, Math.ceil(shares.length / 4))),
    ...records.filter(isFall).map((r) => r.before),
  );
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
