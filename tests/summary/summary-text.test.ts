import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { badgeText } from '../../src/summary/badge.ts';
import { type SummaryInput, silentReason, summaryText } from '../../src/summary/summary-text.ts';
import { type Translate, translator } from '../../src/words/translate.ts';

function words(language: string): Translate {
  const path = new URL(`../../extension/_locales/${language}/summary.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  return translator((key) => texts[key], language);
}

const none = { count: 0, minutes: 0 };
const QUIET = { came: none, grew: none, shrank: none, ended: none, moved: { count: 0 } };

function week(more: Partial<SummaryInput> = {}): SummaryInput {
  return {
    week: '2026-11-16',
    measure: 'craft',
    statement: { share: 0.41, soFar: 0.3, yardstick: { kind: 'target', share: 0.5 } },
    minutes: { craft: 870, management: 1020 },
    unfinished: false,
    change: null,
    series: QUIET,
    backFromAway: false,
    focus: { held: 2, shown: 3 },
    ...more,
  };
}

describe('a summary', () => {
  test('leads with the share and what it is held against, then tells what held of the focus blocks', () => {
    expect(summaryText(week(), words('en'))).toEqual({
      title: 'Week of November 16: 41% craft',
      body: 'Your target is 50%\n2 of 3 focus blocks held',
    });
  });

  test('names the level before a told change by its date, and the usual week where there is no other', () => {
    const before = {
      share: 0.41,
      soFar: null,
      yardstick: { kind: 'before-change', share: 0.73, since: '2026-07-06' },
    } as const;
    expect(summaryText(week({ statement: before }), words('en')).body).toContain('Before July 6 it was 73%');
    expect(summaryText(week({ statement: before }), words('de')).body).toMatch(
      /Vor dem 6\. Juli waren es 73\s%/u,
    );
    const usual = { ...before, yardstick: { kind: 'usual', share: 0.47, weeks: [] } } as const;
    expect(summaryText(week({ statement: usual }), words('en')).body).toContain('Usually it is 47%');
  });

  test('tells what came into the calendar, and after days away that it came meanwhile', () => {
    const series = { ...QUIET, came: { count: 2, minutes: 150 }, ended: { count: 1, minutes: 60 } };
    expect(summaryText(week({ series }), words('en')).body.split('\n')[1]).toBe(
      '2 new series, 2\u00a0h\u00a030 a week; 1 series ended, 1\u00a0h a week',
    );
    expect(summaryText(week({ series, backFromAway: true }), words('en')).body).toContain(
      'While you were away: 2 new series',
    );
  });

  test('reads as so far on a Tuesday', () => {
    expect(summaryText(week({ unfinished: true }), words('en')).title).toBe(
      'Week of November 16 so far: 30% craft',
    );
  });

  test('tells a change in the place of the yardstick, for a leader in the leader’s own share', () => {
    const change = { week: '2026-10-05', before: 0.6, after: 0.2 };
    const leader = summaryText(week({ measure: 'leadership', change }), words('en'));
    expect(leader.title).toContain('41% people and direction');
    expect(leader.body).toContain(
      'Since the week of October 5 your leadership share is 20%; before it was 60%',
    );
    expect(leader.body).not.toContain('target');
  });

  test('has the hours of both sides where there is no other news', () => {
    expect(summaryText(week({ focus: null }), words('en')).body).toBe(
      'Your target is 50%\n14\u00a0h\u00a030 craft, 17\u00a0h management',
    );
    expect(summaryText(week({ focus: { held: 0, shown: 0 } }), words('en')).body).toContain('No focus block');
  });

  test.each(['en', 'de', 'fr', 'es', 'pt', 'ja'])(
    'has every word in %s, for one and for more',
    (language) => {
      const t = words(language);
      for (const count of [1, 3]) {
        const some = { count, minutes: 90 };
        const series = { came: some, grew: some, shrank: some, ended: some, moved: { count } };
        for (const measure of ['craft', 'leadership'] as const) {
          for (const unfinished of [true, false]) {
            const focus = { held: 1, shown: count };
            const { title, body } = summaryText(
              week({ series, measure, unfinished, focus, backFromAway: true }),
              t,
            );
            expect(title + body).not.toMatch(/[⟨{}]/u);
          }
        }
      }
    },
  );
});

test('a week away, of nothing, outside of the calendar or not known stays silent, and says why', () => {
  expect((['over', 'running'] as const).map(silentReason)).toEqual([null, null]);
  expect(silentReason('away')).toBe('mostly-away');
  expect(silentReason('after-reach')).toBe('nothing-counted');
  expect(silentReason('nothing')).toBe('no-share');
  expect((['not-known', 'as-of'] as const).map(silentReason)).toEqual(['not-known', 'not-known']);
});

test('the badge has the whole per cent without its sign, or nothing', () => {
  expect([0, 0.414, 0.415, 1, null].map(badgeText)).toEqual(['0', '41', '42', '100', '']);
});
