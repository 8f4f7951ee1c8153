import { expect, test } from 'vitest';
import { dateFormat, numberFormat } from '../../src/words/formatters.ts';

test('a format is made once for a language and a form', () => {
  const percent = { style: 'percent' } as const;
  expect(numberFormat('de', percent)).toBe(numberFormat('de', { ...percent }));
  expect(dateFormat('fr', { month: 'long' })).toBe(dateFormat('fr', { month: 'long' }));
});

test('another language or form is another format', () => {
  expect(numberFormat('de').format(1.5)).toBe('1,5');
  expect(numberFormat('en').format(1.5)).toBe('1.5');
  expect(numberFormat('en', { style: 'percent' }).format(1.5)).toBe('150%');
});
