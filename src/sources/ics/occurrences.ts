import { type Occurrence, occurrenceKey } from '../../calendar/occurrence.ts';
import type { Problem } from '../../calendar/problem.ts';
import type { ReadOptions } from '../../calendar/read-result.ts';
import { freshBudget } from '../../recurrence/expand.ts';
import { rhythmOfRule, rhythmOfStarts } from '../../recurrence/rhythm.ts';
import { type EventFields, eventFields } from './event-fields.ts';
import { isInWindow, timesOfInstance } from './instance-times.ts';
import { type InstanceContext, instancesOf } from './instances.ts';
import { bodyOf } from './properties.ts';
import type { Series } from './series.ts';
import { epochOf } from './times.ts';
import type { VEvent } from './vevent.ts';

/** Occurrences of one file past this number are left out. */
const MOST_OCCURRENCES = 400_000;

/** What the whole file says about its events. */
export interface FileContext {
  /** The user's addresses, lower case. */
  readonly own: ReadonlySet<string>;
  /** Whether the event on a line is cancelled with its whole calendar. */
  readonly isCancelled: (line: number) => boolean;
}

/** The occurrences of all series in the window, one series a step, and what could not be read of them. */
export function* occurrencesOf(
  series: readonly Series[],
  options: ReadOptions,
  file: FileContext,
): Generator<undefined, { occurrences: Occurrence[]; problems: Problem[] }> {
  const occurrences: Occurrence[] = [];
  const problems: Problem[] = [];
  const context = { window: options.window, zone: options.zone, budget: freshBudget() };
  for (const one of series) {
    yield;
    for (const occurrence of occurrencesOfSeries(one, options, file, context, problems)) {
      occurrences.push(occurrence);
    }
    if (occurrences.length > MOST_OCCURRENCES) {
      occurrences.length = MOST_OCCURRENCES;
      problems.push({
        code: 'capped',
        message: `more than ${MOST_OCCURRENCES} occurrences: the rest is left out`,
      });
      break;
    }
  }
  return { occurrences, problems };
}

function occurrencesOfSeries(
  series: Series,
  { sourceId, calendarId }: ReadOptions,
  file: FileContext,
  context: InstanceContext,
  problems: Problem[],
): Occurrence[] {
  const { instances, capped } = instancesOf(series, context);
  const main = series.master ?? series.overrides[0];
  if (capped && main) {
    problems.push({
      code: 'capped',
      message: 'the recurrence gives more instances, or looks further, than is followed',
      line: main.line,
      uid: main.uid,
      field: 'RRULE',
    });
  }
  const placed = instances
    .map((instance) => ({ instance, times: timesOfInstance(instance) }))
    .filter(({ times }) => isInWindow(times, context.window, context.zone));
  if (placed.length === 0) return [];
  const [rule] = series.master?.rules ?? [];
  const recurring = rule ? rhythmOfRule(rule) : rhythmOfStarts(instances.map((i) => epochOf(i.start)));
  const fields = new Map<VEvent, EventFields>();
  return placed.map(({ instance: { from, id }, times }) => {
    const shared = fields.get(from) ?? fieldsOf(from, file, times.allDay !== null, problems);
    fields.set(from, shared);
    const key = occurrenceKey(sourceId, calendarId, from.uid, id);
    return { key, sourceId, calendarId, uid: from.uid, ...times, ...shared, recurring };
  });
}

function fieldsOf(event: VEvent, file: FileContext, isAllDay: boolean, problems: Problem[]): EventFields {
  const body = bodyOf(event.component);
  for (const problem of body.problems) problems.push({ ...problem, uid: event.uid });
  const fields = eventFields(body, file.own, isAllDay);
  return file.isCancelled(event.line) ? { ...fields, status: 'cancelled' } : fields;
}
