import { expect, test } from 'vitest';
import { remembered } from '../../src/classify/remembered.ts';

test('a text that comes again is not looked through again', () => {
  const looked: string[] = [];
  const find = remembered((text, words) => {
    looked.push(text);
    return words.map((word, id) => ({ id, word, crafts: [] }));
  });
  const first = find('budget meeting', ['budget', 'meeting']);
  expect(first.map(({ word }) => word)).toEqual(['budget', 'meeting']);
  expect(find('budget meeting', ['budget', 'meeting'])).toEqual(first);
  find('fonts', ['fonts']);
  expect(looked).toEqual(['budget meeting', 'fonts']);
});
