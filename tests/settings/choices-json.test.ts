import { expect, test } from 'vitest';
import { exportChoices, MOST_CHOICES, parseChoices } from '../../src/settings/choices-json.ts';
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
  json.settings.ownAddresses = Array.from({ length: 50 }, (_, i) => `${'a'.repeat(200)}${i}@example.org`);
  json.rules.push({ id: 'r3', field: 'title', value: 'x'.repeat(201), verdict: 'people' });
  const { choices, problems } = parseChoices(JSON.stringify(json));
  expect(choices.corrections).toEqual(CHOICES.corrections);
  expect(choices.rules).toEqual(CHOICES.rules);
  expect(choices.settings).not.toHaveProperty('focusMinutes');
  expect(choices.settings).toMatchObject({ track: DEFAULT_SETTINGS.track });
  expect(problems).toEqual([
    { field: 'settings.focusMinutes', why: 'not-valid' },
    { field: 'settings.ownAddresses', why: 'too-large' },
    { field: 'rules[1].field', why: 'not-valid' },
    { field: 'rules[2].value', why: 'too-large' },
    { field: 'corrections[1].verdict', why: 'not-valid' },
    { field: 'corrections[2]', why: 'not-valid' },
  ]);
});

test.each([
  ['no JSON', 'BEGIN:VCALENDAR'],
  ['a list', '[]'],
  ['something else', '{"name":"x"}'],
  ['a version that there never was', '{"craftweek":"choices","version":0}'],
])('%s is refused as no backup', (_name, text) => {
  expect(() => parseChoices(text)).toThrow(expect.objectContaining({ code: 'not-a-backup' }));
});

test('a backup of a newer version is told as newer', () => {
  expect(() => parseChoices('{"craftweek":"choices","version":2}')).toThrow(
    expect.objectContaining({ code: 'newer-backup' }),
  );
});

test('what a list has beyond its bound is left out and named', () => {
  const [rule] = CHOICES.rules;
  const rules = Array.from({ length: MOST_CHOICES + 1 }, (_, i) => ({ ...rule, id: `r${i}` }));
  const text = JSON.stringify({ craftweek: 'choices', version: 1, rules });
  const { choices, problems } = parseChoices(text);
  expect(choices.rules).toHaveLength(MOST_CHOICES);
  expect(problems).toEqual([{ field: `rules[${MOST_CHOICES}]`, why: 'too-large' }]);
});

test('a backup without settings, as the settings page wrote at first, is read', () => {
  const text = JSON.stringify({ craftweek: 'choices', version: 1, corrections: [], rules: CHOICES.rules });
  expect(parseChoices(text)).toEqual({
    choices: { corrections: [], rules: CHOICES.rules, settings: {} },
    problems: [],
  });
});
