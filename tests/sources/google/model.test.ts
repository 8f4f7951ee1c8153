import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../servers/google/faults.ts';
import { type Edit, type ModelRules, ModelWorld, RULES, type Step } from './model-world.ts';

/** A few runs that are always the same; `CRAFTWEEK_LONG=1` looks longer and elsewhere, `CRAFTWEEK_SEED=7` there again. */
const LONG = process.env.CRAFTWEEK_LONG === '1';
const RUNS = LONG ? 1000 : 60;
const SEED = Number(process.env.CRAFTWEEK_SEED ?? (LONG ? Math.floor(Math.random() * 2 ** 31) : 17));

const small = (max: number) => fc.nat({ max });
/** Around the edges of the window, the near weeks, and between. */
const day = fc.oneof(
  fc.integer({ min: -40, max: 60 }),
  fc.integer({ min: -380, max: -365 }),
  fc.integer({ min: 85, max: 170 }),
);
const hour = fc.integer({ min: 0, max: 23 });
const pick = small(30);
const nth = small(12);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      cal: small(3),
      day,
      hour,
      minutes: fc.constantFrom(0, 30, 90, 3000),
      allDay: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('series' as const),
      cal: small(3),
      day,
      hour,
      rule: small(RULES.length - 1),
      allDay: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      pick,
      days: fc.integer({ min: -100, max: 100 }),
      hours: fc.integer({ min: -3, max: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), pick }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('rule' as const), pick, rule: small(RULES.length - 1) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('moveInstance' as const),
      pick,
      nth,
      days: fc.integer({ min: -100, max: 100 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancelInstance' as const), pick, nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('renameInstance' as const), pick, nth }) },
  { weight: 1, arbitrary: fc.constant({ do: 'addCalendar' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deleteCalendar' as const), cal: small(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('expire' as const), cal: small(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('access' as const),
      cal: small(3),
      access: fc.constantFrom('open' as const, 'forbidden' as const, 'missing' as const),
    }),
  },
);

const share = fc.constantFrom(0, 0.3, 0.9);
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), share }),
  fc.record({ kind: fc.constant('truncated' as const), share }),
  fc.constant({ kind: 'unreachable' as const }),
  fc.record({
    kind: fc.constant('error' as const),
    name: fc.constantFrom(
      'fullSyncRequired',
      'tooManyRequests',
      'backendError',
      'rateLimitExceeded',
      'quotaExceeded',
      'authError',
      'forbidden',
      'notFound',
    ),
  }),
);

const sync: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('sync' as const),
  // A fault that lasts is several at requests in a row.
  faults: fc
    .array(fc.record({ at: small(14), fault, times: fc.constantFrom(1, 1, 2, 4) }), { maxLength: 3 })
    .map((list) =>
      list.flatMap(({ at, fault: f, times }) =>
        Array.from({ length: times }, (_, i) => ({ at: at + i, fault: f })),
      ),
    ),
  killAt: fc.option(small(40), { nil: null, freq: 2 }),
  edits: fc.array(fc.record({ at: small(14), edit }), { maxLength: 2 }),
});

const days: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('days' as const),
  days: fc.constantFrom(1, 3, 8, 30, 70),
});

const rules: fc.Arbitrary<ModelRules> = fc.record({
  tokenKeepsTimes: fc.boolean(),
  bareDeletions: fc.boolean(),
  mostOnPage: fc.constantFrom(2, 5, 40),
});

/** A step as fast-check's command: always possible, since numbers pick among what is there. */
class StepCommand implements fc.AsyncCommand<object, ModelWorld> {
  readonly step: Step;
  constructor(step: Step) {
    this.step = step;
  }
  check(): boolean {
    return true;
  }
  run(_: object, world: ModelWorld): Promise<void> {
    return world.step(this.step);
  }
  toString(): string {
    return JSON.stringify(this.step);
  }
}

const commandOf = (steps: fc.Arbitrary<Step>) => steps.map((step) => new StepCommand(step));

async function live(given: ModelRules, steps: readonly Step[]): Promise<void> {
  const world = new ModelWorld(given);
  await world.begin();
  for (const step of steps) await world.step(step);
  await world.finish();
  world.store.close();
}

/** Found by the test below, and kept. */
const FOUND: readonly { name: string; rules: ModelRules; steps: readonly Step[] }[] = [
  {
    name: 'an all-day event of a calendar far in the west, at the end of the window',
    rules: { tokenKeepsTimes: false, bareDeletions: false, mostOnPage: 2 },
    steps: [
      { do: 'series', cal: 1, day: 109, hour: 0, rule: 0, allDay: true },
      { do: 'days', days: 3 },
      { do: 'sync', faults: [], killAt: null, edits: [{ at: 0, edit: { do: 'rule', pick: 0, rule: 1 } }] },
      { do: 'days', days: 11 },
    ],
  },
  {
    name: 'a listing that expires twice, and a series that leaves the window afterwards',
    rules: { tokenKeepsTimes: false, bareDeletions: false, mostOnPage: 2 },
    steps: [
      {
        do: 'sync',
        faults: [],
        killAt: null,
        edits: [{ at: 0, edit: { do: 'series', cal: 1, day: -365, hour: 0, rule: 5, allDay: false } }],
      },
      { do: 'days', days: 70 },
      {
        do: 'sync',
        faults: [{ at: 6, fault: { kind: 'error', name: 'fullSyncRequired' } }],
        killAt: null,
        edits: [{ at: 3, edit: { do: 'expire', cal: 3 } }],
      },
      { do: 'rule', pick: 0, rule: 0 },
    ],
  },
  {
    name: 'a weekly meeting that is moved far away while the weeks that entered the window are listed',
    rules: { tokenKeepsTimes: true, bareDeletions: false, mostOnPage: 2 },
    steps: [
      { do: 'series', cal: 0, day: 85, hour: 0, rule: 2, allDay: false },
      { do: 'sync', faults: [], killAt: null, edits: [] },
      { do: 'days', days: 30 },
      { do: 'move', pick: 0, days: 1, hours: 0 },
      {
        do: 'sync',
        faults: [],
        killAt: null,
        edits: [{ at: 2, edit: { do: 'moveInstance', pick: 0, nth: 1, days: 56 } }],
      },
      { do: 'moveInstance', pick: 0, nth: 0, days: 0 },
    ],
  },
  {
    name: 'a calendar that is closed between the changes and the rule of their series',
    rules: { tokenKeepsTimes: false, bareDeletions: false, mostOnPage: 2 },
    steps: [
      { do: 'series', cal: 0, day: 85, hour: 0, rule: 0, allDay: false },
      { do: 'sync', faults: [], killAt: null, edits: [] },
      { do: 'moveInstance', pick: 0, nth: 0, days: 0 },
      {
        do: 'sync',
        faults: [],
        killAt: null,
        edits: [{ at: 2, edit: { do: 'access', cal: 0, access: 'forbidden' } }],
      },
    ],
  },
];

describe('the store after the last sync', () => {
  it('equals the server, whatever was edited, and whatever failed or died on the way', async () => {
    if (LONG) console.log(`seed ${SEED}, ${RUNS} runs`);
    const counts = { syncs: 0, deaths: 0, requests: 0 };
    await fc.assert(
      fc.asyncProperty(
        rules,
        fc.commands([commandOf(edit), commandOf(edit), commandOf(sync), commandOf(sync), commandOf(days)], {
          maxCommands: 24,
          size: 'max',
        }),
        async (given, commands) => {
          const world = new ModelWorld(given);
          await world.begin();
          await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
          await world.finish();
          counts.syncs += world.syncs;
          counts.deaths += world.deaths;
          counts.requests += world.handler.log.length;
          world.store.close();
        },
      ),
      { seed: SEED, numRuns: RUNS },
    );
    if (LONG) console.log(counts);
  }, 600_000);

  it.each(FOUND.map((f) => [f.name, f] as const))('equals the server: %s', async (_, found) => {
    await live(found.rules, found.steps);
    expect.hasAssertions();
  });
});
