import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { weekLoad } from '../../src/load/week.ts';
import type { LoadSettings } from '../../src/load/week-load.ts';
import type { MoveKind, Objective } from '../../src/plan/move.ts';
import { MINUTE_MS } from '../../src/time/interval.ts';
import { daysOfWeek, weekInterval } from '../../src/time/week.ts';
import { workingIntervals } from '../../src/time/working-hours.ts';

/**
 * The plan by definition: slow, plain, and written from the text of plan.md rather than from the engine, to referee it.
 * Every minute of the week is tried as a new start, every allowed set of moves is counted with `weekLoad`. It takes
 * occurrences that are timed and lie within one day each, beside absences of whole days.
 */
export interface PlainMove {
  readonly kind: MoveKind;
  readonly changes: readonly { uid: string; start: number; to: { start: number; end: number } | null }[];
  readonly people: number;
}

export interface PlainBest {
  readonly moves: readonly PlainMove[];
  readonly minutes: number;
  readonly sets: number;
}

type One = LabelledOccurrence;
const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;
const timesOf = (o: One): { start: number; end: number } => ({ start: o.startMs, end: o.endMs });

function isCounted(o: One): boolean {
  return (
    o.status !== 'cancelled' &&
    o.response !== 'declined' &&
    o.transparency !== 'transparent' &&
    o.allDay === null &&
    !o.label.ignored
  );
}

function isMeeting(o: One): boolean {
  const alone = o.people === 1 && (o.label.activity === 'deep-work' || o.label.activity === 'learning');
  return o.label.side !== 'neither' && !alone && !/^hold/i.test(o.title);
}

/** Every allowed single move, by the table of plan.md. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the table of moves in one piece, to be read beside it.
export function everyMove(
  week: string,
  list: readonly One[],
  settings: LoadSettings,
  kinds: readonly MoveKind[],
): PlainMove[] {
  const span = weekInterval(week, settings.zone);
  const working = workingIntervals(week, settings.zone, settings.workingHours).map((w) => ({
    start: w.startMs,
    end: w.endMs,
  }));
  const awayDates = list.filter((o) => o.allDay && o.label.activity === 'absence').map((o) => o.allDay);
  const away = daysOfWeek(week, settings.zone)
    .filter(({ date }) => awayDates.some((a) => a && a.start <= date && date < a.end))
    .map((d) => ({ start: d.startMs, end: d.endMs }));
  const counted = list.filter(isCounted);
  const changeable = counted.filter((o) => isMeeting(o) && o.startMs >= span.startMs);
  const management = changeable.filter((o) => o.label.side === 'management' && o.people >= 2);
  const moves: PlainMove[] = [];
  const add = (kind: MoveKind, pairs: [One, { start: number; end: number } | null][]): void => {
    if (!kinds.includes(kind)) return;
    const people = new Map(pairs.map(([o]) => [o.uid, o.people - 1]));
    moves.push({
      kind,
      people: [...people.values()].reduce((a, b) => a + b, 0),
      changes: pairs
        .map(([o, to]) => ({ uid: o.uid, start: o.startMs, to }))
        .sort((a, b) => a.start - b.start || (a.uid < b.uid ? -1 : 1)),
    });
  };
  const isFree = (place: { start: number; end: number }, others: readonly One[]): boolean =>
    working.some((w) => place.start >= w.start && place.end <= w.end) &&
    !away.some((a) => overlap(a, place)) &&
    !others.some((o) => overlap(timesOf(o), place));

  for (const o of management) {
    const optional = o.attendees.some((a) => a.self && a.optional === true);
    const unsure = o.response === 'tentative' || o.response === 'needsAction';
    if (o.people >= 3 && !o.organizerIsSelf && (optional || unsure || o.people > 8)) add('skip', [[o, null]]);
    const minutes = (o.endMs - o.startMs) / MINUTE_MS;
    const shorter = minutes >= 55 ? 50 : minutes >= 30 ? 25 : 0;
    if (shorter > 0 && shorter >= minutes / 2) {
      add('shorten', [[o, { start: o.startMs, end: o.startMs + shorter * MINUTE_MS }]]);
    }
  }
  for (const o of changeable) {
    if (!o.organizerIsSelf && o.people > 2) continue;
    const others = counted.filter((x) => x !== o);
    const edges = new Set([...working, ...others.map(timesOf)].flatMap((i) => [i.start, i.end]));
    for (let start = span.startMs; start < span.endMs; start += MINUTE_MS) {
      const place = { start, end: start + o.endMs - o.startMs };
      if (start === o.startMs || !(edges.has(place.start) || edges.has(place.end))) continue;
      if (isFree(place, others)) add('shift', [[o, place]]);
    }
  }
  for (const uid of new Set(management.map((o) => o.uid))) {
    const gone = management
      .filter((o) => o.uid === uid)
      .sort((a, b) => a.startMs - b.startMs)
      .filter((_, i) => i % 2 === 1);
    if (gone.length > 0)
      add(
        'rarer',
        gone.map((o) => [o, null]),
      );
  }
  for (const into of working) {
    const moved = changeable
      .filter((o) => o.people === 2 && !(o.startMs >= into.start && o.endMs <= into.end))
      .sort((a, b) => a.startMs - b.startMs || (a.uid < b.uid ? -1 : 1));
    if (moved.length < 2) continue;
    const total = moved.reduce((ms, o) => ms + o.endMs - o.startMs, 0);
    for (const from of new Set([into.start, into.end - total])) {
      let at = from;
      const pairs = moved.map((o): [One, { start: number; end: number }] => {
        const place = { start: at, end: at + o.endMs - o.startMs };
        at = place.end;
        return [o, place];
      });
      const others = counted.filter((o) => !moved.includes(o));
      if (pairs.every(([, p]) => isFree(p, others))) add('gather', pairs);
    }
  }
  return moves;
}

/** The total of the objective, counted by `weekLoad` day by day and remembered. */
class Counter {
  readonly #known = new Map<string, number>();
  readonly #days: readonly { startMs: number; endMs: number }[];
  readonly #empty: number;
  readonly week: string;
  readonly settings: LoadSettings;
  readonly objective: Objective;

  constructor(week: string, settings: LoadSettings, objective: Objective, days: readonly One[]) {
    this.week = week;
    this.settings = settings;
    this.objective = objective;
    this.#days = daysOfWeek(week, settings.zone);
    this.#empty = this.whole(days);
  }

  total(list: readonly One[]): number {
    return this.#days.reduce((sum, day) => sum + this.#ofDay(list, day) - this.#empty, this.#empty);
  }

  #ofDay(list: readonly One[], day: { startMs: number; endMs: number }): number {
    const here = list.filter((o) => o.allDay || (o.startMs < day.endMs && o.endMs > day.startMs));
    const key = `${day.startMs} ${here.map((o) => `${o.key}@${o.startMs}-${o.endMs}`).join()}`;
    const known = this.#known.get(key) ?? this.whole(here);
    this.#known.set(key, known);
    return known;
  }

  whole(list: readonly One[]): number {
    const load = weekLoad(this.week, list, this.settings);
    if (this.objective === 'craft') return load.minutes.craft;
    const open = load.segments.filter((s) => s.focus && s.kind !== 'craft-booked');
    const openMs = open.reduce((ms, s) => ms + s.endMs - s.startMs, 0);
    return load.activities.people + load.activities.direction + openMs / MINUTE_MS;
  }
}

function after(list: readonly One[], moves: readonly PlainMove[]): One[] {
  return list.flatMap((o): One[] => {
    const change = moves.flatMap((m) => m.changes).find((c) => c.uid === o.uid && c.start === o.startMs);
    if (!change || o.allDay) return [o];
    return change.to === null ? [] : [{ ...o, startMs: change.to.start, endMs: change.to.end }];
  });
}

function mayStandTogether(a: PlainMove, b: PlainMove): boolean {
  return !a.changes.some((x) =>
    b.changes.some(
      (y) =>
        (x.uid === y.uid && x.start === y.start) || (x.to !== null && y.to !== null && overlap(x.to, y.to)),
    ),
  );
}

/** How a set stands among sets of one value: smaller comes first. */
function rank(set: readonly PlainMove[]): (number | string)[][] {
  const changes = set
    .flatMap((m) => m.changes)
    .map((c) => [c.start, c.uid, c.to === null ? -1 : c.to.start])
    .sort(compareRows);
  const kinds = set
    .map((m) => [m.changes[0]?.start ?? 0, m.kind] as (number | string)[])
    .sort(compareRows)
    .map(([, kind]) => [kind ?? '']);
  return [[set.length], [set.reduce((n, m) => n + m.people, 0)], ...changes, ['end'], ...kinds];
}

function compareRows(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    // The end of a shorter list comes before whatever the longer one goes on with.
    if (x === undefined || x === 'end') return y === undefined || y === 'end' ? 0 : -1;
    if (y === undefined || y === 'end') return 1;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

function comesFirst(a: readonly PlainMove[], b: readonly PlainMove[]): boolean {
  const [x, y] = [rank(a), rank(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const found = compareRows(x[i] ?? ['end'], y[i] ?? ['end']);
    if (found !== 0) return found < 0;
  }
  return false;
}

/** The best set of at most `most` moves; null where there are more sets than `mostSets`. */
export function exhaustiveBest(
  input: { week: string; list: readonly One[]; settings: LoadSettings; objective: Objective },
  moves: readonly PlainMove[],
  most: number,
  mostSets: number,
): PlainBest | null {
  const counted = input.list.filter((o) => isCounted(o) || (o.allDay && o.label.activity === 'absence'));
  const counter = new Counter(
    input.week,
    input.settings,
    input.objective,
    counted.filter((o) => o.allDay),
  );
  let best: readonly PlainMove[] = [];
  let minutes = counter.total(counted);
  if (minutes !== counter.whole(counted)) throw new Error('the days do not add up to the week');
  let sets = 1;
  const visit = (from: number, set: readonly PlainMove[]): void => {
    for (let i = from; i < moves.length && sets <= mostSets; i++) {
      const move = moves[i] as PlainMove;
      if (!set.every((other) => mayStandTogether(other, move))) continue;
      const next = [...set, move];
      const value = counter.total(after(counted, next));
      sets++;
      if (value > minutes || (value === minutes && comesFirst(next, best))) {
        best = next;
        minutes = value;
      }
      if (next.length < most) visit(i + 1, next);
    }
  };
  visit(0, []);
  return sets > mostSets ? null : { moves: best, minutes, sets };
}
