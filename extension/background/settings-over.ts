import type { UserSettings } from '../../src/settings/settings.ts';
import {
  parseFields,
  parseUserSettings,
  SETTING_NAMES,
  type SettingProblem,
} from '../../src/settings/settings-schema.ts';

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
  /** Answers when the values are kept. Throws `BadSettingError`, and keeps nothing, where one is not valid. */
  writeSettings(part: Partial<UserSettings>): Promise<void>;
  /** Every setting takes its default. */
  resetSettings(): Promise<void>;
  /** Calls back with all settings after each change, made here or on another machine. */
  onSettings(callback: (settings: UserSettings) => void): () => void;
}

/** A value that is no valid setting; nothing was kept. */
export class BadSettingError extends Error {
  override name = 'BadSettingError';
  readonly code = 'bad-setting';
  readonly problems: readonly SettingProblem[];

  constructor(problems: readonly SettingProblem[]) {
    super(problems.map((p) => p.message).join('; '));
    this.problems = problems;
  }
}

export function settingsOver(storage: SettingsStorage): SettingsArea {
  const readSettingsAndProblems = async (): Promise<ReturnType<typeof parseUserSettings>> =>
    parseUserSettings(await storage.get([...SETTING_NAMES]));
  const readSettings = async (): Promise<UserSettings> => (await readSettingsAndProblems()).settings;
  return {
    readSettings,
    readSettingsAndProblems,
    async writeSettings(part) {
      const { settings, problems } = parseFields({ ...part });
      if (problems.length > 0) throw new BadSettingError(problems);
      await storage.set({ ...settings });
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
