import { expect, test } from 'vitest';
import { roleByName } from '../../src/calendar/role.ts';

test.each([
  'Family',
  'Familie Berger',
  'PRIVAT',
  'Privé',
  'familia',
  'Família',
  'Anna & Tom, personal',
  'Rodzina',
  '家族の予定',
  'プライベート',
  'Birthdays',
])('%s is guessed to be private', (name) => {
  expect(roleByName(name)).toBe('private');
});

test.each(['Work', 'Studio', 'Personnel team', 'Homepage', 'mira@example.org', 'Privatkunden', '', '仕事'])(
  '%s says nothing, so that work is not hidden by a guess',
  (name) => {
    expect(roleByName(name)).toBeNull();
  },
);
