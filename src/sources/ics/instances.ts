import { type Budget, expand, MOST_INSTANCES } from '../../recurrence/expand.ts';
import { DAY_MS, HOUR_MS, type Interval } from '../../time/interval.ts';
import type { Series } from './series.ts';
import { asKindOf, dateOfWall, type EventLength, epochOf, type IcsTime } from './times.ts';
import type { VEvent } from './vevent.ts';

/** One instance of an event: where it stands, and the component whose properties it has. */
export interface Instance {
  /** Its original start, which names it within its series: a date, or epoch ms. */
  readonly id: string;
  readonly start: IcsTime;
  readonly length: EventLength;
  readonly from: VEvent;
}

/** Every zone is within this of UTC, and a date may begin that much earlier or later. */
const ZONE_PAD_MS = 26 * HOUR_MS;

/** What a series is read with: the window (epoch ms), the user's zone, and what rules may still cost. */
export interface InstanceContext {
  readonly window: Interval;
  readonly zone: string;
  readonly budget: Budget;
}

/**
 * The instances of a series that may overlap the window; the caller settles it, knowing the user's zone. Replaced
 * instances stand where their override puts them, which may be into the window from outside of it. An override of an
 * instance that an EXDATE takes out is out too; one whose instance the rule does not give is kept, as an addition.
 */
export function instancesOf(
  { master, overrides }: Series,
  context: InstanceContext,
): { instances: Instance[]; capped: boolean } {
  if (master && overrides.length === 0 && isAway(master, context.window)) {
    return { instances: [], capped: false };
  }
  const like = master?.start ?? null;
  /** RECURRENCE-ID in the kind of the master's start. */
  const original = (o: VEvent): IcsTime => {
    const time = o.recurrenceId ?? o.start;
    return like && !(time.kind === 'date' && like.kind !== 'date')
      ? asKindOf(like, time, context.zone)
      : time;
  };
  const isOut = excluder(master, context.zone);
  const instances: Instance[] = [];
  for (const o of overrides) {
    const id = original(o);
    if (!isOut(id)) instances.push({ id: idOf(id), start: o.start, length: o.length, from: o });
  }
  if (!master) return { instances, capped: false };

  const replaced = new Set(overrides.map((o) => idOf(original(o))));
  const following = overrides
    .filter((o) => o.thisAndFuture)
    .map((o) => ({ event: o, fromMs: original(o).wallMs, shiftMs: o.start.wallMs - original(o).wallMs }))
    .sort((a, b) => a.fromMs - b.fromMs);
  const farthest = following.reduce((most, { shiftMs }) => Math.max(most, Math.abs(shiftMs)), 0);
  const longest = [...following.map((f) => f.event.length), ...master.extra.map((e) => e.length)].reduce(
    (most, length) => Math.max(most, length ? lengthBound(length) : 0),
    lengthBound(master.length),
  );
  const { starts, capped } = startsOf(
    master,
    {
      startMs: context.window.startMs - longest - farthest - ZONE_PAD_MS,
      endMs: context.window.endMs + farthest + ZONE_PAD_MS,
    },
    context,
  );
  for (const { time, length } of starts) {
    const id = idOf(time);
    // A date among the overrides means the instance of that day.
    if (isOut(time) || replaced.has(id) || replaced.has(dateOfWall(time.wallMs))) continue;
    const change = following.findLast((f) => f.fromMs <= time.wallMs);
    instances.push(
      change
        ? {
            id,
            start: { ...change.event.start, wallMs: time.wallMs + change.shiftMs },
            length: length ?? change.event.length,
            from: change.event,
          }
        : { id, start: time, length: length ?? master.length, from: master },
    );
  }
  return { instances, capped };
}

/** Whether an event that comes once is surely outside of the window, whatever its zone is. */
function isAway({ start, length, rules, extra }: VEvent, window: Interval): boolean {
  if (rules.length > 0 || extra.length > 0) return false;
  return (
    start.wallMs >= window.endMs + ZONE_PAD_MS ||
    start.wallMs + lengthBound(length) < window.startMs - ZONE_PAD_MS
  );
}

/** The starts that RRULE and RDATE give, before anything is taken out or replaced; those of periods with a length. */
function startsOf(
  { start, rules, extra }: VEvent,
  wallWindow: Interval,
  { zone, budget }: InstanceContext,
): { starts: Iterable<{ time: IcsTime; length: EventLength | null }>; capped: boolean } {
  const starts = new Map<string, { time: IcsTime; length: EventLength | null }>();
  let capped = false;
  const add = (time: IcsTime, length: EventLength | null): void => {
    if (time.wallMs < wallWindow.startMs || time.wallMs >= wallWindow.endMs) return;
    if (starts.size < MOST_INSTANCES) starts.set(idOf(time), { time, length });
    else capped = true;
  };
  if (rules.length === 0) add(start, null);
  for (const rule of rules) {
    const isWithin = withinUntil(rule.until, start, zone);
    if (!isWithin(start.wallMs)) continue;
    // UNTIL in UTC and the wall clock differ by the zone's offset: the rest is settled one by one.
    const untilMs = rule.until ? rule.until.wallMs + DAY_MS + ZONE_PAD_MS : Number.POSITIVE_INFINITY;
    const expansion = expand(rule, start.wallMs, wallWindow, untilMs, budget);
    if (expansion.capped) capped = true;
    for (const wallMs of expansion.starts) if (isWithin(wallMs)) add({ ...start, wallMs }, null);
  }
  for (const { time, length } of extra) add(asKindOf(start, time, zone), length);
  return { starts: starts.values(), capped };
}

/** An EXDATE takes out the instance at its very time, or, where it is a date, all of that day. */
function excluder(master: VEvent | null, zone: string): (time: IcsTime) => boolean {
  const out = new Set<string>();
  for (const time of master?.except ?? []) {
    if (!master || (time.kind === 'date' && master.start.kind !== 'date')) out.add(dateOfWall(time.wallMs));
    else out.add(idOf(asKindOf(master.start, time, zone)));
  }
  if (out.size === 0) return () => false;
  return (time) => out.has(idOf(time)) || out.has(dateOfWall(time.wallMs));
}

/**
 * UNTIL is inclusive. A date takes in the whole day; UTC is compared with the instant. For all-day series, see
 * `asKindOf`.
 */
function withinUntil(
  until: { readonly wallMs: number; readonly kind: 'date' | 'floating' | 'utc' } | null,
  start: IcsTime,
  zone: string,
): (wallMs: number) => boolean {
  if (!until) return () => true;
  const { wallMs: untilMs, kind } = until;
  if (kind === 'utc' && start.kind === 'instant') return (wallMs) => start.read(wallMs) <= untilMs;
  if (kind === 'utc' && start.kind === 'date') {
    const last = asKindOf(start, { wallMs: untilMs, kind: 'instant', read: (ms) => ms }, zone).wallMs;
    return (wallMs) => wallMs <= last;
  }
  const lastMs =
    kind === 'date' || start.kind === 'date' ? Math.floor(untilMs / DAY_MS) * DAY_MS + DAY_MS - 1 : untilMs;
  return (wallMs) => wallMs <= lastMs;
}

function idOf(time: IcsTime): string {
  return time.kind === 'date' ? dateOfWall(time.wallMs) : String(epochOf(time));
}

function lengthBound(length: EventLength): number {
  return length.kind === 'exact' ? length.ms : (length.days + 1) * DAY_MS + length.ms;
}
