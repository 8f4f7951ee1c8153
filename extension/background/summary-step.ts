import { resolveOccurrence } from '../../src/calendar/resolve.ts';
import { measureOf } from '../../src/calendar/track.ts';
import { type ChangeRecord, isFall } from '../../src/drift/record.ts';
import { knownOf } from '../../src/history/as-of.ts';
import { weekLoad } from '../../src/load/week.ts';
import type { WeekLoad } from '../../src/load/week-load.ts';
import { type Won, wonBy } from '../../src/plan/taken.ts';
import { settingsAt } from '../../src/settings/dated.ts';
import { isOwn } from '../../src/sources/traits.ts';
import { driftNews, withTellings } from '../../src/summary/drift-news.ts';
import { type SummarySchedule, summaryDue } from '../../src/summary/due.ts';
import { focusHeld } from '../../src/summary/focus-held.ts';
import { withPlanWon } from '../../src/summary/plan-won.ts';
import { quietUntil } from '../../src/summary/quiet.ts';
import { NEWS_WEEKS, seriesNews } from '../../src/summary/series-news.ts';
import { isNews, type SummaryInput, silentReason, summaryText } from '../../src/summary/summary-text.ts';
import { DAY_MS, lengthMs } from '../../src/time/interval.ts';
import { addWeeks, weekAt, weekInterval } from '../../src/time/week.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import { readStory } from '../../src/week/read-story.ts';
import { type WeekStatement, weekStatement } from '../../src/week/statement.ts';
import type { BackgroundParts } from './parts.ts';
import type { Situation } from './situation.ts';

const ID_PREFIX = 'week-';
const PREVIEW_PREFIX = 'preview-';

/** The week that a summary on the screen is about, and whether it is the week's own; null for any other note. */
export function weekOfNotification(
  id: string,
): { readonly week: PlainDate; readonly kind: 'week' | 'preview' } | null {
  const match = /^(week|preview)-(\d{4}-\d\d-\d\d)$/.exec(id);
  return match?.[2] === undefined ? null : { week: match[2], kind: match[1] as 'week' | 'preview' };
}

export function scheduleOf({ settings }: Situation): SummarySchedule {
  return { ...settings.notify, weekStart: settings.weekStart };
}

/**
 * Shows the weekly summary that is due, once.
 *
 *     due ─▶ showing (on disk) ─▶ notification ─▶ shown (on disk)
 *       └──▶ silent, with why
 *
 * Killed after `showing`, the next run asks the browser: a notification that is on the screen was shown, one that
 * was closed has woken us and is noted (`summarySeen`); one that is neither was never made, and is made now, under
 * the same id.
 */
export async function showDueSummary(parts: BackgroundParts, situation: Situation): Promise<void> {
  const { store, notifier, now } = parts;
  const schedule = scheduleOf(situation);
  // The sample has no weeks to sum up; with the user's first calendar the schedule begins.
  const sources = await store.sources();
  const own = sources.some(isOwn);
  const sinceMs = await store.scheduleSince(scheduleName(schedule, own), now());
  if (!own) return;
  const rows = await store.summaries();
  const visible = rows.some((row) => row.state === 'showing') ? await notifier.visible() : [];
  const done: PlainDate[] = [];
  for (const row of rows) {
    if (row.state !== 'showing') done.push(row.week);
    else if (visible.includes(ID_PREFIX + row.week)) {
      await store.putSummary({ ...row, state: 'shown' });
      done.push(row.week);
    }
  }
  const due = summaryDue(now(), situation.zone, schedule, { done, sinceMs });
  if (!due) return;
  const { quiet, minuteOfDay, onlyNews } = situation.settings.notify;
  if (quietUntil(now(), situation.zone, quiet, minuteOfDay) !== null) return;
  const { week } = due;
  const told = await weekTold(parts, situation, week);
  const why = silentReason(told.statement.standing);
  // What is not known yet is read soon: until then the summary waits.
  if (why === 'not-known') return;
  if (why) {
    await store.putSummary({ week, state: 'silent', atMs: now(), why });
    return;
  }
  const won = await wonIn(parts, situation, week);
  if (onlyNews && !isNews(told) && won.craftMinutes <= 0) {
    await store.putSummary({ week, state: 'silent', atMs: now(), why: 'no-news' });
    return;
  }
  const text = withPlanWon(summaryText(told, parts.t), won, parts.t);
  const { change } = told;
  const row = {
    week,
    atMs: now(),
    ...(change ? { drift: { week: change.week, falling: isFall(change) } } : {}),
  };
  await store.putSummary({ ...row, state: 'showing' });
  await notifier.show(ID_PREFIX + week, text);
  await store.putSummary({ ...row, state: 'shown', atMs: now() });
}

/** Notes that a summary was on the screen: it was closed or clicked. */
export async function summarySeen({ store }: BackgroundParts, week: PlainDate): Promise<void> {
  const row = await store.summary(week);
  if (row?.state === 'showing') await store.putSummary({ ...row, state: 'shown' });
}

/** Shows the summary of the current week now; it does not count as the week's own. */
export async function previewSummary(
  parts: BackgroundParts,
  situation: Situation,
): Promise<{ shown: boolean; why?: string }> {
  const sources = await parts.store.sources();
  if (sources.length > 0 && !sources.some(isOwn)) return { shown: false, why: 'only-sample' };
  const week = weekAt(parts.now(), situation.zone, situation.load.weekStart);
  const told = await weekTold(parts, situation, week);
  const why = silentReason(told.statement.standing);
  if (why) return { shown: false, why };
  const text = withPlanWon(summaryText(told, parts.t), await wonIn(parts, situation, week), parts.t);
  await parts.notifier.show(PREVIEW_PREFIX + week, text);
  return { shown: true };
}

/** The part of its working time after which a week is told as finished: its last hours are booked or free by then. */
const NEARLY_OVER = 0.9;
/** So many weeks back series are looked at after a long silence. */
const MOST_WEEKS_UNTOLD = 8;

/** What the moves that the user took for `week` have won, on the calendar as it is now. */
async function wonIn({ store }: BackgroundParts, { load }: Situation, week: PlainDate): Promise<Won> {
  const taken = (await store.takenMoves()).filter((row) => row.week === week);
  if (taken.length === 0) return { changed: 0, craftMinutes: 0 };
  const occurrences = await store.counted(weekInterval(week, load.zone));
  return wonBy(
    taken.flatMap((row) => row.originals),
    week,
    occurrences,
    load,
  );
}

/** Everything that the summary of a week says. */
async function weekTold(
  { store, now }: BackgroundParts,
  { settings, loadAt }: Situation,
  week: PlainDate,
): Promise<SummaryInput & { readonly statement: WeekStatement; readonly change: ChangeRecord | null }> {
  const { track, target } = settingsAt(settings, week);
  const measure = measureOf(track);
  const load = loadAt(week);
  const span = weekInterval(week, load.zone);
  const rows = await store.summaries();
  const before = addWeeks(week, -1);
  const lastTold = rows.findLast((row) => row.week < week && row.state === 'shown')?.week ?? before;
  const oldest = addWeeks(week, 1 - MOST_WEEKS_UNTOLD);
  const since = addWeeks(lastTold, 1) > oldest ? addWeeks(lastTold, 1) : oldest;
  const stretch = {
    startMs: weekInterval(since < week ? since : week, load.zone).startMs,
    endMs: span.endMs,
  };
  const near = await store.counted({
    startMs: stretch.startMs - NEWS_WEEKS * 7 * DAY_MS,
    endMs: stretch.endMs + (NEWS_WEEKS + 1) * 7 * DAY_MS,
  });
  const occurrences = near.map((o) => resolveOccurrence(o, load.zone));
  const figures = weekLoad(week, occurrences, load);
  const story = await readStory(store, { measure, settingsAt: loadAt, nowMs: now() });
  const known = knownOf(span, await store.sources(), now()).kind;
  const statement = weekStatement(figures, { story, target, marks: settings.marks, known, nowMs: now() });
  const shown = await store.focusShown(week);
  return {
    week,
    measure,
    statement,
    minutes: figures.minutes,
    unfinished: statement.standing === 'running' && partOver(figures, now()) < NEARLY_OVER,
    change: driftNews(week, withTellings(story.records, rows)),
    series: seriesNews(occurrences, stretch, load.zone),
    backFromAway: rows.some((row) => row.week === before && row.why === 'mostly-away'),
    focus: shown && focusHeld(shown, figures.focusBlocks, load.focusMinutes),
  };
}

/** How much of the working time of a week is over, 0 to 1. */
function partOver({ days }: Pick<WeekLoad, 'days'>, nowMs: number): number {
  const working = days.flatMap((day) => day.working);
  const whole = working.reduce((ms, i) => ms + lengthMs(i), 0);
  const over = working.reduce((ms, i) => ms + lengthMs({ ...i, endMs: Math.min(i.endMs, nowMs) }), 0);
  return whole === 0 ? 1 : over / whole;
}

/** Names a schedule. One that was switched off and on again, or counts weeks from another day, is a new one. */
function scheduleName({ on, weekday, minuteOfDay, weekStart }: SummarySchedule, own: boolean): string {
  return JSON.stringify([on && own, weekday, minuteOfDay, weekStart]);
}
