import { describe, expect, it } from 'vitest';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { focusHeld } from '../../src/summary/focus-held.ts';
import { hasNews, seriesNews } from '../../src/summary/series-news.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/time/interval.ts';
import { addWeeks, weekInterval } from '../../src/time/week.ts';
import { addDays, parsePlain } from '../../src/time/zone.ts';
import { occurrence } from '../load/arbitrary.ts';

const WEEK = '2026-11-16';
const stretch = weekInterval(WEEK, 'UTC');

/** A weekly series from week `from` to before `to`, counted from the told one; day, hour and minutes as given. */
function series(
  uid: string,
  [from, to]: [number, number],
  [day, hour, minutes]: [number, number, number] = [1, 9, 60],
  every = 1,
): LabelledOccurrence[] {
  const list: LabelledOccurrence[] = [];
  for (let i = from; i < to; i += every) {
    const startMs = parsePlain(addDays(addWeeks(WEEK, i), day)) + hour * HOUR_MS;
    const key = `${uid} ${i} ${minutes}`;
    list.push(occurrence({ uid, key, startMs, endMs: startMs + minutes * MINUTE_MS, recurring: 'weekly' }));
  }
  return list;
}
const always = series('always', [-4, 5]);
const newsOf = (...more: LabelledOccurrence[][]): ReturnType<typeof seriesNews> =>
  seriesNews([...always, ...more.flat()], stretch, 'UTC');

describe('what came into the calendar', () => {
  it('is nothing where every series goes on', () => {
    expect(hasNews(newsOf(series('biweekly', [-4, 5], [2, 9, 60], 2)))).toBe(false);
  });

  it('is a series whose first entry lies in the week, by its minutes from then on', () => {
    expect(newsOf(series('new', [0, 5])).came).toEqual({ count: 1, minutes: 60 });
    expect(newsOf(series('once', [0, 1])).came.count).toBe(0);
  });

  it('is one that grew, shrank, ended or moved', () => {
    const grown = newsOf([...series('g', [-4, 0], [1, 9, 30]), ...series('g', [0, 5], [1, 9, 60])]);
    expect(grown.grew).toEqual({ count: 1, minutes: 30 });
    const shrunk = newsOf([...series('s', [-4, 0], [1, 9, 60]), ...series('s', [0, 5], [1, 9, 30])]);
    expect(shrunk.shrank).toEqual({ count: 1, minutes: 30 });
    expect(newsOf(series('e', [-4, 1])).ended).toEqual({ count: 1, minutes: 60 });
    const moved = newsOf([...series('m', [-4, 0], [1, 9, 60]), ...series('m', [0, 5], [3, 14, 60])]);
    expect(moved.moved).toEqual({ count: 1 });
  });

  it('says nothing of ends where the calendar itself ends', () => {
    expect(seriesNews(series('all', [-4, 1]), stretch, 'UTC').ended.count).toBe(0);
  });

  it('is told by one week alone', () => {
    const list = [...always, ...series('new', [0, 30]), ...series('e', [-9, 1])];
    const told = [-2, -1, 0, 1, 2].map((i) => {
      const span = weekInterval(addWeeks(WEEK, i), 'UTC');
      const near = list.filter(
        (o) => o.startMs >= span.startMs - 28 * DAY_MS && o.startMs < span.endMs + 35 * DAY_MS,
      );
      return hasNews(seriesNews(near, span, 'UTC'));
    });
    expect(told).toEqual([false, false, true, false, false]);
  });

  it('leaves private entries and what is on neither side alone', () => {
    const quiet = series('new', [0, 5]).map((o) => ({ ...o, private: true as const }));
    expect(hasNews(newsOf(quiet))).toBe(false);
  });
});

it('a focus block held where enough of it is still one', () => {
  const at = (from: number, to: number): { startMs: number; endMs: number } => ({
    startMs: from * HOUR_MS,
    endMs: to * HOUR_MS,
  });
  expect(focusHeld([at(9, 12), at(13, 17), at(33, 36)], [at(9.5, 12), at(16, 17)], 120)).toEqual({
    held: 1,
    shown: 3,
  });
});
