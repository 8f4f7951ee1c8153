/** The way the user goes: staying with the craft, leading, or an own aim between the two. */
export type Track = 'mastery' | 'leadership' | 'own';

/** The share that a track is measured by, both of craft, management and fragments. */
export type Measure = 'craft' | 'leadership';

/** What a track is measured by: the leadership share for a leader, the craft share for everybody else. */
export function measureOf(track: Track): Measure {
  return track === 'leadership' ? 'leadership' : 'craft';
}
