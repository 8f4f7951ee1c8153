import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mergedMessages } from '../../scripts/messages.ts';

const languages = mergedMessages('extension/_locales');
const [glossary = [], forbidden = []] = tablesOf(readFileSync('docs/words.md', 'utf8'));

/** The tables of a Markdown page, each as rows of cells without its head. */
function tablesOf(page: string): string[][][] {
  return page
    .split(/\n(?!\|)/)
    .map((block) => block.split('\n').filter((line) => line.startsWith('|')))
    .filter((lines) => lines.length > 2)
    .map((lines) =>
      lines.map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      ),
    )
    .map((rows) => rows.filter((_, i) => i !== 1));
}

describe('the words', () => {
  const [head = [], ...rows] = glossary;
  const cells = rows.flatMap(([key = '', ...words]) =>
    words.map((word, i) => ({ key: key.replaceAll('`', ''), language: head[i + 1] ?? '', word })),
  );

  it.each(cells)('say $key in $language as the glossary does: $word', ({ key, language, word }) => {
    expect(languages.get(language)?.[key]?.message).toBe(word);
  });

  it.each(forbidden.slice(1))('of %s leave out %s', (language, word) => {
    const messages = Object.entries(languages.get(language) ?? {});
    // A manager is 管理職, whatever management is called.
    const used = messages.filter(([, { message }]) => message.replaceAll('管理職', '').includes(word));
    expect(used.map(([key]) => key)).toEqual([]);
  });
});
