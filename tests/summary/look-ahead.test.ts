import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { lookAheadSlot, lookAheadText, openFocus } from '../../src/summary/look-ahead.ts';
import { HOUR_MS } from '../../src/time/interval.ts';
import { instantOfWall, parsePlain } from '../../src/time/zone.ts';
import { translator } from '../../src/words/translate.ts';
import { occurrence } from '../load/arbitrary.ts';

const ZONE = 'Europe/Berlin';
const WEEK = '2026-11-16';
const settings = defaultLoadSettings(ZONE);
const at = (wall: string): number => instantOfWall(parsePlain(wall), ZONE);
const words = JSON.parse(
  readFileSync(new URL('../../extension/_locales/en/summary.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const t = translator((key) => words[key], 'en');

const meeting = (date: string, hour: string, hours: number) =>
  occurrence(
    { key: `${date}${hour}`, startMs: at(`${date}T${hour}`), endMs: at(`${date}T${hour}`) + hours * HOUR_MS },
    'coordination',
  );
const away = (date: string, end: string) =>
  occurrence(
    { key: date, startMs: parsePlain(date), endMs: parsePlain(end), allDay: { start: date, end } },
    'absence',
  );

describe('the look ahead', () => {
  it('is due from the first working hour of the first working day until that day ends', () => {
    expect(lookAheadSlot(weekLoad(WEEK, [], settings))).toEqual({
      startMs: at('2026-11-16T09:00'),
      endMs: at('2026-11-17T00:00'),
    });
  });

  it('is due on Tuesday where Monday is away, and never in a week without working hours', () => {
    const slot = lookAheadSlot(weekLoad(WEEK, [away('2026-11-16', '2026-11-17')], settings));
    expect(slot?.startMs).toBe(at('2026-11-17T09:00'));
    const none = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
    expect(lookAheadSlot(weekLoad(WEEK, [], { ...settings, workingHours: none }))).toBeNull();
  });

  it('counts what is open of focus blocks from now on, and names the day that has most', () => {
    const week = [
      meeting('2026-11-16', '09:00', 8),
      meeting('2026-11-17', '13:00', 4),
      meeting('2026-11-18', '09:00', 8),
      meeting('2026-11-19', '09:00', 8),
      meeting('2026-11-20', '09:00', 8),
    ];
    const open = openFocus(weekLoad(WEEK, week, settings), at('2026-11-16T09:00'), ZONE);
    expect(open.best?.date).toBe('2026-11-17');
    expect(open.minutes).toBe(open.best?.minutes);
    expect(open.minutes).toBeGreaterThan(120);
    expect(openFocus(weekLoad(WEEK, week, settings), at('2026-11-18T09:00'), ZONE)).toEqual({
      minutes: 0,
      best: null,
    });
  });

  it('says it without a title of an entry', () => {
    const open = { minutes: 570, best: { date: '2026-11-17', minutes: 225 } };
    const plan = {
      kind: 'moves',
      first: {} as never,
      count: 2,
      gainedMinutes: 90,
      objective: 'craft',
      share: 0.4,
    } as const;
    expect(lookAheadText(open, plan, t)).toEqual({
      title: '9\u00a0h\u00a030 of focus blocks are open this week',
      body: 'Tuesday has most of it: 3\u00a0h\u00a045. Defend it.\n2 changes give 1\u00a0h\u00a030 back. The plan has them.',
    });
    expect(lookAheadText({ minutes: 0, best: null }, null, t)).toEqual({
      title: 'No focus block is open this week',
      body: '',
    });
  });
});
