import type { CorrectionScope } from '../calendar/correction.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import type { PlainDate } from '../time/zone.ts';
import type { WeekFacts } from './week-facts.ts';

/** An all-day entry of which nothing says whether it takes the day: it takes none until the user answers. */
export interface DayQuestion {
  readonly key: string;
  readonly title: string;
  /** The first day of the entry that lies in the week. */
  readonly date: PlainDate;
  readonly scope: CorrectionScope;
}

/**
 * The first all-day entry of the week that may take a day away and does not say so; null where there is none. A holiday
 * of some regions is answered for its title, so that it is asked once and not every year; anything else for itself.
 */
export function dayQuestionOf({ load, byKey, leftOut }: WeekFacts): DayQuestion | null {
  const off = new Set(leftOut.filter(({ reason }) => reason === 'calendar-off').map(({ key }) => key));
  const asked = [...byKey.values()]
    .filter(({ key, label, allDay }) => label.dayUnsure === true && allDay !== null && !off.has(key))
    .sort((a, b) => a.startMs - b.startMs || (a.key < b.key ? -1 : 1))[0];
  if (!asked?.allDay) return null;
  const { start } = asked.allDay;
  return {
    key: asked.key,
    title: asked.title,
    date: start < load.week ? load.week : start,
    scope: scopeOf(asked),
  };
}

function scopeOf({ key, title, label }: LabelledOccurrence): CorrectionScope {
  return label.reasons[0]?.code === 'regional-holiday'
    ? { kind: 'title', title }
    : { kind: 'occurrence', key };
}
