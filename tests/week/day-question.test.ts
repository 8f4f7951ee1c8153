import { describe, expect, it } from 'vitest';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { parsePlain } from '../../src/time/zone.ts';
import { dayQuestionOf } from '../../src/week/day-question.ts';
import { weekFacts } from '../../src/week/week-facts.ts';
import { occurrence } from '../load/arbitrary.ts';

const settings = defaultLoadSettings('UTC');
const WEEK = '2026-11-16';

const day = (title: string, start: string, end: string, because: string, dayUnsure = true) => {
  const plain = occurrence({
    uid: title,
    key: title,
    title,
    allDay: { start, end },
    startMs: parsePlain(start),
    endMs: parsePlain(end),
  });
  const reasons = [{ code: because, values: {} }];
  const label = { ...plain.label, takesDay: 0 as const, confidence: 0.5, reasons };
  return { ...plain, label: dayUnsure ? { ...label, dayUnsure } : label };
};
const ask = (entries: Parameters<typeof weekFacts>[1]) =>
  dayQuestionOf(weekFacts(WEEK, entries, [], settings));

describe('the question whether a day was off', () => {
  it('asks of a regional holiday, once for every year', () => {
    expect(ask([day('Buß- und Bettag', '2026-11-18', '2026-11-19', 'regional-holiday')])).toEqual({
      key: 'Buß- und Bettag',
      title: 'Buß- und Bettag',
      date: '2026-11-18',
      scope: { kind: 'title', title: 'Buß- und Bettag' },
    });
  });

  it('asks of other entries for themselves alone, and of the first first', () => {
    const late = day('B', '2026-11-20', '2026-11-21', 'own-leave');
    const early = day('A', '2026-11-14', '2026-11-18', 'own-leave');
    expect(ask([late, early])).toMatchObject({ date: WEEK, scope: { kind: 'occurrence', key: 'A' } });
  });

  it('asks nothing where entries say it', () => {
    expect(ask([day('Urlaub', '2026-11-18', '2026-11-19', 'own-leave', false)])).toBeNull();
    expect(ask([])).toBeNull();
  });

  it('takes nothing away until it is answered', () => {
    const asked = [day('Buß- und Bettag', '2026-11-18', '2026-11-19', 'regional-holiday')];
    expect(weekFacts(WEEK, asked, [], settings).load.minutes.away).toBe(0);
  });
});
