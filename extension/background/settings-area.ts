import browser from 'webextension-polyfill';
import { now } from './clock.ts';
import { type SettingsStorage, settingsOver } from './settings-over.ts';

const syncStorage: SettingsStorage = {
  get: (keys) => browser.storage.sync.get(keys),
  set: (items) => browser.storage.sync.set(items),
  remove: (keys) => browser.storage.sync.remove(keys),
  onChanged(callback) {
    const listener = (changes: Record<string, unknown>, area: string): void => {
      if (area === 'sync') callback(Object.keys(changes));
    };
    browser.storage.onChanged.addListener(listener);
    return () => browser.storage.onChanged.removeListener(listener);
  },
};

/** The user's settings over `storage.sync`; for the background and every page. */
export const settingsArea = settingsOver(syncStorage, {
  now,
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
});

export const { readSettings, writeSettings, onSettings } = settingsArea;
