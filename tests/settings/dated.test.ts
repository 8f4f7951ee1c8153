import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedForAll, changedFrom, MOST_EARLIER, settingsAt } from '../../src/settings/dated.ts';
import type { UserSettings } from '../../src/settings/settings.ts';
import { DEFAULT_SETTINGS, parseUserSettings } from '../../src/settings/settings-schema.ts';
import { addDays } from '../../src/time/zone.ts';

const settings: UserSettings = { ...DEFAULT_SETTINGS, zone: 'Europe/Berlin' };
const holding = (now: UserSettings, part: Partial<UserSettings>, from: string): UserSettings => ({
  ...now,
  ...changedFrom(now, part, from),
});

describe('a setting that changes', () => {
  test('holds from its date on, and what held before still holds before', () => {
    const one = holding(settings, { focusMinutes: 60 }, '2026-11-16');
    const two = holding(one, { zone: 'America/New_York', focusMinutes: 90 }, '2026-12-07');
    const on = (date: string) => {
      const { zone, focusMinutes } = settingsAt(two, date);
      return [zone, focusMinutes];
    };
    expect(on('2026-11-15')).toEqual(['Europe/Berlin', 120]);
    expect(on('2026-11-16')).toEqual(['Europe/Berlin', 60]);
    expect(on('2026-12-06')).toEqual(['Europe/Berlin', 60]);
    expect(on('2026-12-07')).toEqual(['America/New_York', 90]);
  });

  test('holds so too where it is the craft or the target, one that was never set among them', () => {
    const one = holding(settings, { craft: 'design', target: 0.5 }, '2026-11-16');
    expect(settingsAt(one, '2026-11-15')).toMatchObject({ craft: null, target: null });
    expect(settingsAt(one, '2026-11-16')).toMatchObject({ craft: 'design', target: 0.5 });
    expect(parseUserSettings(JSON.parse(JSON.stringify(one))).settings.earlier).toEqual(one.earlier);
  });

  test('twice in one week leaves what held before that week', () => {
    const one = holding(settings, { focusMinutes: 60 }, '2026-11-16');
    const two = holding(one, { focusMinutes: 240 }, '2026-11-16');
    expect(settingsAt(two, '2026-11-10').focusMinutes).toBe(120);
    expect(two.earlier).toHaveLength(1);
  });

  test('for all weeks leaves nothing of what held before', () => {
    const one = holding(settings, { focusMinutes: 60, track: 'mastery' }, '2026-11-16');
    const all = { ...one, ...changedForAll(one, { focusMinutes: 60 }) };
    expect(settingsAt(all, '2026-01-05')).toMatchObject({ focusMinutes: 60, track: 'own' });
  });

  test('that is none, or holds at all times, is kept without a date', () => {
    expect(changedFrom(settings, { focusMinutes: 120, country: 'DE' }, '2026-11-16')).toEqual({
      focusMinutes: 120,
      country: 'DE',
    });
  });
});

test('no change, in whatever order of dates, moves what holds before its date', () => {
  const date = fc.integer({ min: 0, max: 300 }).map((d) => addDays('2026-01-05', d));
  const change = fc.record(
    {
      focusMinutes: fc.constantFrom(60, 90, 120, 240),
      zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo'),
      track: fc.constantFrom('own' as const, 'mastery' as const, 'leadership' as const),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(change, date), { maxLength: 8 }), date, (changes, day) => {
      let now = settings;
      for (const [part, from] of changes) {
        const next = holding(now, part, from);
        // What holds already is no change, whatever its date.
        const fresh = Object.entries(part).filter(
          ([field, value]) => now[field as keyof UserSettings] !== value,
        );
        const at = { ...settingsAt(now, day), ...(from > day ? {} : Object.fromEntries(fresh)) };
        const { earlier: _, ...held } = settingsAt(next, day);
        const { earlier: __, ...expected } = at;
        expect(held).toEqual(expected);
        now = next;
      }
    }),
    { numRuns: 300 },
  );
});

test('survives its storage, and stays small', () => {
  let now = settings;
  for (let i = 0; i < 40; i++)
    now = holding(now, { focusMinutes: 60 + (i % 2) }, addDays('2026-01-05', 7 * i));
  expect(now.earlier).toHaveLength(MOST_EARLIER);
  expect(parseUserSettings(JSON.parse(JSON.stringify(now)))).toEqual({ settings: now, problems: [] });
});
