import { isOwn } from '../../src/sources/traits.ts';
import { badgeText } from '../../src/summary/badge.ts';
import { nextSummaryAt } from '../../src/summary/due.ts';
import { weekAt } from '../../src/time/week.ts';
import { addDays, dateIn, startOfDate } from '../../src/time/zone.ts';
import { percent } from '../../src/words/format.ts';
import type { BackgroundParts } from './parts.ts';
import { runningWeek } from './running-week.ts';
import type { Situation } from './situation.ts';
import { scheduleOf } from './summary-step.ts';

/** How often the sources are read. */
export const SYNC_MINUTES = 30;

/** Sets the alarms for the next reading, the next midnight and the next summary, in the user's zone. */
export async function setAlarms({ alarms, now }: BackgroundParts, here: Situation): Promise<void> {
  await alarms.every('sync', SYNC_MINUTES);
  const tomorrow = addDays(dateIn(here.zone, now()), 1);
  await alarms.at('midnight', startOfDate(tomorrow, here.zone));
  const schedule = scheduleOf(here);
  if (schedule.on) await alarms.at('summary', nextSummaryAt(now(), here.zone, schedule));
  else await alarms.clear('summary');
}

/**
 * Shows in the toolbar what is so far of the running week, and beside it what it becomes if nothing is added; nothing of
 * the sample, which fills pages and nothing else.
 */
export async function showToolbar(parts: BackgroundParts, here: Situation): Promise<void> {
  const { store, t, now, toolbar } = parts;
  const week = weekAt(now(), here.zone, here.load.weekStart);
  const told = (await store.sources()).some(isOwn) ? await runningWeek(parts, here, week) : null;
  const { share = null, soFar = null } = told ?? {};
  if (share === null) return toolbar.show(null, badgeText(null), t('badge_title_none'));
  const values = { share: percent(share, t.locale) };
  const title =
    soFar === null
      ? t('badge_title_ahead', values)
      : t('badge_title', { ...values, soFar: percent(soFar, t.locale) });
  await toolbar.show(soFar, badgeText(soFar), title);
}
