import type { Craft } from '../calendar/craft.ts';
import type { Classification, LabelledOccurrence } from '../calendar/label.ts';
import type { Occurrence } from '../calendar/occurrence.ts';
import { resolveOccurrence } from '../calendar/resolve.ts';
import type { EpochMs } from '../calendar/units.ts';
import { asPrivate, untitled } from '../load/roles.ts';
import { weekLoad } from '../load/week.ts';
import { LOAD_VERSION, summaryOfLoad } from '../load/week-summary.ts';
import { weekInterval } from '../time/week.ts';
import {
  type ClosedWeek,
  type Closing,
  keptOf,
  MOST_REOPENINGS,
  type ReopenReason,
  touchesWeek,
  type WeekBasis,
} from './closed-week.ts';

/** Labels an entry by all that the user has said and by the classifier of today. */
export type Classify = (entry: Occurrence) => Classification;

/** Reasons by which the user's own hand decides. A hashtag is the calendar's: it changes a closed week by no means. */
const BY_HAND: ReadonlySet<string> = new Set([
  'correction-occurrence',
  'correction-series',
  'correction-title',
  'rule',
  'calendar-default',
]);

/**
 * A closed week after the user's corrections and rules: entries that these decide, or decided until they were undone,
 * are labelled anew, and no other. Null where that changes nothing.
 */
export function restatedByHand(closing: Closing, classify: Classify, nowMs: EpochMs): Closing | null {
  const entries = closing.entries.entries.map((entry) => {
    const fresh = labelledAnew(entry, classify);
    return isByHand(fresh.label) || isByHand(entry.label) ? fresh : entry;
  });
  if (sameLabels(entries, closing.entries.entries)) return null;
  return reopened(closing, entries, closing.row.basis, 'by-hand', nowMs);
}

/** A closed week as a new version reads it: all labels anew, and the figures by the rules of today. */
export function restatedByVersion(
  closing: Closing,
  classify: Classify,
  labelVersion: string,
  nowMs: EpochMs,
): Closing {
  const entries = closing.entries.entries.map((entry) => labelledAnew(entry, classify));
  const basis = { ...closing.row.basis, labelVersion, loadVersion: LOAD_VERSION };
  return reopened(closing, entries, basis, 'new-version', nowMs);
}

/** A closed week as the user's craft of now reads it; the user said that it was theirs then too. */
export function restatedByCraft(
  closing: Closing,
  classify: Classify,
  craft: Craft | null,
  nowMs: EpochMs,
): Closing {
  const entries = closing.entries.entries.map((entry) => labelledAnew(entry, classify));
  return reopened(closing, entries, { ...closing.row.basis, craft }, 'counted-anew', nowMs);
}

/**
 * A closed week by other settings, from what was kept: `near` are the entries of its neighbours too, since another zone
 * moves its borders. Its first day stays: it is the same week.
 */
export function restatedBySettings(
  closing: Closing,
  near: readonly LabelledOccurrence[],
  basis: Pick<WeekBasis, 'load' | 'track' | 'target'>,
  nowMs: EpochMs,
): Closing {
  const { week, basis: before } = closing.row;
  const load = { ...basis.load, weekStart: before.load.weekStart };
  const span = weekInterval(week, load.zone);
  const all = new Map([...near, ...closing.entries.entries].map((entry) => [entry.key, entry]));
  const entries = [...all.values()].filter((e) => touchesWeek(resolveOccurrence(e, load.zone), span));
  return reopened(closing, entries, { ...before, ...basis, load }, 'counted-anew', nowMs);
}

/** A closed week as the calendar says now; `current` are the occurrences of the calendars that count. */
export function restatedByCalendar(
  closing: Closing,
  current: readonly LabelledOccurrence[],
  nowMs: EpochMs,
): Closing {
  const { week, basis } = closing.row;
  const span = weekInterval(week, basis.load.zone);
  const entries = current.filter((o) => touchesWeek(resolveOccurrence(o, basis.load.zone), span)).map(keptOf);
  return reopened(closing, entries, basis, 'counted-anew', nowMs);
}

/** A closed week without what came from a source; null where nothing of it is left. */
export function withoutSource(closing: Closing, sourceId: string, nowMs: EpochMs): Closing | null {
  const entries = closing.entries.entries.filter((entry) => entry.sourceId !== sourceId);
  return entries.length === 0 ? null : reopened(closing, entries, closing.row.basis, 'by-hand', nowMs);
}

/** The entries with nothing that a person could read of a source: figures and labels stay. */
export function withoutTitlesOf(
  entries: readonly LabelledOccurrence[],
  sourceId: string,
): LabelledOccurrence[] {
  return entries.map((entry) => (entry.sourceId === sourceId ? untitled(entry) : entry));
}

function labelledAnew(entry: LabelledOccurrence, classify: Classify): LabelledOccurrence {
  const fresh = { ...entry, label: classify(entry) };
  return entry.private ? asPrivate(fresh) : fresh;
}

function isByHand({ reasons }: Classification): boolean {
  return BY_HAND.has(reasons[0]?.code ?? '');
}

function sameLabels(a: readonly LabelledOccurrence[], b: readonly LabelledOccurrence[]): boolean {
  return a.every((entry, i) => JSON.stringify(entry.label) === JSON.stringify(b[i]?.label));
}

/** The week counted again; where its figures are the same, nothing is told of it. */
function reopened(
  { row }: Closing,
  entries: readonly LabelledOccurrence[],
  basis: WeekBasis,
  why: ReopenReason,
  atMs: EpochMs,
): Closing {
  const figures = summaryOfLoad(weekLoad(row.week, entries, basis.load));
  const told = {
    atMs,
    why,
    craftShareBefore: row.figures.craftShare,
    craftShareAfter: figures.craftShare,
  };
  const same = JSON.stringify(figures) === JSON.stringify(row.figures);
  const fresh: ClosedWeek = {
    ...row,
    figures,
    basis,
    reopened: same ? row.reopened : [...row.reopened, told].slice(-MOST_REOPENINGS),
  };
  return { row: fresh, entries: { week: row.week, entries } };
}
