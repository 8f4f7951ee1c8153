import { describe, expect, it } from 'vitest';
import { committedModel } from '../../scripts/committed-model.ts';
import { type Activity, SIDE } from '../../src/calendar/activity.ts';
import type { Correction } from '../../src/calendar/correction.ts';
import type { Occurrence } from '../../src/calendar/occurrence.ts';
import { createClassifier } from '../../src/classify/classifier.ts';
import { titleKey } from '../../src/classify/title-key.ts';
import { occurrence } from '../load/arbitrary.ts';

/** A person's series with private words: title, what it is to them, people, times in half a year. */
type Persona = readonly (readonly [title: string, activity: Activity, people: number, times: number])[];

const PERSONAS: Readonly<Record<string, Persona>> = {
  architect: [
    ['Kranich', 'making-together', 5, 26],
    ['Kranich budget lines', 'making-together', 3, 12],
    ['Green room', 'coordination', 9, 26],
    ['Green room prep', 'coordination', 2, 20],
    ['Nest', 'deep-work', 1, 50],
    ['Stand-up', 'coordination', 7, 120],
    ['1:1 Ana', 'people', 2, 26],
    ['Vendor review', 'administration', 5, 13],
  ],
  typeDesigner: [
    ['Bowls and stems', 'deep-work', 1, 40],
    ['Family meeting: Antiqua', 'making-together', 4, 20],
    ['Proof party', 'making-together', 6, 12],
    ['Monday table', 'coordination', 8, 26],
    ['Licence desk', 'administration', 2, 26],
    ['Kerning', 'deep-work', 1, 60],
    ['Design crit', 'making-together', 7, 26],
  ],
  physician: [
    ['Box 4', 'making-together', 6, 60],
    ['M&M', 'learning', 20, 12],
    ['Board', 'making-together', 9, 26],
    ['Roster', 'administration', 1, 26],
    ['Teatime', 'people', 2, 13],
    ['Ward round', 'making-together', 5, 120],
  ],
  lawyer: [
    ['Okafor', 'deep-work', 1, 40],
    ['Okafor prep with team', 'making-together', 3, 12],
    ['Chambers', 'coordination', 10, 26],
    ['Docket', 'administration', 1, 26],
    ['Circle', 'people', 2, 13],
    ['Partners meeting', 'coordination', 12, 12],
  ],
  teacher: [
    ['9b', 'making-together', 28, 100],
    ['7a', 'making-together', 26, 100],
    ['Pile', 'deep-work', 1, 60],
    ['Round table', 'coordination', 14, 26],
    ['Door open', 'people', 2, 26],
    ['Yard', 'coordination', 1, 60],
  ],
  dataScientist: [
    ['Lagoon', 'making-together', 4, 26],
    ['Lagoon numbers', 'deep-work', 1, 40],
    ['Tide', 'coordination', 8, 26],
    ['Harbour', 'administration', 3, 12],
    ['Focus time', 'deep-work', 1, 100],
    ['Churn analysis', 'deep-work', 1, 26],
  ],
};

const happening = ([title, , people]: Persona[number]): Occurrence =>
  occurrence({
    title,
    uid: title,
    key: title,
    startMs: Date.UTC(2026, 10, 16, 9),
    endMs: Date.UTC(2026, 10, 16, 10),
    people,
    recurring: 'weekly',
    organizerIsSelf: people === 1,
  });

function classifierAfter(corrections: readonly Correction[]): ReturnType<typeof createClassifier> {
  return createClassifier({
    model: committedModel(),
    corrections,
    rules: [],
    calendars: [],
    ownAddresses: [],
    zone: 'UTC',
  });
}

const sideShare = (persona: Persona, corrections: readonly Correction[]): number => {
  const classifier = classifierAfter(corrections);
  let right = 0;
  let all = 0;
  for (const series of persona) {
    all += series[3];
    if (classifier.classify(happening(series)).side === SIDE[series[1]]) right += series[3];
  }
  return right / all;
};

/** Corrects the most frequent series that is wrong, up to `most` times, as a person would. */
function corrected(persona: Persona, most: number): Correction[] {
  const corrections: Correction[] = [];
  for (let i = 0; i < most; i++) {
    const classifier = classifierAfter(corrections);
    const [worst] = persona
      .filter((series) => classifier.classify(happening(series)).side !== SIDE[series[1]])
      .sort((a, b) => b[3] - a[3]);
    if (!worst) break;
    const [title, verdict, people] = worst;
    corrections.push({
      id: `${i}`,
      madeMs: i,
      scope: { kind: 'series', uid: title },
      verdict,
      example: { title, people, recurring: 'weekly' },
    });
  }
  return corrections;
}

describe.each(Object.entries(PERSONAS))('the calendar of the %s', (_, persona) => {
  it('is at least 98% right after 20 corrections at most', () => {
    expect(sideShare(persona, corrected(persona, 20))).toBeGreaterThanOrEqual(0.98);
  });

  it('keeps what was right before', () => {
    const before = classifierAfter([]);
    const corrections = corrected(persona, 20);
    const touched = new Set(corrections.map((c) => titleKey(c.example.title)));
    const after = classifierAfter(corrections);
    for (const series of persona) {
      const [title, activity] = series;
      if (touched.has(titleKey(title)) || before.classify(happening(series)).side !== SIDE[activity])
        continue;
      expect(after.classify(happening(series)).side, title).toBe(SIDE[activity]);
    }
  });
});

describe('one correction', () => {
  const taught: Correction = {
    id: '1',
    madeMs: 1,
    scope: { kind: 'series', uid: 'Lagoon weekly' },
    verdict: 'making-together',
    example: { title: 'Lagoon weekly', people: 4, recurring: 'weekly' },
  };

  it('moves what looks like it, and says so', () => {
    const like = happening(['Lagoon weekly (moved)', 'making-together', 4, 1]);
    const after = classifierAfter([taught]).classify(like);
    expect(after.side).toBe('craft');
    expect(after.reasons[0]).toEqual({ code: 'similar-corrections', values: { title: 'Lagoon weekly' } });
  });

  it('leaves what does not look like it exactly as it was', () => {
    for (const title of ['Stand-up', 'Budget approval', 'Pairing with Jonas', 'Dentist', 'Urlaub']) {
      const o = happening([title, 'people', 4, 1]);
      expect(classifierAfter([taught]).classify(o)).toEqual(classifierAfter([]).classify(o));
    }
  });
});
