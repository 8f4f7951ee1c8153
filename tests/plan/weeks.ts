import type { Activity } from '../../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import type { Attendee } from '../../src/calendar/occurrence.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import type { LoadSettings } from '../../src/load/week-load.ts';
import { MINUTE_MS } from '../../src/time/interval.ts';
import { addDays, instantOfWall, parsePlain } from '../../src/time/zone.ts';
import { occurrence } from '../load/arbitrary.ts';

/** A small random generator, so that a week is named by its number (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PLACES = [
  ['Europe/Berlin', '2026-11-16'],
  ['Europe/Berlin', '2026-10-19'],
  ['America/New_York', '2026-03-02'],
  ['Asia/Kolkata', '2026-11-16'],
] as const;

const ACTIVITIES: readonly Activity[] = [
  'deep-work',
  'making-together',
  'learning',
  'people',
  'people',
  'direction',
  'coordination',
  'coordination',
  'coordination',
  'administration',
  'break',
  'personal',
];

export interface RandomWeek {
  readonly week: string;
  readonly settings: LoadSettings;
  readonly list: LabelledOccurrence[];
}

/** A week as people have them: series, one-to-ones, large meetings, some after hours, some at the same time. */
export function randomWeek(seed: number, least = 6, most = 25): RandomWeek {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (p: number): boolean => random() < p;
  const [zone, week] = pick(PLACES);
  const settings = {
    ...defaultLoadSettings(zone),
    focusMinutes: pick([120, 120, 90, 60]),
    recoveryMinutes: pick([15, 15, 0, 10]),
  };
  const count = least + Math.floor(random() * (most - least + 1));
  const list: LabelledOccurrence[] = [];
  const seen = new Set<string>();
  while (list.length < count) {
    const activity = pick(ACTIVITIES);
    const alone = activity === 'deep-work' || activity === 'break' || activity === 'personal' || chance(0.1);
    const people = alone ? 1 : pick([2, 2, 2, 3, 4, 6, 9, 12]);
    const organizerIsSelf = people === 1 || chance(0.3);
    const response = organizerIsSelf
      ? 'accepted'
      : pick(['accepted', 'accepted', 'accepted', 'tentative', 'needsAction', 'declined'] as const);
    const series = chance(0.25) ? 2 + Math.floor(random() * 4) : 1;
    const uid = `e${list.length}-${Math.floor(random() * 1000)}`;
    const length = pick([15, 30, 30, 45, 60, 60, 60, 90, 120]);
    const start = chance(0.07) ? pick([450, 1050, 1110]) : 540 + 15 * Math.floor(random() * 30);
    const firstDay = Math.floor(random() * 5);
    const optional = people > 2 && chance(0.15);
    const self: Attendee = {
      email: 'me@example.org',
      response,
      self: true,
      organizer: false,
      ...(optional ? { optional: true as const } : {}),
    };
    for (let i = 0; i < series && list.length < count; i++) {
      const day = (firstDay + i) % 5;
      const startMs = instantOfWall(parsePlain(addDays(week, day)) + start * MINUTE_MS, zone);
      if (seen.has(`${uid} ${startMs}`)) continue;
      seen.add(`${uid} ${startMs}`);
      list.push(
        occurrence(
          {
            key: `${uid}-${i}`,
            uid,
            startMs,
            endMs: startMs + length * MINUTE_MS,
            people,
            organizerIsSelf,
            response,
            title: chance(0.03) ? 'Hold: something' : `Entry ${uid}`,
            attendees: people > 1 ? [self] : [],
            transparency: chance(0.03) ? 'transparent' : 'opaque',
          },
          activity,
        ),
      );
    }
  }
  if (chance(0.15)) {
    const start = addDays(week, Math.floor(random() * 5));
    list.push(
      occurrence(
        { key: 'leave', uid: 'leave', startMs: 0, endMs: 0, allDay: { start, end: addDays(start, 1) } },
        'absence',
      ),
    );
  }
  return { week, settings, list };
}
