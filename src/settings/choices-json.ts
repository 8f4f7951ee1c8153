import * as v from 'valibot';
import { ACTIVITIES } from '../calendar/activity.ts';
import type { Correction, Rule } from '../calendar/correction.ts';
import type { UserSettings } from './settings.ts';
import { type LeftOutWhy, parseFields, whyOf } from './settings-schema.ts';

/** What the user has said, as one document: corrections, rules and settings. Corrections and rules stand as `src/calendar/correction.ts`
 * names their fields, settings as `settings.ts` does:
 *
 *     { "craftweek": "choices", "version": 1, "settings": {…}, "rules": [{ id, field, value, verdict }],
 *       "corrections": [{ id, madeMs, scope, verdict, example }] } */
export interface Choices {
  readonly corrections: readonly Correction[];
  readonly rules: readonly Rule[];
  readonly settings: Partial<UserSettings>;
}

/** Something in a backup that could not be read; the rest is taken. */
export interface ChoiceProblem {
  /** JSON path, such as `corrections[3].scope`. */
  readonly field: string;
  readonly why: LeftOutWhy;
}

/** More of each than a person makes in years; what a file has beyond them is left out. */
export const MOST_CHOICES = 20_000;

const FORMAT = 'choices';
const VERSION = 1;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const verdict = v.picklist([...ACTIVITIES, 'ignore'] as const);
const scope = v.variant('kind', [
  v.object({ kind: v.literal('occurrence'), key: text }),
  v.object({ kind: v.literal('series'), uid: text }),
  v.object({ kind: v.literal('title'), title: text }),
]);

/** What a correction covers. */
export const scopeSchema: v.GenericSchema<unknown, Correction['scope']> = scope;
export const verdictSchema: v.GenericSchema<unknown, Correction['verdict']> = verdict;

export const correctionSchema: v.GenericSchema<unknown, Correction> = v.object({
  id: text,
  madeMs: v.pipe(v.number(), v.finite()),
  scope,
  verdict,
  example: v.object({
    title: v.pipe(v.string(), v.maxLength(2000)),
    people: v.pipe(v.number(), v.integer(), v.minValue(0)),
    recurring: v.pipe(v.string(), v.maxLength(20)),
    described: v.optional(v.pipe(v.string(), v.maxLength(20))),
  }),
});

export const ruleFields = {
  field: v.picklist(['title', 'calendar', 'domain', 'color'] as const),
  value: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  verdict,
};
export const ruleSchema: v.GenericSchema<unknown, Rule> = v.object({ id: text, ...ruleFields });

/**
 * The document, to be saved by the user. It holds titles of corrected events and the user's own addresses: it is
 * the user's file, and is sent nowhere.
 */
export function exportChoices({ corrections, rules, settings }: Choices): string {
  return `${JSON.stringify({ craftweek: FORMAT, version: VERSION, settings, rules, corrections }, null, 2)}\n`;
}

/** Thrown where a text is no backup of ours, or one that a newer version wrote. */
export class NotChoicesError extends Error {
  override name = 'NotChoicesError';
  readonly code: 'not-a-backup' | 'newer-backup';

  constructor(code: NotChoicesError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Reads a document that `exportChoices` wrote. What is not valid is reported and left out; the rest is kept.
 * Throws `NotChoicesError` where the text is no such document, or one of a later version.
 */
export function parseChoices(source: string): { choices: Choices; problems: ChoiceProblem[] } {
  const json = parse(source);
  if (json.craftweek !== FORMAT) throw foreign('the file is not a backup made by Craftweek');
  if (typeof json.version === 'number' && json.version > VERSION)
    throw new NotChoicesError('newer-backup', 'the backup was made by a newer version of Craftweek');
  if (json.version !== VERSION) throw foreign('the backup names no version that there was');
  const problems: ChoiceProblem[] = [];
  const given = typeof json.settings === 'object' && json.settings !== null ? json.settings : {};
  const { settings, problems: bad } = parseFields(given as Record<string, unknown>);
  for (const { field, why } of bad) problems.push({ field: `settings.${field}`, why });
  return {
    choices: {
      settings,
      rules: readList('rules', json.rules, ruleSchema, problems),
      corrections: readList('corrections', json.corrections, correctionSchema, problems),
    },
    problems,
  };
}

function foreign(message: string, options?: ErrorOptions): NotChoicesError {
  return new NotChoicesError('not-a-backup', message, options);
}

function parse(source: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw foreign('the file is not JSON', { cause });
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw foreign('the file is not a backup made by Craftweek');
  }
  return json as Record<string, unknown>;
}

function readList<T>(
  name: string,
  list: unknown,
  schema: v.GenericSchema<unknown, T>,
  problems: ChoiceProblem[],
): T[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    problems.push({ field: name, why: 'not-valid' });
    return [];
  }
  const read: T[] = [];
  for (const [index, item] of list.slice(0, MOST_CHOICES).entries()) {
    const result = v.safeParse(schema, item);
    if (result.success) read.push(result.output);
    else {
      const [issue] = result.issues;
      const place = v.getDotPath(issue);
      problems.push({ field: `${name}[${index}]${place ? `.${place}` : ''}`, why: whyOf(issue) });
    }
  }
  for (let index = MOST_CHOICES; index < list.length; index++)
    problems.push({ field: `${name}[${index}]`, why: 'too-large' });
  return read;
}
