import type { Activity, Side } from '../../src/calendar/activity.ts';
import type { Verdict } from '../../src/calendar/correction.ts';
import type { Reason } from '../../src/calendar/label.ts';
import type { LeftOutReason } from '../../src/load/week-load.ts';
import { durationText } from '../../src/words/format.ts';
import { type MessageKey, type Translate, translator, type Values } from '../../src/words/translate.ts';

/**
 * The message key of a code: browsers allow no hyphen in a key, and `_other` at its end means a plural.
 * @example messageKey('reason', 'organizer-other') // => 'reason_organizer_else'
 */
export function messageKey(prefix: string, code: string): MessageKey {
  // A code may come from a newer version or from outside: a test holds those that we have to their words.
  return `${prefix}_${code.replace(/[^A-Za-z0-9]+/g, '_')}`.replace(/_other$/, '_else') as MessageKey;
}

/** The words of a code, or those of `fallback` where this version has none for it yet. */
export function worded(
  t: Translate,
  prefix: string,
  code: string,
  fallback: MessageKey,
  values: Values = {},
): string {
  const text = t(messageKey(prefix, code), values);
  // `translator` marks a missing key so.
  return text.startsWith('⟨') ? t(fallback, values) : text;
}

/** The code by which the words for a failure are found; a foreign error has none of its own. */
export function causeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unexpected';
}

export function activityName(t: Translate, activity: Activity): string {
  return t(messageKey('activity', activity));
}

export function sideName(t: Translate, side: Side): string {
  return t(messageKey('side', side));
}

export function verdictName(t: Translate, verdict: Verdict): string {
  return verdict === 'ignore' ? t('activity_ignore') : activityName(t, verdict);
}

/** Why an occurrence got its label, in words. */
export function reasonText(t: Translate, reason: Reason): string {
  const values: Record<string, string | number> = { ...reason.values };
  if (typeof values.minutes === 'number') values.length = durationText(values.minutes, t.locale);
  if (typeof values.people === 'number' && values.count === undefined) values.count = values.people;
  if (typeof values.rhythm === 'string') {
    values.rhythm = worded(t, 'rhythm', values.rhythm, 'rhythm_unknown');
  }
  if (typeof values.type === 'string')
    values.type = worded(t, 'event_type', values.type, 'event_type_unknown');
  if (typeof values.craft === 'string') values.craft = worded(t, 'craft', values.craft, 'craft_unknown');
  return worded(t, 'reason', reason.code, 'reason_unknown', values);
}

/** Why an occurrence gives no minute to the week, in words. */
export function leftOutText(t: Translate, reason: LeftOutReason): string {
  return t(messageKey('left_out', reason));
}

/**
 * The browser's messages as a `Translate`. Numbers and dates follow the reader's own region where the texts are
 * in that language (`en-GB`), else the language that the texts fell back to.
 */
export function browserWords(getMessage: (key: string) => string, uiLanguage: string): Translate {
  const text = getMessage('text_language') || 'en';
  const same = uiLanguage.split('-')[0] === text.split('-')[0];
  return translator(getMessage, same ? uiLanguage : text);
}
