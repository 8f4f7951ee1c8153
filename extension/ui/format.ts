import { MINUTE_MS } from '../../src/time/interval.ts';
import { type PlainDate, parsePlain, type Weekday } from '../../src/time/zone.ts';
import { dateFormat, numberFormat, relativeFormat } from '../../src/words/formatters.ts';

/** A number and its unit apart, in the language's order, so that the unit can be set smaller. */
export interface NumberParts {
  readonly value: string;
  readonly unit: string;
  readonly unitFirst: boolean;
}

function partsOf(format: Intl.NumberFormat, amount: number): NumberParts {
  const parts = format.formatToParts(amount);
  const isUnit = (type: string): boolean => type === 'unit' || type === 'percentSign';
  const text = (test: (type: string) => boolean): string =>
    parts
      .filter((p) => test(p.type))
      .map((p) => p.value)
      .join('')
      .trim();
  const first = parts.find((p) => p.type !== 'literal');
  return {
    value: text((type) => !isUnit(type) && type !== 'literal'),
    unit: text(isUnit),
    unitFirst: first !== undefined && isUnit(first.type),
  };
}

/** A share 0 to 1 as a whole per cent. */
export function percentParts(share: number, locale: string): NumberParts {
  return partsOf(numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }), share);
}

/** Minutes in words for a voice: `1 hour, 30 minutes`. */
export function spokenLength(minutes: number, locale: string): string {
  const whole = Math.round(minutes);
  const unit = (amount: number, name: 'hour' | 'minute'): string =>
    numberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(amount);
  const full = Math.floor(whole / 60);
  const rest = whole % 60;
  if (full === 0) return unit(rest, 'minute');
  return rest === 0 ? unit(full, 'hour') : `${unit(full, 'hour')} ${unit(rest, 'minute')}`;
}

/** The clock time at an instant in `zone`. */
export function clockTime(instantMs: number, zone: string, locale: string): string {
  return dateFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(instantMs);
}

/** A stretch of clock time in `zone`, as the language writes ranges. */
export function clockRange(startMs: number, endMs: number, zone: string, locale: string): string {
  return dateFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: zone }).formatRange(
    startMs,
    endMs,
  );
}

/** Minutes since local midnight as clock time; 1440 reads as midnight. */
export function minuteOfDay(minute: number, locale: string): string {
  return dateFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    minute * MINUTE_MS,
  );
}

/** The full hour of an axis: the number alone, in 12 or 24 hours as the language counts. */
export function axisHour(minute: number, locale: string): string {
  const parts = dateFormat(locale, { hour: 'numeric', timeZone: 'UTC' }).formatToParts(minute * MINUTE_MS);
  const hour = parts.find((p) => p.type === 'hour')?.value ?? '';
  return minute === 1440 && hour === '0' ? '24' : hour.replace(/^0(?=\d)/, '');
}

/** A date in a form: `weekday` Mon, `day` 16, `short` Mon 16 Nov, `long` Monday 16 November. */
export function plainDate(
  date: PlainDate,
  form: 'weekday' | 'day' | 'short' | 'long',
  locale: string,
): string {
  const options: Intl.DateTimeFormatOptions =
    form === 'weekday'
      ? { weekday: 'short' }
      : form === 'short'
        ? { weekday: 'short', day: 'numeric', month: 'short' }
        : { weekday: 'long', day: 'numeric', month: 'long' };
  if (form === 'day') return String(Number(date.slice(8)));
  return dateFormat(locale, { ...options, timeZone: 'UTC' }).format(parsePlain(date));
}

/** An instant as its local day and month: 16 November. */
export function dayAndMonth(instantMs: number, zone: string, locale: string): string {
  return dateFormat(locale, { day: 'numeric', month: 'long', timeZone: zone }).format(instantMs);
}

/** `16 – 22 November`, with the year where it is not `thisYear`. Both dates are in the range. */
export function dateRange(first: PlainDate, last: PlainDate, thisYear: string, locale: string): string {
  const sameYear = first.startsWith(thisYear) && last.startsWith(thisYear);
  return dateFormat(locale, {
    day: 'numeric',
    month: sameYear ? 'long' : 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).formatRange(parsePlain(first), parsePlain(last));
}

/** The name of an ISO weekday. */
export function weekdayName(weekday: Weekday, form: 'short' | 'long', locale: string): string {
  // 2024-01-01 was a Monday.
  return dateFormat(locale, { weekday: form, timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
}

/** How long ago an instant was: `12 minutes ago`, `yesterday`. */
export function ago(thenMs: number, nowMs: number, locale: string): string {
  const minutes = Math.max(0, Math.round((nowMs - thenMs) / MINUTE_MS));
  const format = relativeFormat(locale);
  if (minutes < 60) return format.format(-minutes, 'minute');
  if (minutes < 24 * 60) return format.format(-Math.round(minutes / 60), 'hour');
  return format.format(-Math.round(minutes / 1440), 'day');
}
