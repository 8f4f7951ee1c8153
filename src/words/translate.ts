import { numberFormat } from './formatters.ts';

/** Values put into a message's `{name}` places. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * The messages by key. Empty here, since `src/` knows no shell: `extension/ui/message-keys.ts` names their files.
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled in by declaration merging
export interface Messages {}

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Key<K> = K extends `${infer Base}_${PluralForm}` ? Base | K : K;
/** A key of the message files, or the part before `_one` and `_other` of one that has plural forms. */
export type MessageKey = Key<keyof Messages>;

/**
 * Text of a message in the user's language. A `count` among the values picks `<key>_one`, `<key>_other` (and so
 * on, by the language's plural rules) where such a key exists.
 */
export interface Translate {
  (key: MessageKey, values?: Values): string;
  /** BCP 47 tag of the language that the texts are in, for number and date formats. */
  readonly locale: string;
}

/** Looks a message up; undefined or empty where there is none. */
export type Lookup = (key: string) => string | undefined;

/**
 * A `Translate` over any message store. A missing key comes back as `⟨key⟩`, so that it shows in a test and in
 * a screenshot, and no page goes blank over it.
 */
export function translator(lookup: Lookup, locale: string): Translate {
  const plurals = new Intl.PluralRules(locale);
  const translate = (key: string, values: Values = {}): string => {
    const count = values.count;
    const template =
      (typeof count === 'number'
        ? lookup(`${key}_${plurals.select(count)}`) || lookup(`${key}_other`)
        : '') ||
      lookup(key) ||
      `⟨${key}⟩`;
    return template.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      if (value === undefined) return place;
      return typeof value === 'number' ? numberFormat(locale).format(value) : value;
    });
  };
  return Object.assign(translate, { locale });
}
