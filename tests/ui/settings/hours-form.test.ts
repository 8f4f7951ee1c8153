import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyToWeekdays, draftOf, nextStretch, readDraft } from '../../../extension/settings/hours-form.ts';
import { DEFAULT_WORKING_HOURS } from '../../../src/time/working-hours.ts';

describe('working hours as time fields', () => {
  it('come back as they were, for any valid day', () => {
    const day = fc
      .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 8 })
      .map((cuts) => cuts.sort((a, b) => a - b))
      .map((cuts) =>
        Array.from({ length: Math.floor(cuts.length / 2) }, (_, i) => ({
          startMinute: cuts[2 * i] ?? 0,
          endMinute: cuts[2 * i + 1] ?? 0,
        })),
      );
    fc.assert(
      fc.property(day, (stretches) => {
        expect(readDraft(draftOf(stretches))).toEqual({ ok: true, stretches });
      }),
    );
  });

  it('end at midnight where the second field says so', () => {
    expect(readDraft([{ start: '22:00', end: '00:00' }])).toEqual({
      ok: true,
      stretches: [{ startMinute: 1320, endMinute: 1440 }],
    });
  });

  it.each([
    [[{ start: '09:00', end: '' }], ['incomplete']],
    [[{ start: '12:00', end: '09:00' }], ['order']],
    [
      [
        { start: '09:00', end: '12:00' },
        { start: '11:00', end: '17:00' },
      ],
      [null, 'overlap'],
    ],
  ])('say what is wrong with %j', (draft, errors) => {
    expect(readDraft(draft)).toEqual({ ok: false, errors });
  });

  it('are sorted when they are read', () => {
    const read = readDraft([
      { start: '13:00', end: '17:00' },
      { start: '09:00', end: '12:00' },
    ]);
    expect(read).toMatchObject({ ok: true, stretches: [{ startMinute: 540 }, { startMinute: 780 }] });
  });

  it('offer a stretch after the last, until the day is full', () => {
    expect(nextStretch([])).toEqual({ start: '09:00', end: '17:00' });
    expect(nextStretch([{ start: '09:00', end: '12:00' }])).toEqual({ start: '13:00', end: '17:00' });
    expect(nextStretch([{ start: '09:00', end: '23:30' }])).toBeNull();
  });

  it('are copied to Monday to Friday, and leave the weekend alone', () => {
    const hours = copyToWeekdays({ ...DEFAULT_WORKING_HOURS, 2: [] }, 2);
    expect([hours[1], hours[5], hours[6]]).toEqual([[], [], []]);
    expect(copyToWeekdays(DEFAULT_WORKING_HOURS, 1)[3]).toEqual(DEFAULT_WORKING_HOURS[1]);
  });
});
