import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTIVITIES, type Activity } from '../src/calendar/activity.ts';
import type { Craft } from '../src/calendar/craft.ts';
import type { EventType, Recurring, ResponseStatus } from '../src/calendar/occurrence.ts';
import type { EventFacts } from '../src/classify/event-facts.ts';

/** One labelled calendar entry (tests/classify/titles/README.md). */
export interface LabelledRow {
  readonly facts: EventFacts;
  readonly language: string;
  readonly activity: Activity;
  /** What else a person could honestly call it, where that is said; empty for most. */
  readonly alternatives: readonly Activity[];
  /** A sensible colleague could answer otherwise: scored apart. */
  readonly ambiguous: boolean;
  /** Other activities of the same side that are right too. */
  readonly also: readonly Activity[];
  readonly trap: boolean;
  /** Who wrote it, or whose calendar it is: rows that one person's habits make alike. */
  readonly source: string;
  /** The craft of the person whose calendar it is, where that is known. */
  readonly craft?: Craft;
  /** What an all-day entry takes of the day. */
  readonly takesDay?: 0 | 0.5 | 1;
}

/** The craft of each role of the loose titles; a director may have any. */
const CRAFT_OF_ROLE: Readonly<Record<string, Craft>> = {
  engineer: 'software',
  architect: 'software',
  'eng-manager': 'software',
  designer: 'design',
  'product-manager': 'product',
  'data-scientist': 'data',
  researcher: 'science',
  writer: 'writing',
  sales: 'sales',
  physician: 'medicine',
  lawyer: 'law',
  teacher: 'teaching',
};

const TITLES = join(import.meta.dirname, '../tests/classify/titles');
/** Kept unseen while the model is made: scored at the end only. */
export const UNSEEN = ['heldout.psv'];

/** The rows that the model learns from: every file but the unseen ones. */
export function trainingRows(): LabelledRow[] {
  return readdirSync(TITLES)
    .filter((file) => file.endsWith('.psv') && !UNSEEN.includes(file))
    .sort()
    .flatMap(rowsOf);
}

/** The rows kept unseen. */
export function unseenRows(): LabelledRow[] {
  return UNSEEN.flatMap(rowsOf);
}

/** The published sample of the hidden set, which is never learnt from either. */
export function sampleRows(): LabelledRow[] {
  return readFileSync(join(TITLES, 'sample.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const {
        side: _,
        activity,
        language,
        role: __,
        ambiguous: ___,
        adversarial,
        alsoAcceptable,
        ...facts
      } = JSON.parse(line) as EventFacts & Record<string, unknown>;
      const title = String((facts as { title?: string }).title);
      const alternatives = ((alsoAcceptable as string[]) ?? []).map((name) =>
        // The sample's older name for it.
        name === 'collaborative-craft' ? 'making-together' : name,
      );
      return {
        facts: facts as EventFacts,
        language: String(language),
        source: `sample:${title}`,
        ambiguous: alternatives.length > 0,
        also: [],
        activity: activityOf(String(activity)),
        alternatives: alternatives.map((name) => activityOf(name)),
        trap: adversarial === true,
      };
    });
}

function rowsOf(file: string): LabelledRow[] {
  const lines = readFileSync(join(TITLES, file), 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const fields = line.split('|');
    if (fields.length !== 9) throw new Error(`${file}:${i + 1}: ${fields.length} fields, not 9`);
    const [
      language = '',
      activity = '',
      people = '',
      recurring = '',
      minutes = '',
      role = '',
      flagText = '',
      title = '',
      description = '',
    ] = fields;
    const flags = flagText.split(',').filter((flag) => flag !== '');
    const has = (flag: string): boolean => flags.includes(flag);
    const eventType = (['focusTime', 'outOfOffice', 'fromGmail'] as const satisfies EventType[]).find(has);
    const responses = { tentative: 'tentative', unanswered: 'needsAction', declined: 'declined' } as const;
    const answered = (Object.keys(responses) as (keyof typeof responses)[]).find(has);
    const response: ResponseStatus = answered ? responses[answered] : 'accepted';
    return [
      {
        language,
        source: `${file}:${i + 1}`,
        ambiguous: flags.some((flag) => flag.startsWith('amb')),
        also: [],
        ...(CRAFT_OF_ROLE[role] ? { craft: CRAFT_OF_ROLE[role] } : {}),
        activity: activityOf(activity, `${file}:${i + 1}`),
        alternatives: flags
          .filter((flag) => flag.startsWith('amb='))
          .flatMap((flag) => flag.slice(4).split('+'))
          .map((name) => activityOf(name, `${file}:${i + 1}`)),
        trap: has('adv'),
        facts: {
          title,
          ...(description ? { description } : {}),
          attendees: Number.parseInt(people, 10),
          organizerIsSelf: people.endsWith('o'),
          recurring: recurring as Recurring,
          durationMinutes: Number(minutes),
          hasConference: has('conf'),
          eventType: eventType ?? 'default',
          responseStatus: response,
          transparency: has('free') ? 'transparent' : 'opaque',
          allDay: has('allday'),
        },
      } satisfies LabelledRow,
    ];
  });
}

function activityOf(name: string, place = 'sample'): Activity {
  const found = ACTIVITIES.find((activity) => activity === name);
  if (!found) throw new Error(`${place}: ${name} is no activity`);
  return found;
}
