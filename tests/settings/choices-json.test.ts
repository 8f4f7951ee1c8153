import { expect, test } from 'vitest';
import { exportChoices, parseChoices } from '../../src/settings/choices-json.ts';
import { DEFAULT_SETTINGS } from '../../src/settings/settings-schema.ts';

const CHOICES = {
  corrections: [
    {
      id: 'k',
      madeMs: 5,
      scope: { kind: 'series', uid: 'u' },
      verdict: 'ignore',
      example: { title: 'Jour fixe', people: 4, recurring: 'weekly' },
    },
  ],
  rules: [{ id: 'r', field: 'title', value: 'Budget', verdict: 'administration' }],
  settings: DEFAULT_SETTINGS,
} as const;

test('a backup comes back as it was', () => {
  expect(parseChoices(exportChoices(CHOICES))).toEqual({ choices: CHOICES, problems: [] });
});

test('what is not valid in it is named by its place, and the rest is kept', () => {
  const json = JSON.parse(exportChoices(CHOICES));
  json.corrections.push({ ...json.corrections[0], verdict: 'fun' }, 'nonsense');
  json.rules.push({ id: 'r2', field: 'smell', value: 'x', verdict: 'people' });
  json.settings.focusMinutes = -1;
  const { choices, problems } = parseChoices(JSON.stringify(json));
  expect(choices.corrections).toEqual(CHOICES.corrections);
  expect(choices.rules).toEqual(CHOICES.rules);
  expect(choices.settings).not.toHaveProperty('focusMinutes');
  expect(problems.map((p) => p.field)).toEqual([
    'settings.focusMinutes',
    'rules[1].field',
    'corrections[1].verdict',
    'corrections[2]',
  ]);
});

test.each([
  ['no JSON', 'BEGIN:VCALENDAR'],
  ['a list', '[]'],
  ['something else', '{"name":"x"}'],
  ['a later version', '{"craftweek":"choices","version":2}'],
])('%s is refused as no backup', (_name, text) => {
  expect(() => parseChoices(text)).toThrow(expect.objectContaining({ code: 'not-a-backup' }));
});

test('a backup without settings, as the settings page wrote at first, is read', () => {
  const text = JSON.stringify({ craftweek: 'choices', version: 1, corrections: [], rules: CHOICES.rules });
  expect(parseChoices(text)).toEqual({
    choices: { corrections: [], rules: CHOICES.rules, settings: {} },
    problems: [],
  });
});
