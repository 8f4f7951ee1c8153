import { describe, expect, it } from 'vitest';
import { countedOccurrences, loadWeeks } from '../../../extension/report/load-weeks.ts';
import type { CalendarRole } from '../../../src/calendar/role.ts';
import { weekLoad } from '../../../src/load/week.ts';
import { addWeeks } from '../../../src/time/week.ts';
import { occurrencesOf, SETTINGS, WEEK, weeksOf } from './report-weeks.ts';

const calendar = occurrencesOf({ weeks: 60, changeBefore: 20, away: [3] });

describe('the weeks of the report', () => {
  it('are what each week is alone, in order, without a gap', async () => {
    const { past } = await weeksOf(calendar, 60);
    expect(past.map((w) => w.load.week)).toEqual(
      Array.from({ length: 60 }, (_, i) => addWeeks(WEEK, i - 60)),
    );
    for (const { load } of past) expect(load).toEqual(weekLoad(load.week, calendar, SETTINGS));
  });

  it('come newest first in slices, and stop when nobody wants them any more', async () => {
    const seen: string[][] = [];
    const given = { occurrences: calendar, settingsAt: () => SETTINGS, closed: [] };
    await loadWeeks([addWeeks(WEEK, -60), addWeeks(WEEK, -1)], given, (weeks) => {
      seen.push(weeks.map((w) => w.load.week));
      return seen.length < 2;
    });
    expect(seen.map((s) => s.length)).toEqual([26, 52]);
    expect(seen[0]?.at(-1)).toBe(addWeeks(WEEK, -1));
    expect(seen[1]).toEqual([...(seen[1] ?? [])].sort());
  });

  it('know what recurring entries and absences alone would make of them', async () => {
    const { past } = await weeksOf(calendar, 12);
    for (const { load, recurringOnly, occurrences } of past) {
      const single = new Set(
        occurrences.filter((o) => o.recurring === 'none' && !o.allDay).map((o) => o.key),
      );
      expect(recurringOnly.counted.some((s) => single.has(s.key))).toBe(false);
      expect(recurringOnly.mostlyAway).toBe(load.mostlyAway);
    }
    expect(past.filter((w) => w.recurringOnly.mostlyAway)).toHaveLength(1);
  });

  it('hold nothing of a calendar that is not chosen', () => {
    const all = occurrencesOf({ weeks: 2, changeBefore: null, away: [] });
    const calendarOf = (role: CalendarRole) => ({ sourceId: 'one', id: 'work', name: 'Work', role });
    expect(countedOccurrences(all, [calendarOf('off')], 'UTC')).toEqual([]);
    expect(countedOccurrences(all, [calendarOf('work')], 'UTC')).toHaveLength(all.length);
  });
});
