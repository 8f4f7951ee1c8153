import { measureOf } from '../../src/calendar/track.ts';
import { knownOf } from '../../src/history/as-of.ts';
import { weekLoad } from '../../src/load/week.ts';
import { finish } from '../../src/plan/steps.ts';
import { whatNowSteps } from '../../src/plan/what-now.ts';
import { isOwn } from '../../src/sources/traits.ts';
import { lookAheadSlot, lookAheadText, openFocus } from '../../src/summary/look-ahead.ts';
import { quietUntil } from '../../src/summary/quiet.ts';
import { DAY_MS } from '../../src/time/interval.ts';
import { weekAt, weekInterval } from '../../src/time/week.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import type { BackgroundParts } from './parts.ts';
import type { Situation } from './situation.ts';

const ID_PREFIX = 'ahead-';

/** The week that a look ahead on the screen is about; null for any other note. */
export function weekOfLookAhead(id: string): PlainDate | null {
  return /^ahead-(\d{4}-\d\d-\d\d)$/.exec(id)?.[1] ?? null;
}

/**
 * Shows what is open in the week that begins, once, on its first working day; written down before it is shown, as the
 * summary is. A day on which the browser was closed has none: by the next, half of the week may be booked.
 */
export async function showDueLookAhead(parts: BackgroundParts, here: Situation): Promise<void> {
  const { store, notifier, now, t } = parts;
  const { notify, track } = here.settings;
  const sources = await store.sources();
  if (!notify.lookAhead || !sources.some(isOwn)) return;
  const week = weekAt(now(), here.zone, here.load.weekStart);
  const state = await store.lookAhead(week);
  if (state === 'shown') return;
  const id = ID_PREFIX + week;
  if (state === 'showing' && (await notifier.visible()).includes(id)) {
    return store.putLookAhead(week, 'shown');
  }
  if (quietUntil(now(), here.zone, notify.quiet, notify.minuteOfDay) !== null) return;
  const rules = here.loadAt(week);
  const span = weekInterval(week, rules.zone);
  if (knownOf(span, sources, now()).kind !== 'known') return;
  const occurrences = await store.counted({ startMs: span.startMs - DAY_MS, endMs: span.endMs + DAY_MS });
  const load = weekLoad(week, occurrences, rules);
  const slot = lookAheadSlot(load);
  if (slot === null || now() < slot.startMs || now() >= slot.endMs || load.mostlyAway) return;
  const options = { objective: measureOf(track), nowMs: now() };
  const found = finish(whatNowSteps(week, occurrences, rules, options));
  await store.putLookAhead(week, 'showing');
  await notifier.show(id, lookAheadText(openFocus(load, now(), here.zone), found, t));
  await store.putLookAhead(week, 'shown');
}
