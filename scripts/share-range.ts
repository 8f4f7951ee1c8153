/**
 * Measures the range of the craft share on people from whom nothing was learnt: how often the true share of a made-up
 * week lies within it, and how wide it is. What docs/range.md says comes from here.
 *
 *     npm run range            six weeks a person
 *     npm run range -- 20      more
 */
import { SIDE } from '../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../src/calendar/label.ts';
import { type Classifier, createClassifier } from '../src/classify/classifier.ts';
import { defaultLoadSettings } from '../src/load/settings.ts';
import { weekLoad } from '../src/load/week.ts';
import type { Range } from '../src/load/week-load.ts';
import { DAY_MS, MINUTE_MS } from '../src/time/interval.ts';
import { parsePlain } from '../src/time/zone.ts';
import { seeded } from '../tests/drift/simulated-weeks.ts';
import { committedModel } from './committed-model.ts';
import { type LabelledPerson, LEFT_OUT_HANDS, labelledPeople } from './labelled-people.ts';
import type { LabelledRow } from './labelled-rows.ts';

const WEEK = '2026-11-16';
const settings = defaultLoadSettings('UTC');
const weeks = Number(process.argv[2] ?? 6);
const draw = seeded(5);

/** How often an entry of a rhythm is in a week: of single entries a person has many, and each week has a few. */
const IN_A_WEEK = { none: 0.16, daily: 1, weekly: 1, biweekly: 0.5, monthly: 0.23 } as const;

interface Measured {
  readonly truth: number;
  readonly guess: number;
  readonly range: Range;
}

/** What was measured in one week. */
interface MeasuredWeek {
  readonly craft: Measured;
  readonly leadership: Measured;
}

/** An entry as the classifier reads it, and as it is. */
interface Both {
  readonly guess: LabelledOccurrence;
  readonly truth: LabelledOccurrence;
}

/** One made-up week of a person: each day filled from nine o'clock on. */
function measure(person: LabelledPerson, classifier: Classifier): MeasuredWeek | null {
  const free = Array.from({ length: 5 }, () => 9 * 60);
  const rows = person.rows.filter((r) => r.facts.allDay !== true && !r.ambiguous);
  const shuffled = rows.map((row) => ({ row, at: draw() })).sort((a, b) => a.at - b.at);
  const entries = shuffled.flatMap(({ row }): Both[] => {
    const rhythm = row.facts.recurring ?? 'none';
    if (draw() > IN_A_WEEK[rhythm]) return [];
    const days = rhythm === 'daily' ? [0, 1, 2, 3, 4] : [Math.floor(draw() * 5)];
    return days.flatMap((day) => {
      const start = (free[day] ?? 0) + Math.floor(draw() * 5) * 15;
      const end = start + (row.facts.durationMinutes ?? 60);
      if (end > 18 * 60) return [];
      free[day] = end;
      return [entry(row, day, start, end, classifier)];
    });
  });
  const guess = weekLoad(
    WEEK,
    entries.map((e) => e.guess),
    settings,
  );
  const truth = weekLoad(
    WEEK,
    entries.map((e) => e.truth),
    settings,
  );
  const craft = measured(truth.craftShare, guess.craftShare, guess.craftShareRange);
  const leadership = measured(truth.leadershipShare, guess.leadershipShare, guess.leadershipShareRange);
  return craft && leadership && { craft, leadership };
}

function measured(truth: number | null, guess: number | null, range: Range | null): Measured | null {
  return truth === null || guess === null || range === null ? null : { truth, guess, range };
}

function entry(
  { facts, activity }: LabelledRow,
  day: number,
  start: number,
  end: number,
  classifier: Classifier,
): Both {
  const midnight = parsePlain(WEEK) + day * DAY_MS;
  const label = classifier.classifyFacts(facts);
  const guess: LabelledOccurrence = {
    key: `${facts.title} ${day}`,
    sourceId: 's',
    calendarId: 'c',
    uid: facts.title,
    startMs: midnight + start * MINUTE_MS,
    endMs: midnight + end * MINUTE_MS,
    allDay: null,
    title: facts.title,
    description: facts.description ?? '',
    location: '',
    status: 'confirmed',
    response: facts.responseStatus ?? 'accepted',
    transparency: facts.transparency ?? 'opaque',
    eventType: 'default',
    organizerIsSelf: facts.organizerIsSelf ?? false,
    people: facts.attendees ?? 1,
    attendees: [],
    resources: 0,
    hasConference: facts.hasConference ?? false,
    recurring: facts.recurring ?? 'none',
    categories: [],
    label,
  };
  return { guess, truth: { ...guess, label: { ...label, activity, side: SIDE[activity] } } };
}

const people = labelledPeople().filter((person) => LEFT_OUT_HANDS.includes(person.hand));
const found = people.flatMap((person) => {
  const { craft, country } = person;
  const options = { corrections: [], rules: [], calendars: [], ownAddresses: [], zone: 'UTC' };
  const classifier = createClassifier({ ...options, model: committedModel(), craft, country });
  return Array.from({ length: weeks }, () => measure(person, classifier)).filter((m) => m !== null);
});
console.log(`${people.length} people, ${found.length} weeks`);
tell(
  'craft',
  found.map((week) => week.craft),
);
tell(
  'leadership',
  found.map((week) => week.leadership),
);

/** Prints how often the range of a share holds, and how wide it is. */
function tell(name: string, all: readonly Measured[]): void {
  // Half a point either way is not to be seen.
  const half = 0.005;
  const part = (test: (m: Measured) => boolean): string =>
    `${((100 * all.filter(test).length) / all.length).toFixed(1)}%`;
  const mean = (of: (m: Measured) => number): string =>
    ((100 * all.reduce((sum, m) => sum + of(m), 0)) / all.length).toFixed(1);
  const below = part(({ truth, range }) => truth < range[0] - half);
  const above = part(({ truth, range }) => truth > range[1] + half);
  const inside = part(({ truth, range }) => truth >= range[0] - half && truth <= range[1] + half);
  const wide = mean(({ range }) => range[1] - range[0]);
  const off = mean(({ truth, guess }) => Math.abs(truth - guess));
  console.log(`the true ${name} share lies within the range in ${inside} (below ${below}, above ${above})`);
  console.log(`the range is ${wide} points wide in the mean; the share is off by ${off} points in the mean`);
}
