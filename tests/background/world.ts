import { readFileSync } from 'node:fs';
import { type Background, createBackground } from '../../extension/background/background.ts';
import type { BackgroundParts } from '../../extension/background/parts.ts';
import { type SettingsStorage, settingsOver } from '../../extension/background/settings-over.ts';
import { SourceError } from '../../src/calendar/source-error.ts';
import type { UserSettings } from '../../src/settings/settings.ts';
import type { SourceReader } from '../../src/sources/contract.ts';
import type { ReadFile } from '../../src/sources/file/read-file.ts';
import { sampleOccurrences } from '../../src/sources/sample/sample-occurrences.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import type { SummaryText } from '../../src/summary/summary-text.ts';
import { importFile } from '../../src/sync/import-file.ts';
import type { CreateClassifier } from '../../src/sync/labeller.ts';
import { HOUR_MS, MINUTE_MS, overlaps } from '../../src/time/interval.ts';
import { instantOfWall, parsePlain } from '../../src/time/zone.ts';
import { translator } from '../../src/words/translate.ts';
import { labelByCorrections, labelled, occurrence } from '../store/fixtures.ts';
import type { Life } from '../sync/killable.ts';

const ZONE = 'Europe/Berlin';
export const OWN = { id: 'craftweek', root: 'chrome-extension://craftweek/' };
export const PAGE = { id: 'craftweek', url: 'chrome-extension://craftweek/popup/index.html' };

export function at(wall: string): number {
  return instantOfWall(parsePlain(wall), ZONE);
}

function texts(): Record<string, string> {
  const read = (subject: string) =>
    JSON.parse(
      readFileSync(new URL(`../../extension/_locales/en/${subject}.json`, import.meta.url), 'utf8'),
    ) as Record<string, string>;
  return { ...read('summary'), ...read('background'), ...read('plan') };
}

/**
 * Reads files of lines `YYYY-MM-DDTHH:MM minutes title`, after a first line CAL. A file whose first line is ENDLESS is
 * read for ever, until it is stopped.
 */
const readLines: ReadFile = async (text, { sourceId, calendarId, window, zone, signal }) => {
  if (text.startsWith('ENDLESS')) {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
    }
  }
  const [head, ...lines] = text.split('\n');
  if (head !== 'CAL') throw new SourceError('not-a-calendar', 'no calendar in it');
  const occurrences = lines.map((line) => {
    const [wall = '', minutes = '60', title = ''] = line.split(' ');
    const startMs = instantOfWall(parsePlain(wall), zone);
    const endMs = startMs + Number(minutes) * MINUTE_MS;
    return occurrence({ sourceId, calendarId, uid: title, title, startMs, endMs });
  });
  return { occurrences: occurrences.filter((o) => overlaps(o, window)), problems: [], calendar: {} };
};

/** Labels by corrections; whoever owns this address has nothing but talks with people. */
export const BOSS = 'boss@example.org';

const classifierOf: CreateClassifier = ({ corrections, rules, calendars, ownAddresses }) => ({
  classify: ownAddresses.includes(BOSS)
    ? () => labelled('people')
    : labelByCorrections({ revision: '', corrections, rules, calendars }),
});

let worlds = 0;

/** What outlives a background: the store, the browser, the clock. */
export class World {
  readonly databaseName = `world-${++worlds}`;
  readonly store: Store = openStore(this.databaseName);
  nowMs: number;
  readonly synced = new Map<string, unknown>();
  private readonly settingsListeners = new Set<(keys: readonly string[]) => void>();
  /** The setting that the browser has no room for. */
  refuseSetting = '';
  readonly alarms = new Map<string, { when?: number; minutes?: number }>();
  /** Every notification that was ever shown. */
  readonly shown: { id: string; text: SummaryText }[] = [];
  readonly onScreen = new Set<string>();
  readonly opened: string[] = [];
  readonly reports: string[] = [];
  badge = { share: null as number | null, badge: '', title: '' };
  secrets = true;
  disconnect: (sourceId: string) => Promise<boolean> = async () => true;
  readers = new Map<string, SourceReader>();
  machineZone = ZONE;
  classifierVersion = '1';
  /** How files are read and entries labelled; plain enough to be seen through, where a test does not say otherwise. */
  readFile: ReadFile = readLines;
  createClassifier: CreateClassifier = classifierOf;
  private ids = 0;

  constructor(wall: string) {
    this.nowMs = at(wall);
  }

  /** A background that lives in this world. */
  wake(life: Life): Background {
    const storage: SettingsStorage = {
      get: async (keys) => {
        life.breathe();
        return Object.fromEntries(keys.flatMap((k) => (this.synced.has(k) ? [[k, this.synced.get(k)]] : [])));
      },
      set: (items) =>
        life.deed(async () => {
          if (Object.keys(items).includes(this.refuseSetting)) throw new Error('QUOTA_BYTES quota exceeded');
          for (const [key, value] of Object.entries(items)) this.synced.set(key, structuredClone(value));
          for (const listener of this.settingsListeners) listener(Object.keys(items));
        }),
      remove: (keys) =>
        life.deed(async () => {
          for (const key of keys) this.synced.delete(key);
        }),
      onChanged: (callback) => {
        this.settingsListeners.add(callback);
        return () => this.settingsListeners.delete(callback);
      },
    };
    const words = texts();
    const parts: BackgroundParts = {
      store: life.store(this.store),
      settings: settingsOver(storage, { now: () => this.nowMs, zone: () => this.machineZone }),
      now: () => this.nowMs,
      machineZone: () => this.machineZone,
      classifier: async () => this.createClassifier,
      classifierVersion: this.classifierVersion,
      readFile: this.readFile,
      makeSample: sampleOccurrences,
      connectors: {
        google: {
          connect: async () => ({ sourceId: 'google', name: 'me' }),
          reader: async (source) => this.readers.get(source.id) ?? null,
          disconnect: (id) => this.disconnect(id),
        },
        outlook: {
          connect: async () => ({ sourceId: 'outlook', name: 'me' }),
          reader: async (source) => this.readers.get(source.id) ?? null,
          disconnect: async () => true,
        },
        caldav: {
          connect: async () => ({ sourceId: 'caldav', name: 'me' }),
          reader: async (source) => this.readers.get(source.id) ?? null,
          disconnect: (id) => this.disconnect(id),
        },
        'google-export': {
          accounts: async () => [],
          connect: async () => ({ sourceId: 'google-export', name: 'Google' }),
          reader: async (source) => this.readers.get(source.id) ?? null,
          disconnect: async () => true,
        },
        'ics-address': {
          connect: async () => ({ sourceId: 'address', name: 'Feed' }),
          reader: async (source) => this.readers.get(source.id) ?? null,
          disconnect: async () => true,
        },
      },
      signIns: {
        google: { clientId: async () => null, begin: async () => '' },
        outlook: { clientId: async () => null, begin: async () => '' },
      },
      locks: null,
      alarms: {
        at: (name, when) => life.deed(async () => void this.alarms.set(name, { when })),
        every: (name, minutes) => life.deed(async () => void this.alarms.set(name, { minutes })),
        clear: (name) => life.deed(async () => void this.alarms.delete(name)),
      },
      notifier: {
        show: (id, text) =>
          life.deed(async () => {
            this.shown.push({ id, text });
            this.onScreen.add(id);
          }),
        visible: async () => {
          life.breathe();
          return [...this.onScreen];
        },
        clear: (id) => life.deed(async () => void this.onScreen.delete(id)),
      },
      toolbar: {
        show: (share, badge, title) =>
          life.deed(async () => {
            this.badge = { share, badge, title };
          }),
      },
      openPage: (path) => life.deed(async () => void this.opened.push(path)),
      t: translator((key) => words[key], 'en'),
      newId: () => `id-${++this.ids}`,
      forgetSecrets: () =>
        life.deed(async () => {
          this.secrets = false;
        }),
      after: () => new Promise(() => undefined),
      report: (what, error) => this.reports.push(`${what}: ${String(error)}`),
    };
    return createBackground(parts);
  }

  set(settings: Partial<UserSettings>): void {
    for (const [key, value] of Object.entries(settings)) this.synced.set(key, value);
  }

  /** Each file is given once more now, and says the same: what is spoken of is as old as its giving. */
  async giveAgain(): Promise<void> {
    const context = { ownAddresses: [], zone: ZONE };
    const run = {
      store: this.store,
      read: readLines,
      label: labelByCorrections,
      context,
      now: () => this.nowMs,
    };
    for (const { id } of await this.store.sources()) {
      const file = await this.store.file(id);
      if (!file) continue;
      await importFile(run, await this.store.putInbox({ name: file.name, text: file.text, replaces: id }));
    }
  }

  /** Real time passes beyond the life of any lease. */
  pass(ms: number = HOUR_MS): void {
    this.nowMs += ms;
  }
}

/** A command from a page of ours. */
export function command(background: Background, name: string, input: unknown) {
  return background.message({ command: name, input }, PAGE, OWN);
}

/** A command that must succeed, and its value. */
export async function done<T>(background: Background, name: string, input: unknown): Promise<T> {
  const answer = await command(background, name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.message}`);
  return answer.value as T;
}

/** Waits until nothing is left that the background does without being waited for. */
export async function settled(background: Background): Promise<void> {
  // Each joins what runs, and runs once more behind it.
  await background.alarm('midnight');
  await background.alarm('midnight');
}
