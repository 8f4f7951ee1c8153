import { changedForAll, changedFrom, type SettingsReach, sameValue } from '../../src/settings/dated.ts';
import { zoneOf } from '../../src/settings/load-settings.ts';
import type { UserSettings } from '../../src/settings/settings.ts';
import {
  parseFields,
  parseUserSettings,
  SETTING_NAMES,
  type SettingProblem,
} from '../../src/settings/settings-schema.ts';
import { weekAt } from '../../src/time/week.ts';
import type { PlainDate } from '../../src/time/zone.ts';

/** What the settings need of a browser's storage area. Each setting is one item, named as its field. */
export interface SettingsStorage {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  /** Calls back with the names of changed items; answers with the way to stop. */
  onChanged(callback: (keys: readonly string[]) => void): () => void;
}

/** The user's settings, validated in both directions. */
export interface SettingsArea {
  /** Never fails on what is stored: a bad field takes its default. */
  readSettings(): Promise<UserSettings>;
  /** The same, with what was wrong. */
  readSettingsAndProblems(): Promise<{ settings: UserSettings; problems: readonly SettingProblem[] }>;
  /**
   * Answers when the values are kept. Those that a week's figures rest on hold from the running week on, unless they
   * are to hold for all weeks. Throws `BadSettingError` where one is not valid, `NotKeptError` where the browser
   * refuses; nothing is kept then.
   */
  writeSettings(part: Partial<UserSettings>, reach?: SettingsReach): Promise<void>;
  /**
   * Takes the settings of a backup, exactly as they are in it, with what held before where it says so. What the browser
   * refuses costs itself only. Answers how many hold now, and the names of those refused.
   */
  restoreSettings(given: Readonly<Record<string, unknown>>): Promise<{ kept: number; refused: string[] }>;
  /** Every setting takes its default. */
  resetSettings(): Promise<void>;
  /** Calls back with all settings after each change, made here or on another machine. */
  onSettings(callback: (settings: UserSettings) => void): () => void;
}

/** A value that is no valid setting; nothing was kept. */
class BadSettingError extends Error {
  override name = 'BadSettingError';
  readonly code: 'bad-setting' | 'full';
  readonly problems: readonly SettingProblem[];

  constructor(problems: readonly SettingProblem[]) {
    super(problems.map((p) => p.message).join('; '));
    this.problems = problems;
    this.code = problems.some((p) => p.why === 'too-large') ? 'full' : 'bad-setting';
  }
}

/** The browser did not keep a setting: its room for settings is `full`, or it takes so many changes a minute (`often`). */
class NotKeptError extends Error {
  override name = 'NotKeptError';
  readonly code: 'full' | 'often' | 'unknown';

  constructor(cause: unknown) {
    super('the browser did not keep the settings', { cause });
    this.code = whyNotKept(cause);
  }
}

/** Chromium names the limit in the text of the error; Firefox says that the quota is exceeded. */
function whyNotKept(cause: unknown): NotKeptError['code'] {
  if (!(cause instanceof Error)) return 'unknown';
  if (/MAX_WRITE_OPERATIONS/.test(cause.message)) return 'often';
  return /quota/i.test(`${cause.name} ${cause.message}`) ? 'full' : 'unknown';
}

/** The machine's own clock and zone. */
export interface Machine {
  readonly now: () => number;
  readonly zone: () => string;
}

export function settingsOver(storage: SettingsStorage, machine: Machine): SettingsArea {
  const readSettingsAndProblems = async (): Promise<ReturnType<typeof parseUserSettings>> =>
    parseUserSettings(await storage.get([...SETTING_NAMES]));
  const readSettings = async (): Promise<UserSettings> => (await readSettingsAndProblems()).settings;
  const weekNow = (known: UserSettings): PlainDate =>
    weekAt(machine.now(), zoneOf(known, machine.zone()), known.weekStart);
  const keep = async (items: Record<string, unknown>): Promise<void> => {
    try {
      await storage.set(items);
    } catch (cause) {
      throw new NotKeptError(cause);
    }
  };
  /** All at once, or what goes in one by one; answers the names of those that do not. */
  const keepEach = async (items: readonly [string, unknown][]): Promise<string[]> => {
    try {
      await keep(Object.fromEntries(items));
      return [];
    } catch {
      // One of them, or all of them together, is too much for the browser.
    }
    const refused: string[] = [];
    for (const [name, value] of items) await keep({ [name]: value }).catch(() => refused.push(name));
    return refused;
  };
  return {
    readSettings,
    readSettingsAndProblems,
    async writeSettings(part, reach = 'from-this-week') {
      const { settings, problems } = parseFields({ ...part });
      if (problems.length > 0) throw new BadSettingError(problems);
      const known = await readSettings();
      const kept =
        reach === 'all-weeks' ? changedForAll(known, settings) : changedFrom(known, settings, weekNow(known));
      await keep(kept);
    },
    async restoreSettings(given) {
      const { settings } = parseFields(given);
      const known = await readSettings();
      const wanted = settings.earlier === undefined ? changedFrom(known, settings, weekNow(known)) : settings;
      const differing = Object.entries(wanted).filter(
        ([name, value]) => !sameValue(value, known[name as keyof UserSettings]),
      );
      const refused = differing.length === 0 ? [] : await keepEach(differing);
      return { kept: Object.keys(settings).filter((name) => !refused.includes(name)).length, refused };
    },
    resetSettings: () => storage.remove([...SETTING_NAMES]),
    onSettings(callback) {
      const names = new Set<string>(SETTING_NAMES);
      return storage.onChanged((keys) => {
        if (keys.some((key) => names.has(key))) void readSettings().then(callback);
      });
    },
  };
}
