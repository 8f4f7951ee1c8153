import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { badgeText } from '../../src/summary/badge.ts';
import { type SummaryWeek, silentReason, summaryText } from '../../src/summary/summary-text.ts';
import { usualWeek, type YardstickWeek } from '../../src/summary/usual-week.ts';
import { type Translate, translator } from '../../src/words/translate.ts';

function words(language: string): Translate {
  const path = new URL(`../../extension/_locales/${language}/summary.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  return translator((key) => texts[key], language);
}

const EMPTY = weekLoad('2026-11-16', [], defaultLoadSettings('Europe/Berlin'));

function week(fields: Partial<SummaryWeek> & { craft?: number; management?: number }): SummaryWeek {
  const { craft = 870, management = 1020, ...rest } = fields;
  return {
    week: '2026-11-16',
    craftShare: 0.41,
    mostlyAway: false,
    countedOccurrences: 20,
    minutes: { ...EMPTY.minutes, craft, management },
    longestFocusMinutes: 150,
    ...rest,
  };
}

function usual(craftShare: number | null): ReturnType<typeof usualWeek> {
  return { craftShare, weeks: [] };
}

describe('summaryText', () => {
  test('says share, both hours, longest focus block and the change, in English', () => {
    expect(summaryText(week({}), usual(0.47), words('en'))).toEqual({
      title: 'Week of November 16: 41% craft',
      body: '14.5 hr craft, 17 hr management\nLongest focus block: 2.5 hr\n6 points less craft than in your usual week',
    });
  });

  test('and in German', () => {
    expect(summaryText(week({}), usual(0.4), words('de'))).toEqual({
      title: expect.stringMatching(/^Woche ab 16\. November: 41\s% Handwerk$/u),
      body: '14,5 Std. Handwerk, 17 Std. Management\nLängster Fokusblock: 2,5 Std.\n1 Prozentpunkt mehr Handwerk als in deiner üblichen Woche',
    });
  });

  test('leaves out the change where there is no usual week, and says when there was no focus', () => {
    const { body } = summaryText(week({ longestFocusMinutes: 0 }), usual(null), words('en'));
    expect(body).toBe('14.5 hr craft, 17 hr management\nNo focus block in this week');
    expect(summaryText(week({}), usual(0.414), words('en')).body).toContain('As much craft as');
  });

  test.each(['en', 'de', 'fr', 'es', 'pt', 'ja'])(
    'has every word in %s, for one point and for more',
    (language) => {
      const t = words(language);
      for (const share of [0.41, 0.42, 0.4, 0.5, 0, 1, null]) {
        for (const longestFocusMinutes of [0, 120]) {
          const text = summaryText(week({ craftShare: share, longestFocusMinutes }), usual(0.41), t);
          expect(text.title + text.body).not.toMatch(/[⟨{}]/u);
        }
      }
    },
  );
});

test('a week of absence, of nothing, or without a share stays silent, and says why', () => {
  expect(silentReason(week({}))).toBeNull();
  expect(silentReason(week({ mostlyAway: true }))).toBe('mostly-away');
  expect(silentReason(week({ countedOccurrences: 0 } as Partial<SummaryWeek>))).toBe('nothing-counted');
  expect(silentReason(week({ craftShare: null }))).toBe('no-share');
});

describe('usualWeek', () => {
  const weeks = (...shares: (number | null)[]): YardstickWeek[] =>
    shares.map((craftShare, i) => ({
      week: `2026-${String(10 + i)}-05`,
      craftShare,
      mostlyAway: false,
      countedOccurrences: 5,
    }));

  test('is the median of the newest eight', () => {
    expect(usualWeek(weeks(0.1, 0.5, 0.3)).craftShare).toBe(0.3);
    expect(usualWeek(weeks(0.9, 0.8)).craftShare).toBeNull();
    const many: YardstickWeek[] = Array.from({ length: 12 }, (_, i) => ({
      week: `2026-01-${String(10 + i)}`,
      craftShare: i / 100,
      mostlyAway: false,
      countedOccurrences: 1,
    }));
    expect(usualWeek(many).weeks.map((w) => w.craftShare)).toEqual([
      0.11, 0.1, 0.09, 0.08, 0.07, 0.06, 0.05, 0.04,
    ]);
    expect(usualWeek([...many].reverse())).toEqual(usualWeek(many));
    expect(usualWeek(many).craftShare).toBeCloseTo(0.075, 10);
  });

  test('leaves out weeks that are mostly away, empty or without a share', () => {
    const some = weeks(0.4, 0.4, 0.4, null);
    const away = { ...week({ craftShare: 0.9, mostlyAway: true }), week: '2027-01-04' };
    const empty = { ...EMPTY, week: '2027-01-11', craftShare: 1 };
    expect(usualWeek([...some, away, empty])).toMatchObject({ craftShare: 0.4 });
    expect(usualWeek([...some, away, empty]).weeks).toHaveLength(3);
  });
});

test('the badge has the whole per cent without its sign, or nothing', () => {
  expect([0, 0.414, 0.415, 1, null].map(badgeText)).toEqual(['0', '41', '42', '100', '']);
});
