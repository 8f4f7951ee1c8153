/** A suggested target with where it comes from (docs/defaults.md has the addresses). */
export interface SuggestedTarget {
  readonly id: 'expert' | 'lead' | 'manager' | 'director' | 'leader';
  readonly track: 'mastery' | 'leadership';
  readonly share: number;
}

/**
 * Suggested targets by role. Mastery is craft / (craft + management + fragments): expert 50 % (Clockwise 2022,
 * 53 % of a week), lead 40 % (practice, no measured source found), manager 30 % (Horowitz 2014), director 15 %
 * (practice: 10 to 20 %). Leadership is (people + direction) of the same whole: 50 % (McKinsey 2023: managers give 28 %
 * of their time to people and 23 % to strategy).
 */
export const SUGGESTED_TARGETS: readonly SuggestedTarget[] = [
  { id: 'expert', track: 'mastery', share: 0.5 },
  { id: 'lead', track: 'mastery', share: 0.4 },
  { id: 'manager', track: 'mastery', share: 0.3 },
  { id: 'director', track: 'mastery', share: 0.15 },
  { id: 'leader', track: 'leadership', share: 0.5 },
];
