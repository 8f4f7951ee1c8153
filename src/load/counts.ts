import type { LabelledOccurrence } from '../calendar/label.ts';
import { HOUR_MS, lengthMs } from '../time/interval.ts';
import type { LeftOutReason } from './week-load.ts';

/** A timed entry of this length or more is treated like an all-day one (field.md 1.1: Multitudes' 12 h). */
const ALL_DAY_FROM_MS = 12 * HOUR_MS;

/** Whether the entry fills days: an all-day one, or a timed one of 12 hours or more. */
export function fillsDays(occurrence: LabelledOccurrence): boolean {
  return occurrence.allDay !== null || lengthMs(occurrence) >= ALL_DAY_FROM_MS;
}

/**
 * The part of each day's working time that an entry takes away: of an absence that fills days all of it, or the half
 * that its label tells. It does so also when it is marked free, since calendars mark all-day entries free by default.
 */
export function partOfDaysTaken(occurrence: LabelledOccurrence): 0 | 0.5 | 1 {
  if (!fillsDays(occurrence)) return 0;
  return occurrence.label.takesDay ?? (occurrence.label.activity === 'absence' ? 1 : 0);
}

/** Whether an entry takes working time of days away. */
export function takesDays(occurrence: LabelledOccurrence): boolean {
  return partOfDaysTaken(occurrence) > 0;
}

/**
 * Why an occurrence does not count on its own account, or null where it does (design.md, section 2). Being
 * covered, a duplicate or outside working hours depends on the others and is decided by the sweep.
 */
export function reasonLeftOut(occurrence: LabelledOccurrence): LeftOutReason | null {
  if (occurrence.status === 'cancelled') return 'cancelled';
  if (occurrence.response === 'declined') return 'declined';
  if (occurrence.label.saidCancelled) return 'cancelled-title';
  if (occurrence.label.ignored) return 'ignored';
  if (occurrence.eventType === 'workingLocation') return 'working-location';
  if (occurrence.eventType === 'birthday') return 'birthday';
  if (lengthMs(occurrence) === 0) return 'no-length';
  if (takesDays(occurrence)) return null;
  if (occurrence.allDay !== null) return 'all-day';
  if (fillsDays(occurrence)) return 'twelve-hours';
  if (occurrence.transparency === 'transparent' && occurrence.eventType !== 'focusTime') return 'marked-free';
  return null;
}

/** Deep work or learning with nobody else: the one kind of booked time on a side that is not a meeting. */
export function isSoloCraft(occurrence: LabelledOccurrence): boolean {
  const { activity } = occurrence.label;
  return (activity === 'deep-work' || activity === 'learning') && occurrence.people <= 1;
}

/** A counted occurrence on either side other than solo craft. */
export function isMeeting(occurrence: LabelledOccurrence): boolean {
  return occurrence.label.side !== 'neither' && !isSoloCraft(occurrence);
}

/** Whether the user, or the organiser, has not committed to it yet; a hold is never committed to. */
export function isUnconfirmed(occurrence: LabelledOccurrence): boolean {
  return answerRank(occurrence) > 0;
}

function answerRank(occurrence: LabelledOccurrence): 0 | 1 | 2 {
  if (occurrence.response === 'needsAction') return 2;
  const { response, status, label } = occurrence;
  return response === 'tentative' || status === 'tentative' || label.hold !== undefined ? 1 : 0;
}

/**
 * Which of two overlapping occurrences a minute goes to; negative where `a` gets it. Accepted before tentative
 * before unanswered; with others before solo; the shorter; the one that starts later; then by UID and key.
 */
export function compareClaims(a: LabelledOccurrence, b: LabelledOccurrence): number {
  return (
    answerRank(a) - answerRank(b) ||
    Number(a.people <= 1) - Number(b.people <= 1) ||
    lengthMs(a) - lengthMs(b) ||
    b.startMs - a.startMs ||
    compareText(a.uid, b.uid) ||
    compareText(a.key, b.key)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
