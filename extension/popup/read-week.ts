import type { Calendar } from '../../src/calendar/source.ts';
import type { ClosedWeek } from '../../src/history/closed-week.ts';
import { stands } from '../../src/history/closing.ts';
import { isSameWeek } from '../../src/history/weeks-of.ts';
import type { LoadSettings } from '../../src/load/week-load.ts';
import { DAY_MS } from '../../src/time/interval.ts';
import { weekInterval } from '../../src/time/week.ts';
import { addDays, type PlainDate } from '../../src/time/zone.ts';
import { closedFacts, type WeekFacts, weekFacts } from '../../src/week/week-facts.ts';
import type { PageData } from '../ui/data.ts';

/** A week as it was closed, or as the calendar and the settings say now. */
export interface WeekRead {
  readonly week: PlainDate;
  /** What the figures rest on: a closed week's own settings. */
  readonly settings: LoadSettings;
  readonly facts: WeekFacts;
  /** Null while the week is open. */
  readonly closed: ClosedWeek | null;
}

type Data = Pick<PageData, 'occurrences' | 'closedWeeks' | 'closedEntries'>;

/** Reads the week that begins on `week` by `settings`; a closed one may have begun on another weekday. */
export async function readWeek(
  data: Data,
  week: PlainDate,
  settings: LoadSettings,
  calendars: readonly Calendar[],
  nowMs: number,
): Promise<WeekRead> {
  const near = { from: addDays(week, -3), until: addDays(week, 3) };
  const closed = (await data.closedWeeks(near)).find((r) => isSameWeek(r.week, week) && stands(r, nowMs));
  const [entries] = closed ? await data.closedEntries({ from: closed.week, until: closed.week }) : [];
  if (closed && entries) {
    return { week: closed.week, settings: closed.basis.load, facts: closedFacts(closed, entries), closed };
  }
  const { startMs, endMs } = weekInterval(week, settings.zone);
  // Floating and all-day entries are stored as if UTC: no zone is further than a day away.
  const occurrences = await data.occurrences({ startMs: startMs - DAY_MS, endMs: endMs + DAY_MS });
  return { week, settings, facts: weekFacts(week, occurrences, calendars, settings), closed: null };
}
