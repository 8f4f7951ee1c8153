import type { WeekLoad } from '../load/week-load.ts';

/** The two tracks are equals; `own` is the user's own mix of them. */
export type Track = 'mastery' | 'leadership' | 'own';

/** A role with a suggested target and where the figure comes from (field.md, 1.2). */
export interface RoleDefault {
  readonly id: 'expert' | 'senior' | 'manager' | 'director' | 'leader';
  readonly track: Track;
  /** Craft share (mastery) or people share (leadership), 0 to 1. */
  readonly target: number;
  /** `measured` figures stand on published data, `judgement` is our reading of them. */
  readonly basis: 'measured' | 'judgement';
  readonly source: string;
}

/** Suggested targets; the sources are told in docs/defaults.md and beside the setting. */
export const ROLE_DEFAULTS: readonly RoleDefault[] = [
  {
    id: 'expert',
    track: 'mastery',
    target: 0.5,
    basis: 'measured',
    source: 'Clockwise 2022; Okay: team baseline 50%',
  },
  {
    id: 'senior',
    track: 'mastery',
    target: 0.4,
    basis: 'judgement',
    source: '30-40% in common advice; no measured source',
  },
  {
    id: 'manager',
    track: 'mastery',
    target: 0.3,
    basis: 'judgement',
    source: 'Horowitz 2014 (Dr. Dobb’s): at least 30%',
  },
  {
    id: 'director',
    track: 'mastery',
    target: 0.15,
    basis: 'judgement',
    source: 'Porter & Nohria: CEOs 72% in meetings',
  },
  {
    id: 'leader',
    track: 'leadership',
    target: 0.4,
    basis: 'judgement',
    source: 'McKinsey 2023: 28 of 69 = 41%',
  },
];

/** Administration above this share of management deserves a word (McKinsey 2023: 18 of 69). */
export const MUCH_ADMINISTRATION = 0.26;

/** The headline of a track over some weeks. */
export interface TrackFigure {
  /** What the track is measured by, 0 to 1; null where there is nothing to measure. */
  readonly value: number | null;
  readonly target: number | null;
  /** value - target; negative below it; null where either is missing. */
  readonly gap: number | null;
  /** people / (people + coordination + administration), 0 to 1; null without management. */
  readonly peopleShare: number | null;
  readonly administrationShare: number | null;
  readonly craftShare: number | null;
  readonly muchAdministration: boolean;
}

/**
 * The headline figure of a track over weeks that are not mostly away: the craft share for mastery and for one's own
 * mix, the share of management that is people for leadership. Sums over the weeks, so that a full week weighs more
 * than a short one.
 */
export function trackFigure(weeks: readonly WeekLoad[], track: Track, target: number | null): TrackFigure {
  const present = weeks.filter((week) => !week.mostlyAway);
  const total = (pick: (week: WeekLoad) => number): number =>
    present.reduce((sum, week) => sum + pick(week), 0);
  const craft = total((w) => w.minutes.craft);
  const craftShare = ratio(craft, craft + total((w) => w.minutes.management + w.minutes.fragments));
  const people = total((w) => w.activities.people);
  const administration = total((w) => w.activities.administration);
  const management = people + administration + total((w) => w.activities.coordination);
  const peopleShare = ratio(people, management);
  const administrationShare = ratio(administration, management);
  const value = track === 'leadership' ? peopleShare : craftShare;
  return {
    value,
    target,
    gap: value === null || target === null ? null : value - target,
    peopleShare,
    administrationShare,
    craftShare,
    muchAdministration: administrationShare !== null && administrationShare > MUCH_ADMINISTRATION,
  };
}

/**
 * The craft share of the user's own best weeks: the mean of the best quarter of the counted weeks, for professions
 * without published figures. Null below eight counted weeks.
 */
export function ownBest(weeks: readonly WeekLoad[]): number | null {
  const shares = weeks
    .filter((w) => !w.mostlyAway && w.craftShare !== null && w.counted.length > 0)
    .map((w) => w.craftShare ?? 0)
    .sort((a, b) => b - a);
  if (shares.length < 8) return null;
  const best = shares.slice(0, Math.ceil(shares.length / 4));
  return best.reduce((sum, s) => sum + s, 0) / best.length;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
