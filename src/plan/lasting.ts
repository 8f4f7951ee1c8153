import type { LabelledOccurrence } from '../calendar/label.ts';
import type { LoadSettings } from '../load/week-load.ts';
import type { Interval } from '../time/interval.ts';
import { instantOfWall, type PlainDate, parsePlain, wallOfInstant } from '../time/zone.ts';
import { isManagementMeeting, mayShift, maySkip, meetingsOf } from './changeable.ts';
import { figuresOf, objectiveMinutes } from './figures.ts';
import { type Frame, frameOf } from './frame.ts';
import { loadWith } from './load-with.ts';
import { type Change, compareText, moveOf, type Objective } from './move.ts';
import { isFree, newPlaces } from './places.ts';
import { shorterPlace } from './shorter.ts';
import { finish } from './steps.ts';

/** A month of weeks: what a lasting move is weighed over. */
export const WEEKS_AHEAD = 4;

/** What is done with a series from now on. */
type LastingKind = 'pause' | 'rarer' | 'shorten' | 'other-day';

/** A change to a series over the coming weeks. */
export interface LastingMove {
  readonly kind: LastingKind;
  readonly uid: string;
  readonly title: string;
  /** Every occurrence that it changes in the weeks that it was weighed over, by start. */
  readonly changes: readonly Change[];
  /** Weeks that it was weighed over. */
  readonly weeks: number;
  readonly peopleAsked: number;
  /** What comes back over these weeks. */
  readonly gainedMinutes: number;
  readonly gainedCraftMinutes: number;
  readonly gainedFocusMinutes: number;
  /** The craft share of each of these weeks as it is and with the move, by week. */
  readonly shares: readonly ShareChange[];
}

/** Shares of one week, 0 to 1; null where there is nothing to divide by. */
export interface ShareChange {
  readonly week: PlainDate;
  readonly before: number | null;
  readonly after: number | null;
}

export interface LastingOptions {
  readonly objective: Objective;
  /** The instant before which nothing changes. */
  readonly nowMs?: number;
  readonly most?: number;
}

/** Lasting moves that are offered at once. */
const MOST_LASTING = 5;

/** A coming week with its occurrences. */
export interface ComingWeek {
  readonly week: PlainDate;
  readonly occurrences: readonly LabelledOccurrence[];
}

/**
 * The best lasting moves over some coming weeks, at most one for a series, the most gained first; those that gain
 * nothing are left out. A series is one that begins in two of the weeks or more.
 */
export function lastingMoves(
  weeks: readonly ComingWeek[],
  settings: LoadSettings,
  options: LastingOptions,
): LastingMove[] {
  return finish(lastingSteps(weeks, settings, options));
}

/** `lastingMoves` in small steps, for a page that draws in between. */
export function* lastingSteps(
  weeks: readonly ComingWeek[],
  settings: LoadSettings,
  options: LastingOptions,
): Generator<undefined, LastingMove[]> {
  const month = weeks.map(({ week, occurrences }): Month[number] => {
    const frame = frameOf(week, occurrences, settings, options.nowMs);
    const meetings = meetingsOf(frame).filter((o) => o.startMs >= frame.fromMs);
    return { frame, meetings, before: figuresOf(loadWith([], frame)) };
  });
  const uids = new Set(month.flatMap(({ meetings }) => meetings.map((o) => o.uid)));
  const found: LastingMove[] = [];
  for (const uid of uids) {
    if (month.filter((w) => w.meetings.some((o) => o.uid === uid)).length < 2) continue;
    const best = yield* bestOfSeries(uid, month, options.objective);
    if (best) found.push(best);
  }
  return found
    .sort((a, b) => compareLasting(a, b) || compareText(a.uid, b.uid))
    .slice(0, options.most ?? MOST_LASTING);
}

type Month = readonly {
  readonly frame: Frame;
  readonly meetings: readonly LabelledOccurrence[];
  readonly before: ReturnType<typeof figuresOf>;
}[];

function* bestOfSeries(
  uid: string,
  month: Month,
  objective: Objective,
): Generator<undefined, LastingMove | null> {
  let best: LastingMove | null = null;
  for (const [kind, changes] of waysOf(uid, month)) {
    if (changes.length === 0) continue;
    const move = weighed(kind, changes, month, objective);
    if (move.gainedMinutes > 0 && (best === null || compareLasting(move, best) < 0)) best = move;
    yield;
  }
  return best;
}

function waysOf(uid: string, month: Month): (readonly [LastingKind, readonly Change[]])[] {
  const every = month.flatMap(({ meetings }) => meetings.filter((o) => o.uid === uid)).sort(byStart);
  const goes = (list: readonly LabelledOccurrence[]): Change[] =>
    list.map((occurrence) => ({ occurrence, to: null }));
  return [
    ['pause', every.every(maySkip) ? goes(every) : []],
    ['rarer', every.every(isManagementMeeting) ? goes(every.filter((_, i) => i % 2 === 1)) : []],
    ['shorten', every.flatMap(shorter)],
    ...otherDays(every, month).map((changes) => ['other-day', changes] as const),
  ];
}

/** More gained, then fewer people, then what changes less. */
function compareLasting(a: LastingMove, b: LastingMove): number {
  return (
    b.gainedMinutes - a.gainedMinutes ||
    a.peopleAsked - b.peopleAsked ||
    a.changes.length - b.changes.length ||
    (a.changes[0]?.to?.startMs ?? 0) - (b.changes[0]?.to?.startMs ?? 0)
  );
}

function shorter(occurrence: LabelledOccurrence): Change[] {
  const to = shorterPlace(occurrence);
  return to ? [{ occurrence, to }] : [];
}

/**
 * The series at another day or hour, the same in each week: places that are free in the first week, and whose wall-clock
 * time is free in every other. Only for series that come once in a week.
 */
function otherDays(every: readonly LabelledOccurrence[], month: Month): Change[][] {
  const [first] = every;
  const perWeek = month.map(({ meetings }) => meetings.filter((o) => o.uid === first?.uid));
  if (!first || !every.every(mayShift) || perWeek.some((list) => list.length > 1)) return [];
  const from = month.find(({ meetings }) => meetings.includes(first));
  if (!from) return [];
  return newPlaces(first, from.frame).flatMap((place) => {
    const wall = offsetInWeek(place.startMs, from.frame);
    const changes = month.map(({ frame }, i): Change | 'none' | 'taken' => {
      const occurrence = perWeek[i]?.[0];
      if (!occurrence) return 'none';
      const startMs = instantOfWall(parsePlain(frame.week) + wall, frame.settings.zone);
      const to = { startMs, endMs: startMs + occurrence.endMs - occurrence.startMs };
      const others = frame.blocking.filter((o) => o !== occurrence);
      return startMs !== occurrence.startMs && isFree(to, others, frame) ? { occurrence, to } : 'taken';
    });
    if (changes.includes('taken')) return [];
    return [changes.filter((c) => typeof c !== 'string')];
  });
}

/** Wall-clock time since the week's first midnight. */
function offsetInWeek(ms: number, { week, settings }: Frame): number {
  return wallOfInstant(ms, settings.zone) - parsePlain(week);
}

function weighed(
  kind: LastingKind,
  changes: readonly Change[],
  month: Month,
  objective: Objective,
): LastingMove {
  let [gainedMinutes, gainedCraftMinutes, gainedFocusMinutes] = [0, 0, 0];
  const shares: ShareChange[] = [];
  for (const { frame, meetings, before } of month) {
    const here = changes.filter(({ occurrence }) => meetings.includes(occurrence));
    const { week } = frame;
    if (here.length === 0) {
      shares.push({ week, before: before.craftShare, after: before.craftShare });
      continue;
    }
    const after = figuresOf(loadWith([{ changes: here }], frame));
    gainedMinutes += objectiveMinutes(after, objective) - objectiveMinutes(before, objective);
    gainedCraftMinutes += after.craftMinutes - before.craftMinutes;
    gainedFocusMinutes += after.focusMinutes - before.focusMinutes;
    shares.push({ week, before: before.craftShare, after: after.craftShare });
  }
  const { peopleAsked, changes: sorted } = moveOf('rarer', changes);
  const [first] = sorted;
  return {
    kind,
    uid: first?.occurrence.uid ?? '',
    title: first?.occurrence.title ?? '',
    changes: sorted,
    weeks: month.length,
    peopleAsked,
    gainedMinutes,
    gainedCraftMinutes,
    gainedFocusMinutes,
    shares,
  };
}

function byStart(a: Interval, b: Interval): number {
  return a.startMs - b.startMs;
}
