import type { Source } from '../../src/calendar/source.ts';
import { type Known, knownOf } from '../../src/history/as-of.ts';
import type { Restatement } from '../../src/history/restatement.ts';
import { zoneToAsk } from '../../src/settings/home-zone.ts';
import { zoneOf } from '../../src/settings/load-settings.ts';
import type { UserSettings } from '../../src/settings/settings.ts';
import type { WeekRow } from '../../src/store/rows.ts';
import { weekInterval } from '../../src/time/week.ts';
import type { PageData } from '../ui/data.ts';
import type { WeekRead } from './read-week.ts';

/** What has to be said beside a week: how far it is known, what changed since it closed, what is to be asked. */
export interface PastRead {
  readonly known: Known;
  /** What the calendar says now of a closed week whose entries changed; null where nothing did. */
  readonly later: WeekRow | null;
  readonly restated: Restatement | null;
  /** The zone that weeks are counted in. */
  readonly home: string;
  /** The machine's zone where it is elsewhere and nobody has answered yet. */
  readonly elsewhere: string | null;
}

/** Reads what is to be said beside `read`. */
export async function readPast(
  data: PageData,
  { week, settings, closed }: WeekRead,
  { user, sources }: { user: UserSettings; sources: readonly Source[] },
  nowMs: number,
): Promise<PastRead> {
  const [[row], restated] = await Promise.all([data.weeks({ from: week, until: week }), data.restated()]);
  const own = sources.some((s) => s.kind !== 'sample');
  const elsewhere = own ? zoneToAsk(user, data.machineZone, nowMs) : null;
  const differs = closed && (row?.changedSince ?? 0) > 0 && row?.craftShare !== closed.figures.craftShare;
  return {
    known: closed ? { kind: 'known' } : knownOf(weekInterval(week, settings.zone), sources, nowMs),
    later: differs && row ? row : null,
    restated,
    home: zoneOf(user, data.machineZone),
    elsewhere,
  };
}
