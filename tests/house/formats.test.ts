import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** Formats that a report uses thousands of times. */
const MADE = /new Intl\.(?:NumberFormat|DateTimeFormat|RelativeTimeFormat)\b/;

test('formats of numbers and times are made in the one place that keeps them', () => {
  const makers = ['src', 'extension'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => MADE.test(readFileSync(join(root, path), 'utf8'))),
  );
  expect(makers).toEqual(['src/words/formatters.ts']);
});
