/** A suggested target with where it comes from (docs/defaults.md has the addresses). */
export interface SuggestedTarget {
  readonly id: 'expert' | 'lead' | 'manager' | 'director' | 'people';
  readonly track: 'mastery' | 'leadership';
  readonly share: number;
}

/**
 * Suggested targets by role. Mastery is craft / (craft + management + fragments): expert 50 % (Clockwise 2022,
 * 53 % of a week), lead 40 % (practice, no measured source found), manager 30 % (Horowitz 2014), director 15 %
 * (practice: 10 to 20 %). Leadership is the people share of management: 40 % (from McKinsey 2023, 28 of 69).
 */
export const SUGGESTED_TARGETS: readonly SuggestedTarget[] = [
  { id: 'expert', track: 'mastery', share: 0.5 },
  { id: 'lead', track: 'mastery', share: 0.4 },
  { id: 'manager', track: 'mastery', share: 0.3 },
  { id: 'director', track: 'mastery', share: 0.15 },
  { id: 'people', track: 'leadership', share: 0.4 },
];
