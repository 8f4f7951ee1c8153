import type { Separator } from '../../src/report/export.ts';
import { type PlainDate, parsePlain } from '../../src/time/zone.ts';
import { durationText, hourSum, meanDuration, percent, signedDuration } from '../../src/words/format.ts';
import { dateFormat, numberFormat } from '../../src/words/formatters.ts';

/** `6 July`, with the year where it is not `thisYear`; never broken at the end of a line. */
export function dayMonth(date: PlainDate, thisYear: string, locale: string): string {
  const text = dateFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(date.startsWith(thisYear) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(parsePlain(date));
  return text.replaceAll(' ', '\u00a0');
}

/** `Jul`, or `Jan 2026` where a year begins: the ticks of the weeks' axis. */
export function monthTick(date: PlainDate, locale: string): string {
  const january = date.slice(5, 7) === '01';
  return dateFormat(locale, {
    month: 'short',
    ...(january ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(parsePlain(date));
}

/** Whole hours on an axis: `20 h`. */
export function axisHours(count: number, locale: string): string {
  return `${numberFormat(locale).format(count)}\u00a0h`;
}

/** The separator that a spreadsheet in this language expects: the semicolon where the comma parts decimals. */
export function separatorOf(locale: string): Separator {
  return numberFormat(locale).format(1.5).includes(',') ? ';' : ',';
}

export { durationText, hourSum, meanDuration, percent, signedDuration };
