import { closeWeek } from '../../src/history/closed-week.ts';
import { closableWeeks, stands } from '../../src/history/closing.ts';
import { weekInterval } from '../../src/time/week.ts';
import type { BackgroundParts } from './parts.ts';
import type { Situation } from './situation.ts';

/** Weeks closed in one transaction: short enough that a page is not kept waiting. */
const BATCH = 52;

/** Closes the weeks that are to close, newest batch first; cut short anywhere, the next run goes on. */
export async function closePast({ store, now }: BackgroundParts, here: Situation): Promise<void> {
  const extent = await store.extent();
  if (!extent) return;
  const nowMs = now();
  const due = closableWeeks(extent, await store.sources(), () => here.load, nowMs);
  if (due.length === 0) return;
  const closed = new Set(
    (await store.closedWeeks()).filter((row) => stands(row, nowMs)).map((row) => row.week),
  );
  const basis = { load: here.load, track: here.settings.track, labelVersion: here.fingerprint };
  const open = due.filter((week) => !closed.has(week)).reverse();
  for (let at = 0; at < open.length; at += BATCH) {
    await store.closeWeeks(
      open.slice(at, at + BATCH).map((week) => ({ week, ...weekInterval(week, here.zone) })),
      (week, occurrences) => closeWeek(week, occurrences, basis, nowMs),
    );
  }
}
