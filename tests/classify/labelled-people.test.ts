import { describe, expect, it } from 'vitest';
import { LEFT_OUT_HANDS, labelledPeople } from '../../scripts/labelled-people.ts';
import { CRAFTS } from '../../src/calendar/craft.ts';

const people = labelledPeople();

describe('the labelled people', () => {
  it('are many, of every craft, in ten languages, and some hands are left out whole', () => {
    expect(people.length).toBeGreaterThanOrEqual(500);
    for (const craft of CRAFTS) {
      const languages = new Set(people.filter((p) => p.craft === craft).map((p) => p.language));
      expect(languages.size, craft).toBeGreaterThanOrEqual(6);
    }
    const languages = new Set(people.map(({ language }) => language));
    expect(languages.size).toBe(10);
    for (const language of languages)
      expect(people.filter((p) => p.language === language).length, language).toBeGreaterThanOrEqual(40);
    expect(people.filter(({ hand }) => LEFT_OUT_HANDS.includes(hand)).length).toBeGreaterThanOrEqual(80);
  });

  it('have rows that a calendar could hold', () => {
    const wrong = people.flatMap(({ id, rows }) =>
      rows
        .filter(
          ({ facts, takesDay, activity, alternatives }) =>
            `${facts.title}${facts.description ?? ''}`.trim() === '' ||
            (facts.attendees ?? 0) < 1 ||
            (facts.durationMinutes ?? 0) <= 0 ||
            (facts.allDay === true) !== (takesDay !== undefined) ||
            alternatives.includes(activity),
        )
        .map(({ facts }) => `${id} ${facts.title}`),
    );
    expect(wrong).toEqual([]);
    for (const { id, rows } of people) expect(rows.length, id).toBeGreaterThanOrEqual(30);
  });

  it('have no row twice with another label', () => {
    for (const { id, rows } of people) {
      const seen = new Map<string, string>();
      for (const { facts, activity, ambiguous } of rows) {
        if (ambiguous || facts.allDay) continue;
        const key = [facts.title, facts.description, facts.attendees].join('|');
        expect(seen.get(key) ?? activity, `${id} ${facts.title}`).toBe(activity);
        seen.set(key, activity);
      }
    }
  });
});
