import { knownOf } from '../../src/history/as-of.ts';
import { isOwn } from '../../src/sources/traits.ts';
import { badgeText } from '../../src/summary/badge.ts';
import { nextSummaryAt } from '../../src/summary/due.ts';
import { weekSummary } from '../../src/sync/week-summaries.ts';
import { weekAt, weekInterval } from '../../src/time/week.ts';
import { addDays, dateIn, startOfDate } from '../../src/time/zone.ts';
import { percent } from '../../src/words/format.ts';
import type { BackgroundParts } from './parts.ts';
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

/** Shows the current week in the toolbar; nothing of the sample, which fills pages and nothing else. */
export async function showToolbar(parts: BackgroundParts, here: Situation): Promise<void> {
  const { store, t, now } = parts;
  const sources = await store.sources();
  const week = weekAt(now(), here.zone, here.load.weekStart);
  const known = knownOf(weekInterval(week, here.zone), sources, now()).kind !== 'not-known';
  const load = known && sources.some(isOwn) ? await weekSummary(store, week, here.load) : null;
  const share = load && load.countedOccurrences > 0 ? load.craftShare : null;
  const title =
    share === null ? t('badge_title_none') : t('badge_title', { share: percent(share, t.locale) });
  await parts.toolbar.show(share, badgeText(share), title);
}
