import type { Classification } from '../../calendar/label.ts';
import type { EventFacts } from '../event-facts.ts';
import { type DayReader, dayTaken } from './day-taken.ts';

/** From this length on a timed entry is treated like an all-day one. */
const DAY_FROM_MINUTES = 720;
/** How sure words of leave, the names of holidays and their absence are: measured on people left out. */
const BY_WORDS = 0.97;
const UNSETTLED = 0.5;
const NO_ABSENCE = 0.6;

/** Whether an entry fills days. */
export function fillsDays({ allDay, durationMinutes }: EventFacts): boolean {
  return allDay === true || (durationMinutes ?? 0) >= DAY_FROM_MINUTES;
}

/** The label of an entry that fills days, where the user's own hand decided it: an absence takes the day. */
export function toldDay(label: Classification, facts: EventFacts, reader: DayReader): Classification {
  if (!fillsDays(facts)) return label;
  if (label.activity !== 'absence' || label.ignored) return { ...label, takesDay: 0 };
  const { takes, half } = dayTaken(facts, reader);
  return takes === 0.5 ? { ...label, takesDay: 0.5, ...(half ? { half } : {}) } : { ...label, takesDay: 1 };
}

/**
 * The label of an entry that fills days, by what it says: the model may name its activity, but never takes a day away.
 * `byModel` is what the model made of it.
 */
export function readDay(byModel: Classification, facts: EventFacts, reader: DayReader): Classification {
  const { takes, half, unsure, because } = dayTaken(facts, reader);
  const reason = { code: because, values: {} };
  if (takes > 0) {
    return {
      activity: 'absence',
      side: 'neither',
      confidence: BY_WORDS,
      reasons: [reason],
      ignored: false,
      takesDay: takes,
      ...(half ? { half } : {}),
    };
  }
  const none: Classification =
    byModel.activity === 'absence'
      ? { ...byModel, activity: 'personal', confidence: Math.min(byModel.confidence, NO_ABSENCE) }
      : byModel;
  const reasons = because === 'nothing-says-so' ? none.reasons : [reason, ...none.reasons];
  return unsure
    ? {
        ...none,
        activity: 'personal',
        side: 'neither',
        confidence: UNSETTLED,
        reasons,
        takesDay: 0,
        dayUnsure: true,
      }
    : { ...none, reasons, takesDay: 0 };
}
