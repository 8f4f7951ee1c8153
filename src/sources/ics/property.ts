import { parametersOf, unescaped } from './parameters.ts';

/** A content line taken apart (RFC 5545, 3.1); its parameters are read when one is asked for. */
export class Property {
  /** Upper case. */
  readonly name: string;
  /** The text after the colon, as it stands. */
  readonly raw: string;
  readonly line: number;
  readonly #parameters: string;
  #known: ReadonlyMap<string, string> | null = null;

  constructor(name: string, parameters: string, raw: string, line: number) {
    this.name = name;
    this.raw = raw;
    this.line = line;
    this.#parameters = parameters;
  }

  /** A parameter by its name in lower case; empty where it is missing. */
  parameter(name: string): string {
    if (this.#parameters === '') return '';
    this.#known ??= parametersOf(this.#parameters);
    return this.#known.get(name) ?? '';
  }
}

/** Properties whose values are TEXT (RFC 5545, 3.3.11) where no VALUE says otherwise, of those that are read. */
const TEXTS = new Set([
  'UID',
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'STATUS',
  'TRANSP',
  'CATEGORIES',
  'TZID',
  'METHOD',
]);

/** Properties with dates, whose TZID may hold what no parameter may. */
const DATES = new Set(['DTSTART', 'DTEND', 'RDATE', 'EXDATE', 'RECURRENCE-ID']);

/** Takes a content line apart; null where it is none: a name, perhaps parameters, and a colon. */
export function readProperty(text: string, line: number): Property | null {
  const at = text.search(/[;:]/);
  if (at < 1) return null;
  const name = text.slice(0, at).trim().toUpperCase();
  if (!/^[A-Z0-9-]+$/.test(name)) return null;
  if (text[at] === ':') return new Property(name, '', text.slice(at + 1).trim(), line);
  const colon = valueColon(text, at);
  if (colon < 0) return null;
  const raw = text.slice(colon + 1).trim();
  if (DATES.has(name) && !/^\d{4}/.test(raw)) {
    const zoned = withLongZone(text, at);
    if (zoned) return new Property(name, zoned.parameters, zoned.raw, line);
  }
  return new Property(name, text.slice(at, colon), raw, line);
}

/**
 * The colon that ends the parameters from the semicolon at `at` on: the first one outside of quoted values. A quote
 * within a value that is not quoted, or one without its partner, is a character like any other.
 */
function valueColon(text: string, at: number): number {
  let isFirstEquals = true;
  for (let i = at + 1; i < text.length; i++) {
    const sign = text[i];
    if (sign === ':') return i;
    if (sign === ';') isFirstEquals = true;
    else if (sign === '=') {
      if (isFirstEquals && text[i + 1] === '"') i = Math.max(i, closingQuote(text, i + 2));
      isFirstEquals = false;
    }
  }
  return -1;
}

/** The quote that ends a value, or a list of values that are quoted each; -1 where there is none. */
function closingQuote(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end >= 0 && text.startsWith(',"', end + 1)) end = text.indexOf('"', end + 3);
  return end;
}

/** A date with its zone is not longer; a list of dates may be, and has no such zone. */
const LONGEST_ZONED = 400;

/**
 * Outlook names zones with a colon and without the quotes that it needs: `TZID=tzone://Microsoft/Utc:20261116T090000`,
 * `TZID=(UTC+01:00) Berlin:20261116T090000`. The date behind the last colon tells where the value begins.
 */
function withLongZone(text: string, at: number): { parameters: string; raw: string } | null {
  if (text.length > LONGEST_ZONED) return null;
  const colon = text.lastIndexOf(':');
  const zone = /^;TZID=([^";]+)$/i.exec(text.slice(at, colon))?.[1];
  const raw = text.slice(colon + 1).trim();
  return zone && /^\d{4}-?\d\d-?\d\d/.test(raw) ? { parameters: `;TZID="${zone}"`, raw } : null;
}

/** The text of a property, unescaped where it is TEXT; empty where it is missing. */
export function textOf(property: Property | undefined): string {
  if (!property) return '';
  if (property.name === 'CATEGORIES') return listOf(property).join(', ').trim();
  return (isText(property) ? unescaped(property.raw) : property.raw).trim();
}

/** The texts of a property that holds several, parted by commas that are not escaped. */
export function listOf(property: Property): string[] {
  const { raw } = property;
  if (!isText(property)) return [raw];
  const found: string[] = [];
  let from = 0;
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] === '\\') at++;
    else if (raw[at] === ',') {
      found.push(raw.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, raw.slice(from)].map(unescaped);
}

function isText(property: Property): boolean {
  const type = property.parameter('value');
  return type === '' ? TEXTS.has(property.name) : type.toUpperCase() === 'TEXT';
}
