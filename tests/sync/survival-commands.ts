import type { Correction } from '../../src/calendar/correction.ts';
import type { SourceKind } from '../../src/calendar/source.ts';
import type { Store } from '../../src/store/store.ts';
import { relabelScope } from '../../src/sync/relabel.ts';
import { ALWAYS, labelByCorrections } from '../store/fixtures.ts';

/** What the user was told is done: it must hold to the end. */
export interface Said {
  connected: boolean;
  corrections: Correction[];
  reading: string;
}

type Command = (store: Store, said: Said, pick: number, kind: SourceKind, nowMs: number) => Promise<void>;

const chosen = <T>(from: readonly T[], pick: number): T | undefined => from[pick % Math.max(1, from.length)];

const setRole =
  (...roles: ('work' | 'off')[]): Command =>
  async (store, _said, pick) => {
    const calendar = chosen(await store.calendars(), pick);
    if (!calendar) return;
    for (const role of roles) await store.setCalendar(calendar.sourceId, calendar.id, { role });
  };

const connect: Command = async (store, said, _pick, kind, nowMs) => {
  await store.putSource({ id: 's', kind, name: 'me' }, nowMs);
  said.connected = true;
};

/** What a user may do while a run is on its way, each as the background does it. */
export const COMMANDS = {
  untick: setRole('off'),
  tick: setRole('work'),
  retick: setRole('off', 'work'),
  connect,
  askAgain: (store) => store.want({ onDemand: true }),
  async correct(store, said, pick, _kind, nowMs) {
    const row = chosen(await store.occurrences(ALWAYS), pick);
    if (!row) return;
    const scope = { kind: 'series', uid: row.uid } as const;
    const example = { title: row.title, people: row.people, recurring: row.recurring };
    const id = `c${said.corrections.length}`;
    const correction: Correction = { id, madeMs: nowMs, scope, verdict: 'deep-work', example };
    await store.addCorrection(correction, { sourceId: row.sourceId });
    said.corrections.push({ ...correction });
    await relabelScope(store, correction, labelByCorrections);
  },
  async settings(store, said, pick) {
    said.reading = `other-${pick}`;
    await store.expectReading(said.reading);
  },
  async remove(store, said) {
    await store.removeSource('s');
    said.connected = false;
  },
  async replace(store, said, pick, kind, nowMs) {
    await store.removeSource('s');
    await connect(store, said, pick, kind, nowMs);
  },
  async deleteEverything(store, said) {
    await store.clear();
    said.connected = false;
    said.corrections = [];
  },
} as const satisfies Record<string, Command>;
