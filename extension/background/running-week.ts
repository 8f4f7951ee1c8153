import { measureOf } from '../../src/calendar/track.ts';
import { knownOf } from '../../src/history/as-of.ts';
import { weekLoad } from '../../src/load/week.ts';
import { DAY_MS } from '../../src/time/interval.ts';
import { weekInterval } from '../../src/time/week.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import { readStory } from '../../src/week/read-story.ts';
import { weekStatement } from '../../src/week/statement.ts';
import type { BackgroundParts } from './parts.ts';
import type { Situation } from './situation.ts';

/**
 * The shares of the running week, so far and if nothing is added; null where nothing is known of it. The focus blocks that
 * the week began with are kept on the way.
 */
export async function runningWeek(
  { store, now }: BackgroundParts,
  { settings, loadAt }: Situation,
  week: PlainDate,
): Promise<{ readonly share: number | null; readonly soFar: number | null } | null> {
  const rules = loadAt(week);
  const span = weekInterval(week, rules.zone);
  const near = await store.counted({ startMs: span.startMs - DAY_MS, endMs: span.endMs + DAY_MS });
  const load = weekLoad(week, near, rules);
  const { target, marks, track } = settings;
  const story = await readStory(store, { measure: measureOf(track), settingsAt: loadAt, nowMs: now() });
  const known = knownOf(span, await store.sources(), now()).kind;
  const statement = weekStatement(load, { story, target, marks, known, nowMs: now() });
  if (statement.standing !== 'running') return null;
  await store.showFocus(week, load.focusBlocks);
  return { share: statement.share, soFar: statement.soFar };
}
