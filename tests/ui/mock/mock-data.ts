import type { PageData } from '../../../extension/ui/data.ts';
import type { SendCommand } from '../../../extension/ui/send-command.ts';
import type { Correction, Rule } from '../../../src/calendar/correction.ts';
import type { LabelledOccurrence } from '../../../src/calendar/label.ts';
import type { Calendar, Source } from '../../../src/calendar/source.ts';
import { byRole } from '../../../src/load/roles.ts';
import type { UserSettings } from '../../../src/settings/settings.ts';
import { DEFAULT_SETTINGS } from '../../../src/settings/settings-schema.ts';
import type { TakenMoveRow } from '../../../src/store/rows.ts';
import { addWeeks } from '../../../src/time/week.ts';
import { DEFAULT_WORKING_HOURS } from '../../../src/time/working-hours.ts';
import { type LongCalendar, longCalendar } from './long-calendar.ts';
import {
  ASKED_WEEK,
  EARLIER_WEEK,
  FULL_WEEK,
  HOLIDAY_WEEK,
  type Line,
  LONG_WORDS_WEEK,
  occurrenceOf,
} from './weeks.ts';

const SIGN_IN = {
  allow: async () => true,
  redirectUri: () => 'https://jhmgmcghgpkolmgincnfjddljdbagamk.chromiumapp.org/',
  signIn: async () => null,
};

/** Every state that the pages are drawn in. */
export const STATES = [
  'full',
  'empty',
  'loading',
  'error',
  'newer-data',
  'no-room',
  'held',
  'private-window',
  'holiday',
  'asked',
  'dst',
  'trouble',
  'reading',
  'young',
  'sample',
  'bare',
  'long',
  'drift',
  'years',
  'steady',
  'weeks',
  'leader',
] as const;
export type State = (typeof STATES)[number];

/** States in which the store cannot be read, as its errors name them. */
const BROKEN: ReadonlySet<State> = new Set(['error', 'newer-data', 'no-room', 'held', 'private-window']);

export const ZONE = 'Europe/Berlin';
/** Monday; its clock does not change. */
export const WEEK = '2026-11-16';
/** The week in which Berlin's clock goes back, on Sunday the 25th. */
export const DST_WEEK = '2026-10-19';

export function nowOf(state: State): number {
  return Date.parse(state === 'dst' ? '2026-10-21T12:20:00Z' : '2026-11-18T13:12:00Z');
}

const SETTINGS: UserSettings = {
  zone: 'auto',
  weekStart: 1,
  workingHours: DEFAULT_WORKING_HOURS,
  focusMinutes: 120,
  recoveryMinutes: 15,
  openTimeIsCraft: true,
  ownAddresses: ['ada@studio.example'],
  craft: null,
  craftWords: [],
  country: 'auto',
  notify: DEFAULT_SETTINGS.notify,
  track: 'mastery',
  target: 0.5,
  marks: [],
  earlier: [],
  zoneStayed: null,
  hoursKept: false,
};

const MARKS = [
  { date: '2026-07-15', name: 'New team' },
  { date: '2026-09-01', name: 'Promoted' },
];

function sourcesOf(state: State): Source[] {
  const base = { addedMs: Date.parse('2026-09-01T08:00:00Z'), trouble: null };
  const syncedMs = nowOf(state) - 12 * 60_000;
  if (state === 'empty') return [];
  if (state === 'sample') return [{ ...base, id: 'one', kind: 'sample', name: 'Sample', syncedMs }];
  const one: Source = { ...base, id: 'one', kind: 'ics-address', name: 'Studio', syncedMs };
  if (state !== 'trouble') return [one];
  const sinceMs = nowOf(state) - 26 * 3_600_000;
  return [
    one,
    {
      ...base,
      id: 'two',
      kind: 'google',
      name: 'ada@studio.example',
      syncedMs: sinceMs,
      trouble: { code: 'token-expired', sinceMs },
    },
    {
      ...base,
      id: 'three',
      kind: 'caldav',
      name: 'Family',
      syncedMs: sinceMs,
      trouble: { code: 'something-new', sinceMs },
    },
  ];
}

function linesOf(state: State): readonly Line[] {
  switch (state) {
    case 'holiday':
      return HOLIDAY_WEEK;
    case 'asked':
      return ASKED_WEEK;
    case 'bare':
    case 'empty':
      return [];
    case 'long':
      return LONG_WORDS_WEEK;
    case 'dst':
      return [
        ...FULL_WEEK,
        { day: 7, at: '01:30-04:00', what: 'Night deployment', as: 'making-together', people: 3 },
      ];
    default:
      return FULL_WEEK;
  }
}

/** States with a calendar of many weeks: for the report. */
const LONG: Partial<Record<State, LongCalendar>> = {
  drift: { weeks: 30, changeBefore: 12, away: [6, 22, 23] },
  leader: { weeks: 30, changeBefore: 28, away: [6, 22, 23] },
  years: { weeks: 104, changeBefore: 19, away: [6, 22, 23, 46, 47, 48, 70, 99] },
  steady: { weeks: 20, changeBefore: null, away: [9] },
  weeks: { weeks: 3, changeBefore: null, away: [] },
};

function occurrencesOf(state: State): LabelledOccurrence[] {
  const long = LONG[state];
  if (long) return longCalendar(long, WEEK, ZONE);
  const week = state === 'dst' ? DST_WEEK : WEEK;
  const earlier = state === 'young' ? 1 : state === 'bare' || state === 'empty' ? 0 : 9;
  return [
    ...linesOf(state).map((line) => occurrenceOf(line, week, ZONE)),
    ...Array.from({ length: earlier }, (_, i) => {
      const before = addWeeks(week, -1 - i);
      return EARLIER_WEEK.map((line) => occurrenceOf(line, before, ZONE));
    }).flat(),
  ];
}

const CORRECTIONS: Correction[] = [
  {
    id: 'c1',
    madeMs: Date.parse('2026-11-12T09:00:00Z'),
    scope: { kind: 'series', uid: 'Design crit' },
    verdict: 'making-together',
    example: { title: 'Design crit', people: 5, recurring: 'weekly' },
  },
  {
    id: 'c2',
    madeMs: Date.parse('2026-11-10T09:00:00Z'),
    scope: { kind: 'title', title: 'Blocker' },
    verdict: 'ignore',
    example: { title: 'Blocker', people: 1, recurring: 'none' },
  },
];
const RULES: Rule[] = [{ id: 'r1', field: 'title', value: 'crit', verdict: 'making-together' }];

/** A page's data from plain values. Commands are noted in `sent` and answered as the background would. */
export function mockData(
  state: State,
  options: { inPopup?: boolean } = {},
): PageData & { sent: { command: string; input: unknown }[] } {
  const sent: { command: string; input: unknown }[] = [];
  const listeners = new Set<() => void>();
  let occurrences = occurrencesOf(state);
  let before = occurrences;
  let settings: UserSettings =
    state === 'leader'
      ? { ...SETTINGS, track: 'leadership', target: 0.4 }
      : state === 'drift' || state === 'years'
        ? { ...SETTINGS, marks: MARKS }
        : state === 'empty'
          ? { ...SETTINGS, track: 'own', target: null }
          : SETTINGS;
  let sources = sourcesOf(state);
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const hangs = <T>(value: T): Promise<T> =>
    state === 'loading'
      ? new Promise<T>(() => undefined)
      : BROKEN.has(state)
        ? Promise.reject(Object.assign(new Error('the store is closed'), { code: state }))
        : Promise.resolve(value);
  const calendars: Calendar[] = [
    { sourceId: 'one', id: 'work', name: 'Studio', role: 'work' },
    { sourceId: 'one', id: 'home', name: 'Home', role: 'off', defaultActivity: 'personal' },
  ];
  let taken: readonly TakenMoveRow[] = [];
  const commands = (async (command: string, input: Record<string, unknown>) => {
    sent.push({ command, input });
    if (command === 'correct') {
      before = occurrences;
      const scope = input.scope as Correction['scope'];
      const verdict = input.verdict as Correction['verdict'];
      let count = 0;
      occurrences = occurrences.map((o) => {
        const hit =
          scope.kind === 'occurrence'
            ? o.key === scope.key
            : scope.kind === 'series'
              ? o.uid === scope.uid
              : o.title === scope.title;
        if (!hit) return o;
        count++;
        const activity = verdict === 'ignore' ? o.label.activity : verdict;
        const side = ['deep-work', 'making-together', 'learning'].includes(activity)
          ? ('craft' as const)
          : ['people', 'direction', 'coordination', 'administration'].includes(activity)
            ? ('management' as const)
            : ('neither' as const);
        return {
          ...o,
          label: {
            activity,
            side,
            confidence: 1,
            ignored: verdict === 'ignore',
            reasons: [{ code: `correction-${scope.kind}`, values: {} }],
          },
        };
      });
      changed();
      return { ok: true, value: { id: 'c9', changed: count } };
    }
    if (command === 'undoCorrection') {
      occurrences = before;
      changed();
      return { ok: true, value: { changed: 1 } };
    }
    if (command === 'takeMove') {
      const originals = occurrences.filter((o) => (input.keys as string[]).includes(o.key));
      taken = [{ id: `m${taken.length}`, takenMs: nowOf(state), week: String(input.week), originals }];
      return { ok: true, value: { id: taken[0]?.id } };
    }
    if (command === 'dropMove') {
      taken = [];
      return { ok: true, value: { dropped: true } };
    }
    if (command === 'importChoices')
      return { ok: true, value: { corrections: 12, rules: 1, settings: 14, refused: ['craftWords'] } };
    if (command === 'sameCalendar') return { ok: true, value: { known: null } };
    if (command === 'importFile')
      return { ok: true, value: { sourceId: 'one', occurrences: 412, problems: 3 } };
    if (command === 'useSample') {
      sources = sourcesOf('sample');
      occurrences = occurrencesOf('sample');
      changed();
      return { ok: true, value: { sourceId: 'one' } };
    }
    return { ok: true, value: { started: true, changed: 1, removed: 1, shown: true, id: 'new' } };
  }) as SendCommand;
  return {
    sent,
    sources: () =>
      hangs(state === 'reading' ? sources.map((source) => ({ ...source, syncedMs: null })) : sources),
    progress: async () =>
      state === 'reading'
        ? sources.map(({ id }) => ({
            sourceId: id,
            calendarId: 'a',
            calendarName: 'Studio',
            events: 2500,
            ...(options.inPopup ? {} : { inboxId: 'f', total: 8412 }),
            startedMs: nowOf(state) - 4000,
            updatedMs: nowOf(state),
          }))
        : [],
    calendars: () => hangs(state === 'empty' ? [] : calendars),
    occurrences: (window) =>
      hangs(occurrences.filter((o) => o.startMs < window.endMs && o.endMs > window.startMs)),
    counted: (window) =>
      hangs(
        byRole(occurrences, calendars).counted.filter(
          (o) => o.startMs < window.endMs && o.endMs > window.startMs,
        ),
      ),
    closedWeeks: () => hangs([]),
    closedEntries: () => hangs([]),
    weeks: () => hangs([]),
    restated: () => hangs(null),
    diagnosis: async () => ({
      databaseVersion: 1,
      rows: {} as never,
      unreadable: {},
      sources: [],
      waiting: [],
      labelling: false,
    }),
    setAside: async () => [],
    extent: () => {
      const starts = occurrences.map((o) => o.startMs);
      const ends = occurrences.map((o) => o.endMs);
      return hangs(starts.length === 0 ? null : { startMs: Math.min(...starts), endMs: Math.max(...ends) });
    },
    changes: () => hangs([]),
    takenMoves: () => hangs(taken),
    markGlance: async () => ({ state: '', basis: '' }),
    keepGlance: async () => undefined,
    entryCounts: async () => [
      { sourceId: 'one', calendarId: 'work', entries: 412 },
      { sourceId: 'one', calendarId: 'home', entries: 0 },
    ],
    problems: async (sourceId) => ({
      sourceId,
      total: 2,
      problems: [
        { code: 'no-guests', message: 'no entry names its guests' },
        { code: 'broken-event', message: 'DTSTART cannot be read', line: 412 },
      ],
    }),
    corrections: () => hangs(CORRECTIONS),
    rules: () => hangs(RULES),
    settings: () => hangs(settings),
    async saveSettings(part) {
      settings = { ...settings, ...part };
      changed();
    },
    putInbox: async () => 'inbox-1',
    watch(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    commands,
    signIn: { google: SIGN_IN, outlook: SIGN_IN },
    allowHosts: async () => true,
    onToolbar: async () => state !== 'empty',
    openPage: (page) => sent.push({ command: 'openPage', input: page }),
    inPopup: options.inPopup ?? true,
    machineZone: ZONE,
  };
}
