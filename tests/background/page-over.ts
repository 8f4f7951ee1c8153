import { readdirSync, readFileSync } from 'node:fs';
import type { Background } from '../../extension/background/background.ts';
import { settingsOver } from '../../extension/background/settings-over.ts';
import type { PageData } from '../../extension/ui/data.ts';
import type { Page } from '../../extension/ui/page.ts';
import { commandSender } from '../../extension/ui/send-command.ts';
import { createToasts } from '../../extension/ui/toasts.ts';
import { type Translate, translator } from '../../src/words/translate.ts';
import { OWN, PAGE, type World } from './world.ts';

/** A page of the extension over a world: its store, its settings, its background, its clock. */
export function pageOver(world: World, background: Background): Page {
  return { data: dataOver(world, background), t: words(), now: () => world.nowMs, toasts: createToasts() };
}

function dataOver(world: World, background: Background): PageData {
  const { store } = world;
  const settings = settingsOver(
    {
      get: async (keys) =>
        Object.fromEntries(keys.flatMap((k) => (world.synced.has(k) ? [[k, world.synced.get(k)]] : []))),
      set: async (items) => world.set(items),
      remove: async (keys) => {
        for (const key of keys) world.synced.delete(key);
      },
      onChanged: () => () => undefined,
    },
    { now: () => world.nowMs, zone: () => world.machineZone },
  );
  return {
    ...store,
    setAside: async () => [],
    settings: settings.readSettings,
    saveSettings: async (part, reach = 'from-this-week') => {
      await settings.writeSettings(part, reach);
    },
    watch: () => () => undefined,
    markGlance: async () => ({ state: '', basis: '' }),
    keepGlance: async () => undefined,
    commands: commandSender((message) => background.message(message, PAGE, OWN)),
    signIn: { google: NO_WINDOW, outlook: NO_WINDOW },
    allowHosts: async () => true,
    onToolbar: async () => null,
    openPage: () => undefined,
    inPopup: true,
    machineZone: world.machineZone,
  };
}

const NO_WINDOW = { allow: async () => true, redirectUri: () => '', signIn: async () => null };

/** The English words of every subject. */
function words(): Translate {
  const folder = new URL('../../extension/_locales/en/', import.meta.url);
  const texts: Record<string, string> = Object.assign(
    {},
    ...readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object),
  );
  return translator((key) => texts[key], 'en');
}
