/** The way the user goes: staying with the craft, leading, or an own aim between the two. */
export type Track = 'mastery' | 'leadership' | 'own';
