import type { LabelledOccurrence } from '../calendar/label.ts';
import { reasonLeftOut } from '../load/counts.ts';
import { DAY_MS, type Interval, lengthMs, MINUTE_MS } from '../time/interval.ts';
import { dateIn, wallOfInstant, weekdayOf } from '../time/zone.ts';

/** Series that came into the calendar, or changed in it, in a stretch of time; minutes are of a week from then on. */
export interface SeriesNews {
  readonly came: { readonly count: number; readonly minutes: number };
  readonly grew: { readonly count: number; readonly minutes: number };
  readonly shrank: { readonly count: number; readonly minutes: number };
  readonly ended: { readonly count: number; readonly minutes: number };
  readonly moved: { readonly count: number };
}

/** Weeks on either side of the stretch that a series is known by. */
export const NEWS_WEEKS = 4;
/** A smaller change of its length is no news, in minutes. */
const LEAST_MINUTES = 15;

/**
 * What came, grew, shrank, ended or moved among the series on either side in `stretch` (since the last note). Told by the
 * entries themselves: a series is new where its first entry of all lies in the stretch and another follows, ended where its
 * last does though the calendar goes on, and changed where the entries from then on all differ from those before. So each
 * is news once.
 *
 * @param occurrences counted ones from four weeks before the stretch to four after it, times in the user's zone
 */
export function seriesNews(
  occurrences: readonly LabelledOccurrence[],
  stretch: Interval,
  zone: string,
): SeriesNews {
  const news = { came: none(), grew: none(), shrank: none(), ended: none(), moved: { count: 0 } };
  const series = new Map<string, LabelledOccurrence[]>();
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const o of occurrences) {
    if (o.recurring === 'none' || o.private || o.label.side === 'neither' || reasonLeftOut(o) !== null)
      continue;
    lastMs = Math.max(lastMs, o.startMs);
    const list = series.get(o.uid);
    if (list) list.push(o);
    else series.set(o.uid, [o]);
  }
  const goesOn = lastMs >= stretch.endMs + (NEWS_WEEKS - 1) * 7 * DAY_MS;
  for (const list of series.values()) tell(list, stretch, zone, goesOn, news);
  return news;
}

/** Whether there is anything to tell. */
export function hasNews({ came, grew, shrank, ended, moved }: SeriesNews): boolean {
  return came.count + grew.count + shrank.count + ended.count + moved.count > 0;
}

type Count = { count: number; minutes: number };
type Tally = { came: Count; grew: Count; shrank: Count; ended: Count; moved: { count: number } };

function none(): Count {
  return { count: 0, minutes: 0 };
}

function tell(
  list: LabelledOccurrence[],
  stretch: Interval,
  zone: string,
  goesOn: boolean,
  news: Tally,
): void {
  list.sort((a, b) => a.startMs - b.startMs);
  const before = list.filter((o) => o.startMs < stretch.startMs);
  const here = list.filter((o) => o.startMs >= stretch.startMs && o.startMs < stretch.endMs);
  const later = list.filter((o) => o.startMs >= stretch.endMs);
  const since = [...here, ...later];
  if (here.length === 0) return;
  const isNew = before.length === 0;
  if (isNew && since.length >= 2)
    add(news.came, later.length > 0 ? aWeek(later, NEWS_WEEKS) : aWeek(here, 1));
  const isOver = !isNew && later.length === 0;
  if (isOver && goesOn && before.length >= 2) add(news.ended, aWeek(before, NEWS_WEEKS));
  if (isNew || isOver) return;
  const [longer, perWeek] = [changed(before, since, minutesOf), later.length / NEWS_WEEKS];
  if (longer !== null && Math.abs(longer) >= LEAST_MINUTES) {
    add(longer > 0 ? news.grew : news.shrank, Math.abs(longer) * perWeek);
  } else if (changed(before, since, (o) => placeOf(o, zone)) !== null) news.moved.count++;
}

function add(count: Count, minutes: number): void {
  count.count++;
  count.minutes += Math.round(minutes);
}

function aWeek(list: readonly LabelledOccurrence[], weeks: number): number {
  return list.reduce((sum, o) => sum + minutesOf(o), 0) / weeks;
}

/** By how much all entries since differ from those before, where both are of one kind; null where they do not. */
function changed(
  before: readonly LabelledOccurrence[],
  since: readonly LabelledOccurrence[],
  of: (o: LabelledOccurrence) => number,
): number | null {
  const [old] = before.slice(-2).map(of);
  const [now] = since.map(of);
  if (old === undefined || now === undefined || old === now) return null;
  const steady = before.slice(-2).every((o) => of(o) === old) && since.every((o) => of(o) === now);
  return steady ? now - old : null;
}

function minutesOf(o: LabelledOccurrence): number {
  return lengthMs(o) / MINUTE_MS;
}

/** Weekday and time of the wall clock, as one number. */
function placeOf({ startMs }: LabelledOccurrence, zone: string): number {
  const day = weekdayOf(dateIn(zone, startMs));
  const wall = wallOfInstant(startMs, zone);
  return day * 1440 + new Date(wall).getUTCHours() * 60 + new Date(wall).getUTCMinutes();
}
