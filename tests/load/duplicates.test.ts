import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { withoutDuplicates } from '../../src/load/duplicates.ts';
import { labelled, occurrence } from '../store/fixtures.ts';

interface Told {
  source: string;
  uid: string;
  title?: string;
  hour?: number;
  calendar?: string;
}

const at = ({ source, uid, title = 'Crit', hour = 9, calendar = 'c' }: Told): LabelledOccurrence => {
  const startMs = Date.UTC(2026, 10, 16, hour);
  const one = occurrence({
    sourceId: source,
    calendarId: calendar,
    uid,
    title,
    startMs,
    endMs: startMs + 3_600_000,
  });
  return { ...one, key: `${source}/${calendar}/${uid}/${hour}`, label: labelled('people') };
};
const keptOf = (...told: Told[]): number => withoutDuplicates(told.map(at)).kept.length;

describe('a meeting', () => {
  it('seen through two sources under one UID counts once', () => {
    expect(keptOf({ source: 'a', uid: 'x' }, { source: 'b', uid: 'x', title: 'Other words' })).toBe(1);
  });
  it('seen through two sources under two UIDs counts once where start, end and title are the same', () => {
    expect(keptOf({ source: 'a', uid: 'x' }, { source: 'b', uid: 'y', title: ' crit ' })).toBe(1);
    expect(keptOf({ source: 'a', uid: 'x' }, { source: 'b', uid: 'y', hour: 10 })).toBe(2);
    expect(keptOf({ source: 'a', uid: 'x' }, { source: 'b', uid: 'y', title: 'Sync' })).toBe(2);
  });
  it('is not taken for another of the same source, be it in another calendar', () => {
    expect(keptOf({ source: 'a', uid: 'x' }, { source: 'a', uid: 'y', calendar: 'd' })).toBe(2);
  });
  it('that one source has twice and another once counts twice', () => {
    expect(keptOf({ source: 'a', uid: 'x' }, { source: 'a', uid: 'y' }, { source: 'b', uid: 'z' })).toBe(2);
    expect(keptOf({ source: 'a', uid: 'x' }, { source: 'b', uid: 'x' }, { source: 'b', uid: 'y' })).toBe(2);
  });
  it('without a title is told apart by its UID alone', () => {
    expect(keptOf({ source: 'a', uid: 'x', title: '' }, { source: 'b', uid: 'y', title: '' })).toBe(2);
  });
});

const told = fc.record({
  source: fc.constantFrom('a', 'b', 'c'),
  uid: fc.constantFrom('x', 'y', 'z', 'v'),
  title: fc.constantFrom('Crit', 'Sync', ''),
  hour: fc.constantFrom(9, 10),
});

describe('for any entries', () => {
  const entries = fc.uniqueArray(told, { selector: (t) => `${t.source}${t.uid}${t.hour}`, maxLength: 12 });

  it('each is kept or a duplicate, and the order of reading changes nothing', () => {
    fc.assert(
      fc.property(entries, fc.func(fc.integer()), (all, rank) => {
        const one = withoutDuplicates(all.map(at));
        expect(one.kept.length + one.duplicates.length).toBe(all.length);
        const shuffled = [...all].sort((a, b) => Number(rank(a)) - Number(rank(b)));
        const keys = (list: readonly LabelledOccurrence[]): string[] => list.map((o) => o.key).sort();
        expect(keys(withoutDuplicates(shuffled.map(at)).kept)).toEqual(keys(one.kept));
      }),
    );
  });

  it('no source alone ever loses one', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const ofOne = all.map((t) => ({ ...t, source: 'a' }));
        const uids = new Set(ofOne.map((t) => `${t.uid}${t.hour}`));
        expect(withoutDuplicates(ofOne.map(at)).kept).toHaveLength(uids.size);
      }),
    );
  });

  it('at least as many are kept as any one source has of a title at a time', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const { kept } = withoutDuplicates(all.map(at));
        for (const source of ['a', 'b', 'c']) {
          const ids = new Set(
            all.filter((t) => t.source === source && t.title === 'Crit' && t.hour === 9).map((t) => t.uid),
          );
          const uidsKept = kept.filter((o) => o.startMs === Date.UTC(2026, 10, 16, 9)).length;
          expect(uidsKept).toBeGreaterThanOrEqual(ids.size);
        }
      }),
    );
  });
});
