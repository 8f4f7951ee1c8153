import { type ChangeRecord, isFall, standingChange } from '../drift/record.ts';
import { addWeeks } from '../time/week.ts';
import type { PlainDate } from '../time/zone.ts';

/** An older change is no news: it stands on the report. */
const NEWS_WEEKS = 26;

/** What a summary told of a change. */
export interface Telling {
  /** The week that the summary is about. */
  readonly week: PlainDate;
  readonly drift?: { readonly week: PlainDate; readonly falling: boolean };
}

/**
 * The record that the summary of `week` has to tell, or null: the change that stands, told by no summary before it. A
 * change is told once, since there is one record of it.
 */
export function driftNews(week: PlainDate, records: readonly ChangeRecord[]): ChangeRecord | null {
  const record = standingChange(records);
  if (!record || record.week < addWeeks(week, -NEWS_WEEKS)) return null;
  return record.toldIn === undefined || record.toldIn === week ? record : null;
}

/**
 * The records with the summary that told each first: one that told a change of its direction which had begun by then.
 * What a summary told is kept beside it before it is shown, so that a background that is killed tells nothing twice.
 */
export function withTellings(
  records: readonly ChangeRecord[],
  summaries: readonly Telling[],
): ChangeRecord[] {
  const sorted = [...summaries].sort((a, b) => (a.week < b.week ? -1 : 1));
  return records.map((record) => {
    const telling = sorted.find(
      ({ week, drift }) =>
        drift?.falling === isFall(record) && record.week <= week && drift.week >= addWeeks(record.week, -12),
    );
    return telling ? { ...record, toldIn: telling.week } : record;
  });
}
