import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mergedMessages } from '../../scripts/messages.ts';

const root = join(import.meta.dirname, '../..');
const languages = mergedMessages(join(root, 'extension/_locales'));
const english = languages.get('en') ?? {};

/** Forms that a language's plural rules know; Japanese has one. */
const PLURAL = /_(zero|one|two|few|many|other)$/;
const stem = (key: string): string => key.replace(PLURAL, '');
const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

function sources(dir: string): string[] {
  return readdirSync(join(root, dir), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

describe('the message files', () => {
  it('are there for six languages', () => {
    expect([...languages.keys()].sort()).toEqual(['de', 'en', 'es', 'fr', 'ja', 'pt']);
  });

  it.each([...languages.keys()])(
    'of %s have the same keys as the English ones, plural forms apart',
    (language) => {
      const keys = (messages: object): string[] => [...new Set(Object.keys(messages).map(stem))].sort();
      expect(keys(languages.get(language) ?? {})).toEqual(keys(english));
    },
  );

  it.each([...languages.keys()])('of %s have the same places', (language) => {
    const wanted = new Map<string, string[]>();
    for (const [key, { message }] of Object.entries(english)) {
      // A singular may leave its number out: "one week" needs no {count}.
      const before = wanted.get(stem(key)) ?? [];
      wanted.set(stem(key), [...new Set([...before, ...places(message)])].sort());
    }
    for (const [key, { message }] of Object.entries(languages.get(language) ?? {})) {
      const all = wanted.get(stem(key)) ?? [];
      const used = places(message);
      expect(all, key).toEqual(expect.arrayContaining(used));
      const optional = PLURAL.test(key) ? ['{count}'] : [];
      expect(used, key).toEqual(expect.arrayContaining(all.filter((place) => !optional.includes(place))));
    }
  });

  it.each([...languages.keys()])('of %s have every plural form that the language needs', (language) => {
    const messages = languages.get(language) ?? {};
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = new Set(
      Object.keys(messages)
        .filter((key) => key.endsWith('_other'))
        .map(stem),
    );
    for (const key of plurals) {
      // French, Spanish and Portuguese use "many" for millions only, where "other" serves.
      const missing = forms.filter((form) => form !== 'many' && !(`${key}_${form}` in messages));
      expect(missing, key).toEqual([]);
    }
  });

  it('have every key that the code names', () => {
    const known = new Set([...Object.keys(english), ...Object.keys(english).map(stem)]);
    const named = [...sources('extension'), ...sources('src/summary'), ...sources('src/words')].flatMap(
      (text) => [...text.matchAll(/\bt\(\s*'([a-z0-9_]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });
});
