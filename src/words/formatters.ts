const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const times = new Map<string, Intl.RelativeTimeFormat>();

/**
 * The browser's number format for a language and a form, made once: making one costs a hundred times what using it
 * does, and a report uses some thirty thousand.
 */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(numbers, locale, options, () => new Intl.NumberFormat(locale, options));
}

/** The same for dates and times. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, locale, options, () => new Intl.DateTimeFormat(locale, options));
}

/** The same for how long ago something was: `yesterday` where the language has a word. */
export function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  return kept(times, locale, {}, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
}

function kept<T>(known: Map<string, T>, locale: string, options: object, make: () => T): T {
  const id = `${locale} ${JSON.stringify(options)}`;
  const found = known.get(id);
  if (found) return found;
  const made = make();
  known.set(id, made);
  return made;
}
