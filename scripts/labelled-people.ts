import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from '../src/calendar/activity.ts';
import { type Craft, isCraft } from '../src/calendar/craft.ts';
import type { Recurring } from '../src/calendar/occurrence.ts';
import type { LabelledRow } from './labelled-rows.ts';

const PEOPLE = join(import.meta.dirname, '../tests/classify/people');

/** Short names of the activities in the files of people (tests/classify/people/README.md). */
const SHORT: Readonly<Record<string, Activity>> = {
  dw: 'deep-work',
  mt: 'making-together',
  ln: 'learning',
  pe: 'people',
  di: 'direction',
  co: 'coordination',
  ad: 'administration',
  ps: 'personal',
  br: 'break',
  tr: 'travel',
  ab: 'absence',
};
const RHYTHM: Readonly<Record<string, Recurring>> = {
  n: 'none',
  d: 'daily',
  w: 'weekly',
  b: 'biweekly',
  m: 'monthly',
};

/** The calendar of one person: about fifty labelled entries. */
export interface LabelledPerson {
  /** File and number in it. */
  readonly id: string;
  /** The file: one writer's hand. */
  readonly hand: string;
  readonly language: string;
  readonly country: string;
  readonly craft: Craft;
  readonly profession: string;
  readonly rows: readonly LabelledRow[];
}

/** Files of writers from whom nothing is ever learnt: what is measured on them is measured on another hand. */
export const LEFT_OUT_HANDS: readonly string[] = ['hand-04.psv', 'hand-06.psv'];

/** Every person of the folder, by file. Throws with file and line on a row that is not right. */
export function labelledPeople(folder = PEOPLE): LabelledPerson[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.psv'))
    .sort()
    .flatMap((file) => peopleOf(file, readFileSync(join(folder, file), 'utf8')));
}

function peopleOf(file: string, text: string): LabelledPerson[] {
  const people: (Omit<LabelledPerson, 'rows'> & { rows: LabelledRow[] })[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const place = `${file}:${i + 1}`;
    if (line.startsWith('@')) {
      const [language = '', country = '', craft = '', profession = ''] = line.slice(1).split('|');
      if (!isCraft(craft)) throw new Error(`${place}: ${craft} is no craft`);
      people.push({
        id: `${file}#${people.length + 1}`,
        hand: file,
        language,
        country,
        craft,
        profession,
        rows: [],
      });
      continue;
    }
    const person = people.at(-1);
    if (!person) throw new Error(`${place}: a row before the first person`);
    person.rows.push(rowOf(line, person, place));
  }
  return people;
}

function rowOf(line: string, person: Omit<LabelledPerson, 'rows'>, place: string): LabelledRow {
  const fields = line.split('|');
  if (fields.length !== 7) throw new Error(`${place}: ${fields.length} fields, not 7`);
  const [act = '', people = '', rhythm = '', minutes = '', flagText = '', title = '', description = ''] =
    fields;
  const flags = flagText.split(',').filter((flag) => flag !== '');
  const has = (flag: string): boolean => flags.includes(flag);
  const named = (kind: string): Activity[] =>
    flags
      .filter((flag) => flag.startsWith(`${kind}=`))
      .flatMap((flag) => flag.slice(kind.length + 1).split('+'))
      .map((short) => activityOf(short, place));
  const taken = has('t1') ? 1 : has('t.5') ? 0.5 : has('t0') ? 0 : undefined;
  return {
    source: person.id,
    language: person.language,
    activity: activityOf(act, place),
    alternatives: named('amb'),
    ambiguous: flags.some((flag) => flag.startsWith('amb')),
    also: named('also'),
    trap: has('x'),
    craft: person.craft,
    ...(taken === undefined ? {} : { takesDay: taken }),
    facts: {
      title,
      ...(description ? { description } : {}),
      attendees: Number.parseInt(people, 10),
      organizerIsSelf: people.endsWith('o'),
      recurring: RHYTHM[rhythm] ?? 'none',
      durationMinutes: Number(minutes),
      hasConference: has('c'),
      eventType: 'default',
      responseStatus: has('t') ? 'tentative' : has('u') ? 'needsAction' : 'accepted',
      transparency: has('f') ? 'transparent' : 'opaque',
      allDay: has('a'),
      country: person.country,
    },
  };
}

function activityOf(short: string, place: string): Activity {
  const found = SHORT[short];
  if (!found) throw new Error(`${place}: ${short} is no activity`);
  return found;
}
