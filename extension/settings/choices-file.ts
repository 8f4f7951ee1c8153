import { ACTIVITIES } from '../../src/calendar/activity.ts';
import type { Correction, CorrectionScope, Rule, Verdict } from '../../src/calendar/correction.ts';

/** What the user told Craftweek, as a file that can be read, kept and carried to another machine. */
export interface ChoicesFile {
  readonly craftweek: 'choices';
  readonly version: 1;
  readonly corrections: readonly Correction[];
  readonly rules: readonly Rule[];
}

export function choicesText(corrections: readonly Correction[], rules: readonly Rule[]): string {
  const file: ChoicesFile = { craftweek: 'choices', version: 1, corrections, rules };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * The choices in a file. Entries that are not understood are left out and counted; null where the text is no
 * such file at all.
 */
export function readChoices(
  text: string,
): { corrections: Correction[]; rules: Rule[]; skipped: number } | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    // Not JSON: not such a file.
    return null;
  }
  if (!isRecord(raw) || raw.craftweek !== 'choices') return null;
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const given = list(raw.corrections);
  const givenRules = list(raw.rules);
  const corrections = given.flatMap((c) => correctionOf(c) ?? []);
  const rules = givenRules.flatMap((r) => ruleOf(r) ?? []);
  return {
    corrections,
    rules,
    skipped: given.length - corrections.length + givenRules.length - rules.length,
  };
}

function correctionOf(raw: unknown): Correction | null {
  if (!isRecord(raw) || !isRecord(raw.scope) || !isVerdict(raw.verdict)) return null;
  const scope = scopeOf(raw.scope);
  const { id, madeMs, example } = raw;
  if (!scope || typeof id !== 'string' || typeof madeMs !== 'number' || !isRecord(example)) return null;
  const { title, people, recurring } = example;
  if (typeof title !== 'string' || typeof people !== 'number' || typeof recurring !== 'string') return null;
  return { id, madeMs, scope, verdict: raw.verdict, example: { title, people, recurring } };
}

function scopeOf(raw: Record<string, unknown>): CorrectionScope | null {
  if (raw.kind === 'occurrence' && typeof raw.key === 'string') return { kind: 'occurrence', key: raw.key };
  if (raw.kind === 'series' && typeof raw.uid === 'string') return { kind: 'series', uid: raw.uid };
  if (raw.kind === 'title' && typeof raw.title === 'string') return { kind: 'title', title: raw.title };
  return null;
}

function ruleOf(raw: unknown): Rule | null {
  if (!isRecord(raw) || !isVerdict(raw.verdict)) return null;
  const { id, field, value } = raw;
  if (field !== 'title' && field !== 'calendar' && field !== 'domain' && field !== 'color') return null;
  if (typeof id !== 'string' || typeof value !== 'string' || value.trim() === '') return null;
  return { id, field, value, verdict: raw.verdict };
}

function isVerdict(value: unknown): value is Verdict {
  return value === 'ignore' || ACTIVITIES.some((activity) => activity === value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
