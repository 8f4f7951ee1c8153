import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, parseUserSettings, SETTING_NAMES } from '../../src/settings/settings-schema.ts';

describe('parseUserSettings', () => {
  test('gives the defaults of the design for nothing at all, without complaint', () => {
    for (const raw of [undefined, null, {}, 'text', 7, []]) {
      expect(parseUserSettings(raw)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
    }
    expect(DEFAULT_SETTINGS).toMatchObject({
      zone: 'auto',
      weekStart: 1,
      focusMinutes: 120,
      recoveryMinutes: 15,
      openTimeIsCraft: true,
      notify: { on: true, weekday: 5, minuteOfDay: 960 },
      target: null,
    });
  });

  test('takes a bad field alone back to its default and says which', () => {
    const { settings, problems } = parseUserSettings({
      focusMinutes: 'two hours',
      recoveryMinutes: 10,
      zone: 'Europe/Nowhere',
      target: 0.4,
    });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, recoveryMinutes: 10, target: 0.4 });
    expect(problems.map((p) => p.field)).toEqual(['zone', 'focusMinutes']);
  });

  test('never repeats an address in a problem', () => {
    const { problems } = parseUserSettings({ ownAddresses: ['private person at example.org'] });
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain('private');
  });

  test('brings addresses to lower case without space', () => {
    const { settings } = parseUserSettings({ ownAddresses: [' Ada@Example.ORG '] });
    expect(settings.ownAddresses).toEqual(['ada@example.org']);
  });

  test.each([
    ['a stretch that ends before it begins', { 1: [{ startMinute: 600, endMinute: 540 }] }],
    ['a stretch past midnight', { 1: [{ startMinute: 600, endMinute: 1500 }] }],
    ['a missing weekday', { 7: undefined }],
  ])('refuses working hours with %s', (_name, change) => {
    const workingHours = { ...DEFAULT_SETTINGS.workingHours, ...change };
    const { settings, problems } = parseUserSettings({ workingHours });
    expect(settings.workingHours).toEqual(DEFAULT_SETTINGS.workingHours);
    expect(problems).toHaveLength(1);
  });

  test('takes several stretches a day, up to midnight', () => {
    const day = [
      { startMinute: 0, endMinute: 60 },
      { startMinute: 1380, endMinute: 1440 },
    ];
    const workingHours = { ...DEFAULT_SETTINGS.workingHours, 6: day };
    expect(parseUserSettings({ workingHours })).toMatchObject({ settings: { workingHours }, problems: [] });
  });

  test('answers with valid settings for any junk, and reads its own answer back unchanged', () => {
    const junk = fc.dictionary(fc.constantFrom(...SETTING_NAMES), fc.anything());
    fc.assert(
      fc.property(junk, (raw) => {
        const { settings } = parseUserSettings(raw);
        expect(parseUserSettings(structuredClone(settings))).toEqual({ settings, problems: [] });
      }),
    );
  });
});
