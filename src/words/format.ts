import { numberFormat } from './formatters.ts';

/** Share 0 to 1 as a whole per cent in the language's form (`41%`, `41 %`). */
export function percent(share: number, locale: string): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** Minutes as hours with one decimal and the unit (`12.5 h`, `12,5 Std.`); `0 h` for nothing. */
export function hours(minutes: number, locale: string): string {
  return numberFormat(locale, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(Math.round(minutes / 6) / 10);
}
