import type { LabelledOccurrence } from '../calendar/label.ts';
import { holdOf } from '../classify/holds.ts';
import { isMeeting } from '../load/counts.ts';
import type { Frame } from './frame.ts';

/** A meeting of more people than this can do without one of them. */
const MANY_PEOPLE = 8;

/**
 * The meetings of the week that a plan is about: those that begin in it, and reserve no time only. Some may lie before the
 * plan does.
 */
export function meetingsOf(frame: Frame): LabelledOccurrence[] {
  return frame.blocking.filter((o) => isMeeting(o) && o.startMs >= frame.span.startMs && !isHold(o));
}

const HASHTAG = /[#＃][\p{L}\p{M}\p{N}_-]+/gu;

/** Whether an entry only reserves time, whatever its subject, a hashtag or a correction says of it. */
function isHold({ title }: LabelledOccurrence): boolean {
  return holdOf(title.replace(HASHTAG, ' ')) !== null;
}

/** A management meeting with others: what one does alone cannot be asked of anybody. */
export function isManagementMeeting(occurrence: LabelledOccurrence): boolean {
  return occurrence.label.side === 'management' && occurrence.people >= 2;
}

/** Whether the user may stay away from it. */
export function maySkip(occurrence: LabelledOccurrence): boolean {
  const { people, response, organizerIsSelf } = occurrence;
  if (!isManagementMeeting(occurrence) || people < 3 || organizerIsSelf) return false;
  return (
    people > MANY_PEOPLE ||
    response === 'tentative' ||
    response === 'needsAction' ||
    occurrence.attendees.some((a) => a.self && a.optional === true)
  );
}

/** Whether another time is the user's to propose: their own meetings, and those of exactly two. */
export function mayShift(occurrence: LabelledOccurrence): boolean {
  return occurrence.organizerIsSelf || occurrence.people <= 2;
}

/** A meeting of exactly two people, on either side. */
export function isOneToOne(occurrence: LabelledOccurrence): boolean {
  return occurrence.people === 2;
}
