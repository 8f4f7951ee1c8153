import browser from 'webextension-polyfill';
import type { SecretStorage } from '../../src/accounts/secret-storage.ts';

const { local } = browser.storage;

/** Secrets in `storage.local`: on this machine, in no export, and no page of the web can read it. */
export const localSecrets: SecretStorage = {
  get: async (key) => (await local.get(key))[key],
  set: (key, value) => local.set({ [key]: value }),
  remove: (key) => local.remove(key),
};
