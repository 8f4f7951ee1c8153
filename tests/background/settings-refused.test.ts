import { expect, test } from 'vitest';
import { type SettingsStorage, settingsOver } from '../../extension/background/settings-over.ts';

function refusing(error: Error): SettingsStorage {
  return {
    get: async () => ({}),
    set: () => Promise.reject(error),
    remove: async () => undefined,
    onChanged: () => () => undefined,
  };
}

const machine = { now: () => Date.UTC(2026, 10, 18), zone: () => 'Europe/Berlin' };

test.each([
  ['Chromium, an item too large', new Error('QUOTA_BYTES_PER_ITEM quota exceeded'), 'full'],
  ['Chromium, all full', new Error('QUOTA_BYTES quota exceeded'), 'full'],
  [
    'Chromium, too many changes',
    new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.'),
    'often',
  ],
  [
    'Firefox',
    Object.assign(new Error('storage.sync API call exceeded its quota limitations.'), {
      name: 'QuotaExceededError',
    }),
    'full',
  ],
  ['anything else', new Error('no'), 'unknown'],
])('a setting that the browser refuses says why: %s', async (_name, error, code) => {
  const { writeSettings } = settingsOver(refusing(error), machine);
  await expect(writeSettings({ focusMinutes: 90 })).rejects.toMatchObject({ code });
});
