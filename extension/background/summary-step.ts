import { measureOf } from '../../src/calendar/track.ts';
import { type ChangeRecord, isFall } from '../../src/drift/record.ts';
import { knownOf } from '../../src/history/as-of.ts';
import { type Won, wonBy } from '../../src/plan/taken.ts';
import { isOwn } from '../../src/sources/traits.ts';
import { driftNews, withTellings } from '../../src/summary/drift-news.ts';
import { type SummarySchedule, summaryDue } from '../../src/summary/due.ts';
import { withPlanWon } from '../../src/summary/plan-won.ts';
import { silentReason, summaryText } from '../../src/summary/summary-text.ts';
import { USUAL_LOOK_BACK_WEEKS, usualWeek } from '../../src/summary/usual-week.ts';
import { weekSummaries, weekSummary } from '../../src/sync/week-summaries.ts';
import { addWeeks, weekAt, weekInterval } from '../../src/time/week.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import { readStory } from '../../src/week/read-story.ts';
import type { BackgroundParts } from './parts.ts';
import type { Situation } from './situation.ts';

const ID_PREFIX = 'week-';
const PREVIEW_PREFIX = 'preview-';

/** The week that a notification of ours is about, and whether it was the week's own. */
export function weekOfNotification(id: string): { week: PlainDate; preview: boolean } | null {
  const match = /^(week|preview)-(\d{4}-\d\d-\d\d)$/.exec(id);
  return match?.[2] === undefined ? null : { week: match[2], preview: match[1] === 'preview' };
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
  const { week } = due;
  // Late rather than from old data: it comes when the calendars have been read.
  if (knownOf(weekInterval(week, situation.zone), sources, now()).kind !== 'known') return;
  const load = await weekSummary(store, week, situation.load);
  const why = silentReason(load);
  if (why) {
    await store.putSummary({ week, state: 'silent', atMs: now(), why });
    return;
  }
  const news = await newsOf(parts, situation, week);
  const text = withPlanWon(
    summaryText(load, await usualBefore(parts, situation, week), parts.t, news),
    await wonIn(parts, situation, week),
    parts.t,
  );
  const row = { week, atMs: now(), ...(news ? { drift: { week: news.week, falling: isFall(news) } } : {}) };
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
  const load = await weekSummary(parts.store, week, situation.load);
  const why = silentReason(load);
  if (why) return { shown: false, why };
  const news = await newsOf(parts, situation, week);
  const text = withPlanWon(
    summaryText(load, await usualBefore(parts, situation, week), parts.t, news),
    await wonIn(parts, situation, week),
    parts.t,
  );
  await parts.notifier.show(PREVIEW_PREFIX + week, text);
  return { shown: true };
}

async function usualBefore(
  { store }: BackgroundParts,
  situation: Situation,
  week: PlainDate,
): Promise<ReturnType<typeof usualWeek>> {
  const weeks = Array.from({ length: USUAL_LOOK_BACK_WEEKS }, (_, i) => addWeeks(week, -1 - i));
  return usualWeek(await weekSummaries(store, weeks, situation.load));
}

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

/** The record that the summary of `week` has to tell; null where there is none, or it has been told. */
async function newsOf(
  { store, now }: BackgroundParts,
  { settings, loadAt }: Situation,
  week: PlainDate,
): Promise<ChangeRecord | null> {
  const { story } = await readStory(store, {
    measure: measureOf(settings.track),
    settingsAt: loadAt,
    nowMs: now(),
  });
  return driftNews(week, withTellings(story.records, await store.summaries()));
}

/** Names a schedule. One that was switched off and on again, or counts weeks from another day, is a new one. */
function scheduleName({ on, weekday, minuteOfDay, weekStart }: SummarySchedule, own: boolean): string {
  return JSON.stringify([on && own, weekday, minuteOfDay, weekStart]);
}
