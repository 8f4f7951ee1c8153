import { tellingNow } from '../../src/summary/told-ahead.ts';
import { weekAt } from '../../src/time/week.ts';
import type { BackgroundParts } from './parts.ts';
import type { Situation } from './situation.ts';

/** Bounds what was told by the present: weeks to come that a clock gone wrong has spent are theirs again. */
export async function boundTold({ store, now }: BackgroundParts, { zone, load }: Situation): Promise<void> {
  const nowMs = now();
  const thisWeek = weekAt(nowMs, zone, load.weekStart);
  for (const { aheadSinceMs, ...row } of await store.summaries()) {
    const telling = aheadSinceMs === undefined ? row : { ...row, aheadSinceMs };
    const what = tellingNow(telling, thisWeek, nowMs);
    if (what === 'seen-ahead') await store.putSummary({ ...row, aheadSinceMs: nowMs });
    else if (what === 'not-ahead') await store.putSummary(row);
    else if (what === 'forget') await store.forgetSummary(row.week);
  }
}
