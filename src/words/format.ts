import { numberFormat } from './formatters.ts';

/** Never broken over two lines, and never parted from its number. */
const SPACE = '\u00a0';

/** Share 0 to 1 as a whole per cent in the language's form (`41%`, `41 %`). */
export function percent(share: number, locale: string): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/**
 * Minutes as a duration, the one form for lengths outside of tables of sums: `3 h 15`, `45 min`, never broken over two
 * lines; in Japanese with its own units, which need no space. Negative minutes keep their sign.
 */
export function durationText(minutes: number, locale: string): string {
  const whole = Math.round(Math.abs(minutes));
  const sign = minutes < 0 && whole > 0 ? '−' : '';
  const full = Math.floor(whole / 60);
  const rest = whole % 60;
  if (locale.startsWith('ja'))
    return `${sign}${full > 0 ? `${full}時間` : ''}${rest > 0 || full === 0 ? `${rest}分` : ''}`;
  if (full === 0) return `${sign}${rest}${SPACE}min`;
  return `${sign}${full}${SPACE}h${rest === 0 ? '' : `${SPACE}${String(rest).padStart(2, '0')}`}`;
}

/** A mean as a duration, to five minutes: nearer than that no mean of weeks is known. */
export function meanDuration(minutes: number, locale: string): string {
  return durationText(5 * Math.round(minutes / 5), locale);
}

/** A difference as a duration with its sign: `+2 h 30`, `−45 min`; none where it is nothing. */
export function signedDuration(minutes: number, locale: string): string {
  return `${Math.round(minutes) > 0 ? '+' : ''}${durationText(minutes, locale)}`;
}

/** Minutes as hours with one decimal, so that the figures of a column add up: `12.5 h`, `12,5 h`; `0 h` for nothing. */
export function hourSum(minutes: number, locale: string): string {
  return `${hourFigure(minutes, locale)}${SPACE}h`;
}

/** The number of `hourSum` alone. */
export function hourFigure(minutes: number, locale: string): string {
  return numberFormat(locale, {
    minimumFractionDigits: minutes === 0 ? 0 : 1,
    maximumFractionDigits: 1,
  }).format(Math.round(minutes / 6) / 10);
}
