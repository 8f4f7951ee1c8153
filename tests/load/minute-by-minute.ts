import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { resolveOccurrence } from '../../src/calendar/resolve.ts';
import type { LoadMinutes, LoadSettings } from '../../src/load/week-load.ts';
import { MINUTE_MS } from '../../src/time/interval.ts';
import { daysOfWeek, weekInterval } from '../../src/time/week.ts';
import { workingIntervals } from '../../src/time/working-hours.ts';

/**
 * The week's figures by walking its 10,080 minutes one by one: slow, naive, and written from the text of
 * design.md section 2 rather than from the sweep, to referee it.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a definition in one piece, to be read beside the design.
export function minuteByMinute(
  week: string,
  all: readonly LabelledOccurrence[],
  settings: LoadSettings,
): LoadMinutes {
  const span = weekInterval(week, settings.zone);
  const length = (span.endMs - span.startMs) / MINUTE_MS;
  const working = new Array<boolean>(length).fill(false);
  for (const w of workingIntervals(week, settings.zone, settings.workingHours)) {
    for (let m = (w.startMs - span.startMs) / MINUTE_MS; m < (w.endMs - span.startMs) / MINUTE_MS; m++)
      working[m] = true;
  }
  const cut = (ms: number): number => Math.floor(ms / MINUTE_MS);
  const from = cut(span.startMs);
  const resolved = all
    .map((o) => resolveOccurrence(o, settings.zone))
    .map((o) => ({ ...o, first: cut(o.startMs) - from, last: cut(o.endMs) - from }));
  type One = (typeof resolved)[number];
  const declined = new Set(
    resolved
      .filter((o) => o.response === 'declined' && o.status !== 'cancelled')
      .map((o) => `${o.uid} ${o.first}`),
  );
  const days = daysOfWeek(week, settings.zone);
  const dateAt = (ms: number): string => days.find((d) => ms < d.endMs)?.date ?? '';
  const dates = working.map((w, m) => (w ? dateAt(span.startMs + m * MINUTE_MS) : ''));
  const ranks = new Map<string, number>();
  const rank = dates.map((date) => {
    ranks.set(date, (ranks.get(date) ?? -1) + 1);
    return ranks.get(date) ?? 0;
  });
  const inEarlierHalf = (m: number): boolean =>
    (rank[m] ?? 0) < Math.floor(((ranks.get(dates[m] ?? '') ?? 0) + 1) / 2);
  const takes = (o: One): number => o.label.takesDay ?? (o.label.activity === 'absence' ? 1 : 0);
  const long = (o: One): boolean => o.allDay !== null || o.last - o.first >= 720;
  const counts = (o: One): boolean =>
    o.status !== 'cancelled' &&
    o.response !== 'declined' &&
    !o.label.ignored &&
    !o.label.saidCancelled &&
    o.eventType !== 'workingLocation' &&
    o.eventType !== 'birthday' &&
    o.last > o.first &&
    o.last > 0 &&
    o.first < length &&
    (long(o) ? takes(o) > 0 : o.transparency !== 'transparent' || o.eventType === 'focusTime') &&
    !declined.has(`${o.uid} ${o.first}`);
  const answer = (o: One): number =>
    o.response === 'needsAction'
      ? 2
      : o.response === 'tentative' || o.status === 'tentative' || o.label.hold
        ? 1
        : 0;
  const before = (a: One, b: One): number =>
    answer(a) - answer(b) ||
    (a.people > 1 ? 0 : 1) - (b.people > 1 ? 0 : 1) ||
    a.last - a.first - (b.last - b.first) ||
    b.first - a.first ||
    (a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : a.key < b.key ? -1 : 1);
  const ordered: One[] = [];
  const seen = new Set<string>();
  for (const o of resolved.filter(counts).sort(before)) {
    const id = `${o.uid} ${o.first}`;
    if (!seen.has(id)) ordered.push(o);
    seen.add(id);
  }
  const absences = ordered.filter(long);
  const timed = ordered.filter((o) => !long(o));
  const solo = (o: One): boolean =>
    (o.label.activity === 'deep-work' || o.label.activity === 'learning') && o.people <= 1;
  const meeting = (o: One): boolean => o.label.side !== 'neither' && !solo(o);
  const at = (list: One[], m: number): One | undefined => list.find((o) => o.first <= m && m < o.last);

  const owners: (One | undefined)[] = [];
  let doubleBooked = 0;
  for (let m = 0; m < length; m++) {
    const half = (o: One): boolean => takes(o) === 1 || inEarlierHalf(m) === (o.label.half === 'earlier');
    const absent = working[m] ? at(absences.filter(half), m) : undefined;
    owners.push(absent ?? at(timed, m));
    if (!absent && timed.filter((o) => meeting(o) && o.first <= m && m < o.last).length >= 2) doubleBooked++;
  }
  const recovering = new Array<boolean>(length).fill(false);
  for (let m = 0; m < length; m++) {
    const o = owners[m];
    if (o && meeting(o) && owners[m + 1] !== o) {
      for (let r = m + 1; r <= m + settings.recoveryMinutes && r < length; r++) recovering[r] = true;
    }
  }
  const free = owners.map((o, m) => working[m] === true && !recovering[m] && (o === undefined || solo(o)));
  const focus = new Array<boolean>(length).fill(false);
  for (let m = 0; m < length; m++) {
    if (!free[m]) continue;
    let end = m;
    while (end < length && free[end]) end++;
    if (end - m >= settings.focusMinutes) focus.fill(true, m, end);
    m = end;
  }
  const sum = {
    working: 0,
    craft: 0,
    craftBooked: 0,
    craftOpen: 0,
    management: 0,
    fragments: 0,
    away: 0,
    afterHoursCraft: 0,
    afterHoursManagement: 0,
    unconfirmed: 0,
    doubleBooked,
  };
  for (let m = 0; m < length; m++) {
    const o = owners[m];
    const inside = working[m] === true;
    if (inside) sum.working++;
    if (!o) {
      if (inside && focus[m] && settings.openTimeIsCraft) sum.craftOpen++;
      else if (inside) sum.fragments++;
      continue;
    }
    const counted = inside || o.label.side !== 'neither';
    if (counted && answer(o) > 0) sum.unconfirmed++;
    if (o.label.side === 'craft') {
      sum.craftBooked++;
      if (!inside) sum.afterHoursCraft++;
    } else if (o.label.side === 'management') {
      sum.management++;
      if (!inside) sum.afterHoursManagement++;
    } else if (inside) sum.away++;
  }
  sum.craft = sum.craftBooked + sum.craftOpen;
  return sum;
}
