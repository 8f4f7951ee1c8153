import { type Signal, signal } from '@preact/signals';
import type { Correction, Rule } from '../../src/calendar/correction.ts';
import type { Calendar, Source } from '../../src/calendar/source.ts';
import type { SettingsReach } from '../../src/settings/dated.ts';
import type { UserSettings } from '../../src/settings/settings.ts';
import type { Commands } from '../background/commands.ts';
import type { Page } from '../ui/page.ts';
import { causeOf, worded } from '../ui/words.ts';

/** The sections of the page; each says by itself that it was saved. */
export type SectionId = 'hours' | 'focus' | 'you' | 'summary' | 'target' | 'calendars' | 'choices' | 'data';

/** Everything that the page shows. */
export interface SettingsRead {
  readonly settings: UserSettings;
  readonly sources: readonly Source[];
  readonly calendars: readonly Calendar[];
  readonly corrections: readonly Correction[];
  readonly rules: readonly Rule[];
  /** Number of weeks whose figures stand, and of those that the calendars of today would make others. */
  readonly closed: number;
  readonly differing: number;
}

export interface SettingsModel {
  readonly read: Signal<SettingsRead | null>;
  /** Why the store cannot be read, as the code of its error; null where it can. */
  readonly failed: Signal<string | null>;
  /** The section that was saved last, for a moment. */
  readonly saved: Signal<SectionId | null>;
  /** `reach` says how far a change of what weeks rest on reaches back; the store's own rule where it is absent. */
  save(section: SectionId, part: Partial<UserSettings>, reach?: SettingsReach): Promise<void>;
  /** Sends a command and reads anew; a refusal is told at the page's foot. Answers with the value or null. */
  command<K extends keyof Commands>(
    section: SectionId,
    command: K,
    input: Parameters<Commands[K]>[0],
  ): Promise<ReturnType<Commands[K]> | null>;
  reload(): Promise<void>;
  dispose(): void;
}

const SAVED_MS = 2_500;

export function createSettingsModel({ data, t, toasts }: Page): SettingsModel {
  const read = signal<SettingsRead | null>(null);
  const failed = signal<string | null>(null);
  const saved = signal<SectionId | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;

  const reload = async (): Promise<void> => {
    const mine = ++latest;
    try {
      const [settings, sources, calendars, corrections, rules, rows, weeks] = await Promise.all([
        data.settings(),
        data.sources(),
        data.calendars(),
        data.corrections(),
        data.rules(),
        data.closedWeeks({}),
        data.weeks({}),
      ]);
      if (mine !== latest) return;
      failed.value = null;
      const today = new Map(weeks.map((week) => [week.week, week]));
      const differing = rows.filter(({ week, figures }) => {
        const now = today.get(week);
        return (now?.changedSince ?? 0) > 0 && now?.craftShare !== figures.craftShare;
      }).length;
      read.value = {
        settings,
        sources,
        calendars,
        corrections,
        rules,
        closed: rows.length,
        differing,
      };
    } catch (cause) {
      console.error('Craftweek could not read its settings', cause);
      if (mine === latest) failed.value = causeOf(cause);
    }
  };
  const confirm = (section: SectionId): void => {
    clearTimeout(timer);
    saved.value = section;
    timer = setTimeout(() => {
      saved.value = null;
    }, SAVED_MS);
  };
  const stop = data.watch(() => void reload());
  void reload();

  return {
    read,
    failed,
    saved,
    reload,
    async save(section, part, reach) {
      try {
        await data.saveSettings(part, reach);
        if (read.value) read.value = { ...read.value, settings: { ...read.value.settings, ...part } };
        confirm(section);
      } catch (cause) {
        // Synced storage can be full, or throttled after many changes.
        console.error('Craftweek could not save a setting', cause);
        toasts.show({ text: worded(t, 'settings_not_saved', causeOf(cause), 'settings_not_saved') });
      }
    },
    async command(section, command, input) {
      const answer = await data.commands(command, input);
      await reload();
      if (!answer.ok) {
        toasts.show({ text: worded(t, 'error', answer.code, 'error_unknown') });
        return null;
      }
      confirm(section);
      return answer.value;
    },
    dispose() {
      stop();
      clearTimeout(timer);
      latest++;
    },
  };
}
