import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { committedModel } from '../../scripts/committed-model.ts';
import type { Correction, Rule } from '../../src/calendar/correction.ts';
import type { Occurrence } from '../../src/calendar/occurrence.ts';
import type { Calendar } from '../../src/calendar/source.ts';
import { createClassifier } from '../../src/classify/classifier.ts';
import { hashtagOf } from '../../src/classify/hashtags.ts';
import { reasonText } from '../../src/classify/reason-text.ts';
import { titleKey } from '../../src/classify/title-key.ts';
import { occurrence } from '../load/arbitrary.ts';

const START = Date.UTC(2026, 10, 16, 9);
const entry = (title: string, more: Partial<Occurrence> = {}): Occurrence =>
  occurrence({ title, uid: title, startMs: START, endMs: START + 3_600_000, people: 4, ...more });
const made = (
  options: { corrections?: Correction[]; rules?: Rule[]; calendars?: Calendar[]; own?: string[] } = {},
) =>
  createClassifier({
    model: committedModel(),
    corrections: options.corrections ?? [],
    rules: options.rules ?? [],
    calendars: options.calendars ?? [],
    ownAddresses: options.own ?? [],
    zone: 'UTC',
  });
const correction = (
  scope: Correction['scope'],
  verdict: Correction['verdict'],
  title = 'x',
  madeMs = 1,
): Correction => ({
  id: `${madeMs}`,
  madeMs,
  scope,
  verdict,
  example: { title, people: 4, recurring: 'weekly' },
});

describe('what decides', () => {
  it('is a hashtag first, whatever the title and the corrections say', () => {
    const c = made({ corrections: [correction({ kind: 'series', uid: 'Budget sync #learning' }, 'people')] });
    expect(c.classify(entry('Budget sync #learning'))).toMatchObject({
      activity: 'learning',
      side: 'craft',
      confidence: 1,
    });
    expect(c.classify(entry('Sync', { description: 'see notes #ignore' }))).toMatchObject({ ignored: true });
    expect(c.classify(entry('Budget sync #craft')).side).toBe('craft');
    expect(c.classify(entry('Pairing #management')).side).toBe('management');
  });

  it('is then the narrowest correction, and of equals the newest', () => {
    const one = entry('Sync');
    const scopes: Correction[] = [
      correction({ kind: 'title', title: 'sync' }, 'learning', 'Sync', 9),
      correction({ kind: 'series', uid: 'Sync' }, 'people', 'Sync', 2),
      correction({ kind: 'series', uid: 'Sync' }, 'administration', 'Sync', 3),
      correction({ kind: 'occurrence', key: one.key }, 'deep-work', 'Sync', 1),
    ];
    expect(made({ corrections: scopes }).classify(one).activity).toBe('deep-work');
    expect(made({ corrections: scopes.slice(0, 3) }).classify(one).activity).toBe('administration');
    expect(made({ corrections: scopes.slice(0, 1) }).classify(one)).toMatchObject({
      activity: 'learning',
      reasons: [{ code: 'correction-title' }],
    });
  });

  it('is then a rule of the user, the first that fits', () => {
    const rules: Rule[] = [
      { id: '1', field: 'title', value: 'GUILD', verdict: 'learning' },
      { id: '2', field: 'domain', value: 'client.example', verdict: 'coordination' },
      { id: '3', field: 'calendar', value: 'Family', verdict: 'ignore' },
    ];
    const calendars: Calendar[] = [{ sourceId: 'test', id: 'cal', name: 'family', role: 'work' }];
    const attendees = [
      { email: 'kim@sub.client.example', response: 'accepted' as const, self: false, organizer: false },
    ];
    expect(made({ rules }).classify(entry('Frontend guild')).activity).toBe('learning');
    expect(made({ rules }).classify(entry('Pairing', { attendees })).activity).toBe('coordination');
    expect(made({ rules, calendars }).classify(entry('Picnic')).ignored).toBe(true);
  });

  it('is then what the calendar itself says', () => {
    expect(made().classify(entry('Vendor call', { eventType: 'focusTime' })).activity).toBe('deep-work');
    expect(made().classify(entry('Sync', { eventType: 'outOfOffice' })).activity).toBe('absence');
    expect(made().classify(entry('Home', { eventType: 'workingLocation' })).side).toBe('neither');
  });

  it('is a calendar’s default only where the model is unsure', () => {
    const calendars: Calendar[] = [
      { sourceId: 'test', id: 'cal', name: 'Studio', role: 'work', defaultActivity: 'making-together' },
    ];
    expect(made({ calendars }).classify(entry('Xyzzy'))).toMatchObject({
      activity: 'making-together',
      reasons: [{ code: 'calendar-default', values: { name: 'Studio' } }],
    });
    expect(made({ calendars }).classify(entry('Budget approval')).activity).toBe('administration');
  });
});

describe('what it does not know', () => {
  it.each(['', '   ', '???', 'Xyzzy plugh', 'qwrtz'])('is said with a low confidence: %j', (title) => {
    expect(made().classify(entry(title)).confidence).toBeLessThan(0.75);
  });

  it('never takes a day away for a colleague’s absence or an entry that says nothing of one', () => {
    const day = { allDay: { start: '2026-11-16', end: '2026-11-17' }, people: 1 };
    for (const title of [
      'Ana OOO',
      'Tom Berger - Urlaub',
      "Kim's PTO",
      'Yuki 休み',
      'Release freeze',
      'Launch day',
    ]) {
      expect(made().classify(entry(title, day)).activity, title).not.toBe('absence');
    }
    for (const title of [
      'Urlaub',
      'PTO',
      'Annual leave',
      'Sick',
      'Vacances',
      'Out of office',
      'Summer holiday',
      '休暇',
    ]) {
      expect(made().classify(entry(title, day)).activity, title).toBe('absence');
    }
  });
});

describe('a reason', () => {
  it('is always there, and can be read', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (title, people) => {
        const { reasons, confidence } = made().classify(entry(title, { people }));
        expect(reasons.length).toBeGreaterThan(0);
        for (const reason of reasons) expect(reasonText(reason)).not.toBe('');
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });

  it('names the words and the company that decided', () => {
    const words = made()
      .classify(entry('1:1 Ana', { people: 2, recurring: 'weekly' }))
      .reasons.map(reasonText);
    expect(words.join(', ')).toMatch(/in the title/);
    expect(words.join(', ')).toMatch(/two people|every week/);
  });
});

describe('a hashtag', () => {
  it.each([
    ['Plan #craft', 'craft'],
    ['#deep-work', 'deep-work'],
    ['x #DeepWork y', 'deep-work'],
    ['x #making_together', 'making-together'],
    ['#Métier', 'craft'],
  ])('is read in %s', (title, verdict) => {
    expect(hashtagOf(title)?.verdict).toBe(verdict);
  });

  it.each(['Ticket #4711', 'C# training', 'a&#craft', 'craft', '#crafty'])('is not seen in %s', (title) => {
    expect(hashtagOf(title)).toBeNull();
  });
});

describe('titles', () => {
  it('are the same without case, accents, the values of digits and spacing', () => {
    expect(titleKey('Réunion  Budget 12')).toBe(titleKey('reunion budget 7'));
    expect(titleKey('週次定例')).not.toBe(titleKey('月次定例'));
    expect(titleKey('🎉')).not.toBe(titleKey('🔥'));
  });
});
