import { ACTIVITIES, type Activity } from '../calendar/activity.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import { difference, type Interval, intersection, lengthMs, MINUTE_MS, overlaps } from '../time/interval.ts';
import { daysOfWeek, weekInterval } from '../time/week.ts';
import { workingIntervals } from '../time/working-hours.ts';
import type { PlainDate } from '../time/zone.ts';
import { candidatesOf, claimedTime } from './candidates.ts';
import {
  compareClaims,
  fillsDays,
  isMeeting,
  isSoloCraft,
  isUnconfirmed,
  partOfDaysTaken,
  takesDays,
} from './counts.ts';
import { doubtsOf } from './doubts.ts';
import { focusBlocks, recoveryAfter } from './focus-blocks.ts';
import { leadershipShareRange } from './leadership-range.ts';
import { longest, meetingRuns } from './meeting-runs.ts';
import { type Piece, piecesInside } from './pieces.ts';
import { craftShareRange } from './share-range.ts';
import { sharesOf } from './shares.ts';
import { type Claim, sweep } from './sweep.ts';
import type { LoadSettings, Segment, WeekLoad } from './week-load.ts';

/** A week is mostly away, and no yardstick for others, when more than half of its working time is. */
const MOSTLY_AWAY = 0.5;

/**
 * The structure of the week that begins on the local date `week` in `settings.zone`, by the rules of design.md
 * section 2. Each minute of the week is given to one occurrence at most, so these sums hold exactly for any
 * input: `working = craft + management + fragments + away - afterHoursCraft - afterHoursManagement` and
 * `craft = craftBooked + craftOpen`. Starts and ends are cut down to whole minutes.
 *
 * `occurrences` may be in any order, reach beyond the week, overlap, and hold duplicates; floating and all-day
 * ones are read in `settings.zone`. O(n log n).
 */
export function weekLoad(
  week: PlainDate,
  occurrences: readonly LabelledOccurrence[],
  settings: LoadSettings,
): WeekLoad {
  const { zone } = settings;
  const span = weekInterval(week, zone);
  const working = workingIntervals(week, zone, settings.workingHours);
  const { kept, counted: candidates, leftOut: uncountable } = candidatesOf(occurrences, span, zone);

  const given = sweep(claimsOf(candidates, span, working, zone));
  const pieces = piecesInside(given, working);
  const meetings = given.filter(({ owner }) => isMeeting(owner));
  const absences = candidates.filter((o) => partOfDaysTaken(o) === 1);
  const open = difference(working, given);
  const recovery = recoveryAfter(meetings, settings.recoveryMinutes);
  const soloCraft = pieces.filter(({ owner, inside }) => inside && isSoloCraft(owner));
  const blocks = focusBlocks([...open, ...soloCraft], recovery, settings.focusMinutes);

  const segments = [
    ...openSegments(open, blocks, recovery, settings.openTimeIsCraft),
    ...bookedSegments(pieces, blocks),
  ].sort((a, b) => a.startMs - b.startMs);
  const { counted, uncounted } = sharesOf(candidates, given, pieces, span);
  const leftOut = [...uncountable, ...uncounted];

  const minutesWhere = (test: (segment: Segment) => boolean): number =>
    segments.reduce((ms, s) => (test(s) ? ms + lengthMs(s) : ms), 0) / MINUTE_MS;
  const craftBooked = minutesWhere((s) => s.kind === 'craft-booked');
  const craftOpen = minutesWhere((s) => s.kind === 'craft-open');
  const craft = craftBooked + craftOpen;
  const management = minutesWhere((s) => s.kind === 'management');
  const fragments = minutesWhere((s) => s.kind === 'fragment');
  const away = minutesWhere((s) => s.kind === 'away');
  const workingMinutes = working.reduce((ms, i) => ms + lengthMs(i), 0) / MINUTE_MS;
  const activities = minutesByActivity(segments);
  const run = longest(meetingRuns(meetings));
  const weighed = craft + management + fragments;
  const leading = activities.people + activities.direction;
  const doubts = doubtsOf(counted, new Map(candidates.map((o) => [o.key, o])));

  return {
    week,
    zone,
    ...span,
    minutes: {
      working: workingMinutes,
      craft,
      craftBooked,
      craftOpen,
      management,
      fragments,
      away,
      afterHoursCraft: minutesWhere((s) => s.afterHours && s.kind === 'craft-booked'),
      afterHoursManagement: minutesWhere((s) => s.afterHours && s.kind === 'management'),
      unconfirmed: minutesWhere((s) => s.unconfirmed),
      doubleBooked: given.reduce((ms, g) => (g.doubleBooked ? ms + lengthMs(g) : ms), 0) / MINUTE_MS,
    },
    activities,
    craftShare: weighed === 0 ? null : craft / weighed,
    craftShareRange: craftShareRange({ craft, management, fragments }, doubts),
    leadershipShare: weighed === 0 ? null : leading / weighed,
    leadershipShareRange: leadershipShareRange({ craft, management, fragments }, leading, doubts),
    entries: candidates.filter((o) => !fillsDays(o) && !o.private).length,
    focusBlocks: blocks,
    longestFocusMinutes: minutesOf(longest(blocks)),
    longestMeetingRun: run,
    longestMeetingRunMinutes: minutesOf(run),
    days: daysOfWeek(week, zone).map((day) => ({
      ...day,
      working: working.filter((w) => overlaps(w, day)),
      switches: switchesOf(segments.filter((s) => overlaps(s, day))),
      absent: absences.some((a) => a.startMs <= day.startMs && a.endMs >= day.endMs),
    })),
    segments,
    counted,
    leftOut: leftOut.sort((a, b) => (a.key < b.key ? -1 : 1)),
    allDay: kept
      .filter((o) => o.allDay !== null && o.status !== 'cancelled')
      .sort((a, b) => a.startMs - b.startMs || (a.key < b.key ? -1 : 1))
      .map(({ key }) => key),
    mostlyAway: away > workingMinutes * MOSTLY_AWAY,
  };
}

/**
 * What each occurrence claims of the week. Absence that fills days claims the working time in it, before
 * everything else: a series goes on in the calendar while its owner is on holiday.
 */
function claimsOf(
  candidates: readonly LabelledOccurrence[],
  span: Interval,
  working: readonly Interval[],
  zone: string,
): Claim<LabelledOccurrence>[] {
  const absencesFirst = (a: LabelledOccurrence, b: LabelledOccurrence): number =>
    Number(takesDays(b)) - Number(takesDays(a)) || compareClaims(a, b);
  return [...candidates].sort(absencesFirst).flatMap((owner, rank) => {
    const silent = takesDays(owner);
    return claimedTime(owner, span, working, zone).map((i) => ({
      ...i,
      rank,
      owner,
      silent,
      meeting: isMeeting(owner),
    }));
  });
}

function bookedSegments(pieces: readonly Piece[], blocks: readonly Interval[]): Segment[] {
  return pieces.flatMap((piece): Segment[] => {
    const { owner, inside } = piece;
    const { side, activity } = owner.label;
    if (side === 'neither' && !inside) return [];
    const kind = side === 'craft' ? 'craft-booked' : side === 'management' ? 'management' : 'away';
    const cut = inside && isSoloCraft(owner) ? splitAt(piece, blocks) : [{ ...piece, within: false }];
    return cut.map(({ startMs, endMs, within }) => ({
      startMs,
      endMs,
      kind,
      key: owner.key,
      activity,
      afterHours: !inside,
      focus: within,
      unconfirmed: isUnconfirmed(owner),
      ...(owner.label.hold === 'bare' ? { hold: true } : {}),
    }));
  });
}

function openSegments(
  open: readonly Interval[],
  blocks: readonly Interval[],
  recovery: readonly Interval[],
  openTimeIsCraft: boolean,
): Segment[] {
  const plain = { afterHours: false, unconfirmed: false } as const;
  return open.flatMap((stretch) =>
    splitAt(stretch, blocks).flatMap(({ within, ...rest }): Segment[] => {
      if (within) {
        return [{ ...rest, ...plain, kind: openTimeIsCraft ? 'craft-open' : 'fragment', focus: true }];
      }
      return splitAt(rest, recovery).map(({ within: recovering, ...part }) => ({
        ...part,
        ...plain,
        kind: 'fragment',
        focus: false,
        ...(recovering ? { recovery: true } : {}),
      }));
    }),
  );
}

/** `interval` cut at the borders of the sorted, disjoint `parts`, each piece marked by whether it is in one. */
function splitAt(interval: Interval, parts: readonly Interval[]): (Interval & { within: boolean })[] {
  const within = parts.map((p) => intersection(interval, p)).filter((i) => i !== null);
  return [
    ...within.map((i) => ({ ...i, within: true })),
    ...difference([interval], within).map((i) => ({ ...i, within: false })),
  ].map(({ startMs, endMs, within }) => ({ startMs, endMs, within }));
}

function minutesByActivity(segments: readonly Segment[]): Record<Activity, number> {
  const minutes = Object.fromEntries(ACTIVITIES.map((a) => [a, 0])) as Record<Activity, number>;
  for (const s of segments) if (s.activity) minutes[s.activity] += lengthMs(s) / MINUTE_MS;
  return minutes;
}

/** Changes between craft (booked, or open in a focus block) and management in sorted segments of a day. */
function switchesOf(segments: readonly Segment[]): number {
  let switches = 0;
  let last: 'craft' | 'management' | null = null;
  for (const { kind } of segments) {
    if (kind === 'fragment' || kind === 'away') continue;
    const side = kind === 'management' ? 'management' : 'craft';
    if (last !== null && side !== last) switches++;
    last = side;
  }
  return switches;
}

function minutesOf(interval: Interval | null): number {
  return interval === null ? 0 : lengthMs(interval) / MINUTE_MS;
}
