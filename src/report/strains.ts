import type { LabelledOccurrence } from '../calendar/label.ts';
import { isMeeting } from '../load/counts.ts';
import { meetingRuns } from '../load/meeting-runs.ts';
import type { WeekLoad } from '../load/week-load.ts';
import type { LoadedWeek } from '../plan/focus-cost.ts';
import { type Interval, lengthMs, MINUTE_MS } from '../time/interval.ts';
import { occurrencesByKey } from './series-table.ts';

/** What wears a week down, each as minutes over all weeks with what is behind them. */
export interface Strain {
  readonly id: 'runs' | 'after-hours' | 'double-booked' | 'unconfirmed';
  readonly minutes: number;
  /** Runs, or entries. */
  readonly times: number;
  readonly keys: readonly string[];
}

/** A run of meetings is worth a word from two hours on: the length of a focus block that it stands in for. */
const LONG_RUN_MINUTES = 120;

/**
 * Back-to-back runs of two hours and more, time outside working hours, double-booked and unconfirmed time, in this
 * order; those that are nothing are left out. Double-booked minutes count once though two entries claim them.
 */
export function strainsOf(weeks: readonly LoadedWeek[]): Strain[] {
  const byKey = occurrencesByKey(weeks);
  const strains: Strain[] = [
    runsOf(weeks, byKey),
    strainOf(
      'after-hours',
      weeks,
      ({ minutes: m }) => m.afterHoursCraft + m.afterHoursManagement,
      (s) => s.afterHoursMinutes,
    ),
    doubleBookedOf(weeks, byKey),
    strainOf(
      'unconfirmed',
      weeks,
      ({ minutes: m }) => m.unconfirmed,
      (s) => s.unconfirmedMinutes,
    ),
  ];
  return strains.filter((s) => s.minutes > 0);
}

function strainOf(
  id: Strain['id'],
  weeks: readonly LoadedWeek[],
  total: (load: WeekLoad) => number,
  part: (share: WeekLoad['counted'][number]) => number,
): Strain {
  const keys = new Set(
    weeks.flatMap(({ load }) => load.counted.filter((s) => part(s) > 0).map((s) => s.key)),
  );
  return {
    id,
    minutes: weeks.reduce((sum, { load }) => sum + total(load), 0),
    times: keys.size,
    keys: [...keys],
  };
}

/** Behind a double-booking are both: the one that got the minute, and the meetings that it covers. */
function doubleBookedOf(
  weeks: readonly LoadedWeek[],
  byKey: ReadonlyMap<string, LabelledOccurrence>,
): Strain {
  const isMet = ({ key }: { readonly key: string }): boolean => {
    const occurrence = byKey.get(key);
    return occurrence !== undefined && isMeeting(occurrence);
  };
  const keysIn = ({ counted, leftOut }: WeekLoad): string[] => {
    const winners = counted.filter((s) => s.doubleBookedMinutes > 0);
    const won = new Set(winners.map((s) => s.key));
    const losers = counted.filter(({ coveredBy }) => coveredBy !== undefined && won.has(coveredBy));
    const covered = leftOut.filter(({ reason }) => reason === 'covered');
    return [...winners, ...[...losers, ...covered].filter(isMet)].map(({ key }) => key);
  };
  const keys = new Set(weeks.flatMap(({ load }) => (load.minutes.doubleBooked === 0 ? [] : keysIn(load))));
  return {
    id: 'double-booked',
    minutes: weeks.reduce((sum, { load }) => sum + load.minutes.doubleBooked, 0),
    times: keys.size,
    keys: [...keys],
  };
}

function runsOf(weeks: readonly LoadedWeek[], byKey: ReadonlyMap<string, LabelledOccurrence>): Strain {
  const keys = new Set<string>();
  let minutes = 0;
  let times = 0;
  for (const { load } of weeks) {
    const meetings = load.segments.filter((s) => {
      const occurrence = s.key === undefined ? undefined : byKey.get(s.key);
      return occurrence !== undefined && isMeeting(occurrence);
    });
    const long = (run: Interval): boolean => lengthMs(run) >= LONG_RUN_MINUTES * MINUTE_MS;
    for (const run of meetingRuns(meetings).filter(long)) {
      const inside = meetings.filter((m) => m.startMs >= run.startMs && m.endMs <= run.endMs);
      const found = new Set(inside.flatMap((m) => m.key ?? []));
      // One long workshop is no run of meetings.
      if (found.size < 2) continue;
      minutes += lengthMs(run) / MINUTE_MS;
      times++;
      for (const key of found) keys.add(key);
    }
  }
  return { id: 'runs', minutes, times, keys: [...keys] };
}
