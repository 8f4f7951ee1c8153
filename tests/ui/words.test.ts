import { describe, expect, it } from 'vitest';
import { hoursText } from '../../extension/popup/parts/foot.tsx';
import { dateRange, percentParts } from '../../extension/ui/format.ts';
import { commandSender } from '../../extension/ui/send-command.ts';
import { browserWords, leftOutText, messageKey, reasonText, worded } from '../../extension/ui/words.ts';
import { mergedMessages } from '../../scripts/messages.ts';
import { ACTIVITIES } from '../../src/calendar/activity.ts';
import { certaintyOf } from '../../src/week/certainty.ts';
import { translator } from '../../src/words/translate.ts';

const languages = mergedMessages('extension/_locales');
const wordsOf = (language: string) => translator((key) => languages.get(language)?.[key]?.message, language);
const t = wordsOf('en');

/** Every code that the classifier gives, with values as it gives them. */
const REASONS = {
  'own-leave': {},
  'half-day': {},
  'public-holiday': {},
  closed: {},
  'regional-holiday': {},
  'somebody-else': {},
  'about-leave': {},
  craft: { craft: 'sales-engineering' },
  'craft-words': { words: 'choir' },
  'title-words': { words: 'sync' },
  'description-words': { words: 'sync' },
  people: { count: 3 },
  alone: {},
  recurring: { rhythm: 'weekly' },
  'event-type': { type: 'focusTime' },
  hashtag: { tag: '#craft' },
  'correction-occurrence': {},
  'correction-series': {},
  'correction-title': {},
  'similar-corrections': { title: 'Crit' },
  rule: { value: 'crit' },
  'calendar-default': { name: 'Studio' },
  conference: {},
  place: {},
  room: {},
  length: { minutes: 90 },
  'all-day': {},
  'organizer-self': {},
  'organizer-other': {},
  'outside-domain': {},
  'time-of-day': {},
  unsure: {},
} as const;

const LEFT_OUT = [
  'cancelled',
  'declined',
  'marked-free',
  'working-location',
  'birthday',
  'all-day',
  'twelve-hours',
  'ignored',
  'duplicate',
  'covered',
  'outside-hours',
  'no-length',
  'calendar-off',
] as const;

describe.each([...languages.keys()])('the words of %s', (language) => {
  const words = wordsOf(language);
  it('say every reason, every reason left out, and every activity', () => {
    const texts = [
      ...Object.entries(REASONS).map(([code, values]) => reasonText(words, { code, values })),
      ...LEFT_OUT.map((reason) => leftOutText(words, reason)),
      ...ACTIVITIES.map((activity) => words(messageKey('activity', activity))),
    ];
    for (const text of texts) expect(text).not.toMatch(/[⟨{]/);
    const unknown = words('reason_unknown');
    const said = Object.entries(REASONS).map(([code, values]) => reasonText(words, { code, values }));
    expect(said).not.toContain(unknown);
  });
});

describe('words', () => {
  it('say something sensible for a code that is newer than they are', () => {
    expect(reasonText(t, { code: 'moon-phase', values: {} })).toBe('Another sign in the entry');
    expect(worded(t, 'trouble', 'brand-new', 'trouble_unknown')).toMatch(/could not be read/);
  });

  it('put a reason’s own values into words', () => {
    expect(reasonText(t, { code: 'recurring', values: { rhythm: 'biweekly' } })).toBe(
      'It comes every two weeks',
    );
    expect(reasonText(t, { code: 'length', values: { minutes: 90 } })).toBe('It lasts 1\u00a0h\u00a030');
    expect(reasonText(t, { code: 'people', values: { count: 1 } })).toBe('1 person');
  });

  it('take the region of the reader where the texts are in that language', () => {
    const texts: Record<string, string> = { text_language: 'en' };
    const get = (key: string): string => texts[key] ?? '';
    expect(browserWords(get, 'en-GB').locale).toBe('en-GB');
    expect(browserWords(get, 'it').locale).toBe('en');
  });

  it('name working hours by runs of weekdays', () => {
    const stretches = [{ startMinute: 540, endMinute: 720 }];
    const british = translator((key) => languages.get('en')?.[key]?.message, 'en-GB');
    expect(
      hoursText(
        [
          { weekdays: [1, 2, 3, 4], stretches },
          { weekdays: [6, 7], stretches },
        ],
        british,
      ),
    ).toBe('Mon–Thu 9:00–12:00 · Sat, Sun 9:00–12:00');
    expect(hoursText([], t)).toBe('No working hours set');
  });
});

describe('certainty', () => {
  it.each([
    [0.99, 'sure'],
    [0.9, 'sure'],
    [0.89, 'probably'],
    [0.75, 'probably'],
    [0.74, 'unsure'],
  ] as const)('at %d is %s', (confidence, certainty) => {
    expect(certaintyOf({ confidence, reasons: [{ code: 'people', values: {} }] })).toBe(certainty);
  });
  it('is the user’s word where the user has spoken', () => {
    expect(certaintyOf({ confidence: 0.5, reasons: [{ code: 'rule', values: {} }] })).toBe('told');
  });
});

describe('figures', () => {
  it('set the number and the unit apart, in the language’s form', () => {
    expect(percentParts(0.414, 'fr')).toMatchObject({ value: '41', unit: '%' });
    expect(percentParts(0.414, 'tr')).toMatchObject({ unitFirst: true });
  });
  it('name the year where it is another one', () => {
    expect(dateRange('2026-11-16', '2026-11-22', '2026', 'en-GB')).toMatch(/^16\s?–\s?22 November$/);
    expect(dateRange('2025-12-29', '2026-01-04', '2026', 'en-GB')).toMatch(/2025.*2026/);
  });
});

describe('a command', () => {
  it('carries its name and input, and brings the answer', async () => {
    const seen: unknown[] = [];
    const send = commandSender(async (message) => {
      seen.push(message);
      return { ok: true, value: { removed: 3 } };
    });
    expect(await send('removeSource', { sourceId: 's' })).toEqual({ ok: true, value: { removed: 3 } });
    expect(seen).toEqual([{ command: 'removeSource', input: { sourceId: 's' } }]);
  });
  it('answers with a code when the background is gone or says nothing', async () => {
    const gone = commandSender(() => Promise.reject(new Error('Could not establish connection')));
    expect(await gone('syncNow', {})).toMatchObject({ ok: false, code: 'no-answer' });
    const silent = commandSender(() => Promise.resolve(undefined));
    expect(await silent('syncNow', {})).toMatchObject({ ok: false, code: 'no-answer' });
  });
});
