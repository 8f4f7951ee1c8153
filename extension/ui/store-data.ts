import browser from 'webextension-polyfill';
import { openPageStore } from '../../src/store/page-store.ts';
import type { Translate } from '../../src/words/translate.ts';
import { onSettings, readSettings, writeSettings } from '../background/settings-area.ts';
import type { PageData } from './data.ts';
import { glanceBasis } from './glance.ts';
import { commandSender } from './send-command.ts';
import { signInWindow } from './sign-in-window.ts';
import { browserWords } from './words.ts';

/** Several changes in a row, as a reading writes page by page, are one to the eye. */
const CALM_MS = 120;

/** A page's data over the extension's store, settings and background. */
export function storeData(): PageData {
  const store = openPageStore();
  return {
    sources: store.sources,
    calendars: store.calendars,
    occurrences: store.occurrences,
    counted: store.counted,
    closedWeeks: store.closedWeeks,
    closedEntries: store.closedEntries,
    weeks: store.weeks,
    restated: store.restated,
    diagnosis: store.diagnosis,
    setAside: async () => (await store.inbox()).filter((row) => !row.outcome && row.setAside !== undefined),
    extent: store.extent,
    changes: store.changes,
    takenMoves: store.takenMoves,
    progress: store.progress,
    entryCounts: store.entryCounts,
    problems: store.problems,
    corrections: store.corrections,
    rules: store.rules,
    settings: readSettings,
    async saveSettings(part, reach) {
      const nothingStands = (await store.closedWeeks()).length === 0;
      await writeSettings(part, reach ?? (nothingStands ? 'all-weeks' : 'from-this-week'));
    },
    putInbox: store.putInbox,
    watch(onChange) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const soon = (): void => {
        clearTimeout(timer);
        timer = setTimeout(onChange, CALM_MS);
      };
      const channel = new BroadcastChannel('craftweek-store');
      channel.addEventListener('message', soon);
      const stopSettings = onSettings(soon);
      return () => {
        clearTimeout(timer);
        channel.close();
        stopSettings();
      };
    },
    async markGlance() {
      const [state, settings] = await Promise.all([store.glanceState(), browser.storage.sync.get(null)]);
      const { version } = browser.runtime.getManifest();
      const language = browser.i18n.getUILanguage();
      return { state, basis: glanceBasis({ version, language, inPopup: isToolbarPopup() })(settings) };
    },
    keepGlance: ({ state, basis }, picture) => store.putGlance(state, { ...picture, basis }),
    commands: commandSender((message) => browser.runtime.sendMessage(message)),
    signIn: { google: signInWindow('google'), outlook: signInWindow('outlook') },
    allowHosts: (patterns) => browser.permissions.request({ origins: [...patterns] }),
    async onToolbar() {
      // Older Firefox does not have the question, and no browser need have the answer.
      const settings = await browser.action.getUserSettings?.();
      return settings?.isOnToolbar ?? null;
    },
    openPage(page) {
      void browser.tabs.create({ url: browser.runtime.getURL(page) });
      // A toolbar popup stays open in some browsers when a tab comes up behind it.
      if (isToolbarPopup()) window.close();
    },
    inPopup: isToolbarPopup(),
    machineZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

function isToolbarPopup(): boolean {
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}

/** The messages of the browser's language. */
export function pageWords(): Translate {
  return browserWords((key) => browser.i18n.getMessage(key), browser.i18n.getUILanguage());
}

/** The element that a page is drawn into, and the address it was opened at. */
export function pageRoot(): { root: HTMLElement; query: URLSearchParams } {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  return { root, query: new URLSearchParams(location.search) };
}
