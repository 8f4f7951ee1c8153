import { DAY_MS, type Interval, MINUTE_MS } from '../../time/interval.ts';
import { expand, MOST_INSTANCES } from './expand.ts';
import { dateOfWall, epochOf, type IcsTime } from './times.ts';
import type { EventLength, VEvent } from './vevent.ts';

/** One instance of an event: where it stands, and the component whose properties it has. */
export interface Instance {
  /** Its original start, which names it within its series: a date, or epoch ms. */
  readonly id: string;
  readonly start: IcsTime;
  readonly length: EventLength;
  readonly from: VEvent;
}

/** The master of a series (or a single event), with the components that replace instances of it. */
export interface Series {
  readonly master: VEvent | null;
  readonly overrides: readonly VEvent[];
}

/** Every zone is within this of UTC, and a date may begin that much earlier or later. */
const ZONE_PAD_MS = 26 * 60 * MINUTE_MS;
/** Lengths of the gaps that zones have had, besides the usual hour. */
const GAPS_MS = [60 * MINUTE_MS, 30 * MINUTE_MS, DAY_MS];

/**
 * The instances of a series that may overlap `window` (epoch ms); the caller settles it, knowing the user's zone.
 * Replaced instances stand where their override puts them, which may be into the window from outside of it.
 */
export function instancesOf(series: Series, window: Interval): { instances: Instance[]; capped: boolean } {
  const { master, overrides } = series;
  const instances: Instance[] = [];
  let capped = false;
  const replaced = new Set(overrides.map((o) => idOf(o.recurrenceId ?? o.start)));
  if (master) {
    const following = overrides
      .filter((o) => o.thisAndFuture)
      .sort((a, b) => wallOf(a.recurrenceId) - wallOf(b.recurrenceId));
    const shifts = following.map((o) => Math.abs(o.start.wallMs - wallOf(o.recurrenceId)));
    const longest = Math.max(0, ...[master, ...following].map((e) => lengthBound(e.length)), ...shifts);
    const wallWindow = {
      startMs: window.startMs - longest - ZONE_PAD_MS,
      endMs: window.endMs + Math.max(0, ...shifts) + ZONE_PAD_MS,
    };
    const walls = wallsOf(master, wallWindow);
    capped = walls.capped;
    for (const start of walls.starts) {
      const id = idOf(start);
      // A date among the overrides means the instance of that day.
      if (replaced.has(id) || replaced.has(dateOfWall(start.wallMs))) continue;
      const change = following.findLast((o) => wallOf(o.recurrenceId) <= start.wallMs);
      instances.push(
        change ? shifted(start, id, change) : { id, start, length: master.length, from: master },
      );
    }
  }
  for (const o of overrides) {
    const { recurrenceId, start, length } = o;
    if (recurrenceId && isExcluded(recurrenceId, master?.except ?? [])) continue;
    instances.push({ id: idOf(recurrenceId ?? start), start, length, from: o });
  }
  return { instances, capped };
}

function wallsOf(master: VEvent, wallWindow: Interval): { starts: IcsTime[]; capped: boolean } {
  const { start, rule, extra, except } = master;
  const at = (wallMs: number): IcsTime => ({ ...start, wallMs });
  const found = rule
    ? expand(rule, start.wallMs, wallWindow, existsIn(start), withinUntil(master))
    : { starts: [start.wallMs], capped: false };
  const starts = new Map(found.starts.map((wallMs) => [idOf(at(wallMs)), at(wallMs)]));
  for (const more of extra) {
    // An RDATE of another kind than the start is read as the start's kind.
    const time = more.kind === start.kind ? more : at(more.wallMs);
    if (starts.size < MOST_INSTANCES) starts.set(idOf(time), time);
  }
  const kept = [...starts.values()].filter((time) => !isExcluded(time, except));
  return { starts: kept.sort((a, b) => epochOf(a) - epochOf(b)), capped: found.capped };
}

/** An EXDATE takes out the instance at its very time, or, where it is a date, all of that day. */
function isExcluded(time: IcsTime, except: readonly IcsTime[]): boolean {
  return except.some((e) => {
    if (e.kind === 'date' || time.kind === 'date') return dateOfWall(e.wallMs) === dateOfWall(time.wallMs);
    if (e.kind === 'floating' || time.kind === 'floating') return e.wallMs === time.wallMs;
    return epochOf(e) === epochOf(time);
  });
}

/** Two wall clocks that are one instant: the earlier of them is skipped by DST. */
function existsIn(start: IcsTime): (wallMs: number) => boolean {
  if (start.kind !== 'instant') return () => true;
  return (wallMs) => {
    const instant = start.read(wallMs);
    return GAPS_MS.every((gap) => start.read(wallMs + gap) !== instant);
  };
}

/** UNTIL is inclusive; a date takes in the whole day; UTC is compared with the instant. */
function withinUntil({ rule, start }: VEvent): (wallMs: number) => boolean {
  const until = rule?.until;
  if (!until) return () => true;
  if (until.kind === 'utc' && start.kind === 'instant') return (wallMs) => start.read(wallMs) <= until.wallMs;
  const lastMs = until.kind === 'date' || start.kind === 'date' ? endOfDay(until.wallMs) : until.wallMs;
  return (wallMs) => wallMs <= lastMs;
}

function endOfDay(wallMs: number): number {
  return Math.floor(wallMs / DAY_MS) * DAY_MS + DAY_MS - 1;
}

/** An instance from a THISANDFUTURE override: moved as far as that one is, with its properties and length. */
function shifted(start: IcsTime, id: string, change: VEvent): Instance {
  const wallMs = start.wallMs + change.start.wallMs - wallOf(change.recurrenceId);
  return { id, start: { ...change.start, wallMs }, length: change.length, from: change };
}

function wallOf(time: IcsTime | null): number {
  return time?.wallMs ?? 0;
}

function idOf(time: IcsTime): string {
  return time.kind === 'date' ? dateOfWall(time.wallMs) : String(epochOf(time));
}

function lengthBound(length: EventLength): number {
  return length.kind === 'exact' ? length.ms : (length.days + 1) * DAY_MS + length.ms;
}
