import browser, { type Runtime } from 'webextension-polyfill';
import { createClassifier } from '../../src/classify/classifier.ts';
import { type Model, readModel } from '../../src/classify/model-format.ts';
import { CLASSIFIER_VERSION } from '../../src/classify/version.ts';
import { sampleOccurrences } from '../../src/sources/sample/sample-occurrences.ts';
import { openStore } from '../../src/store/open.ts';
import { browserWords } from '../ui/words.ts';
import { serversOf } from './account-servers.ts';
import { createAddressFeeds } from './address-feeds.ts';
import { createBackground } from './background.ts';
import { alarms, notifier, toolbar } from './browser-parts.ts';
import { createCaldavAccounts } from './caldav-accounts.ts';
import { storeChannel } from './channel.ts';
import { clockReady, now, onClockMoved } from './clock.ts';
import { createGoogleAccounts } from './google-accounts.ts';
import { googleCalendarOrigin } from './google-calendar-origin.ts';
import { createGoogleExports } from './google-export.ts';
import { localSecrets } from './local-secrets.ts';
import { createOutlookAccounts } from './outlook-accounts.ts';
import { readFile } from './read-file.ts';
import { settingsArea } from './settings-area.ts';

/** Client id of the build, from CRAFTWEEK_GOOGLE_CLIENT_ID; empty where it has none. */
declare const __GOOGLE_CLIENT_ID__: string;
/** The same of Microsoft, from CRAFTWEEK_MICROSOFT_CLIENT_ID. */
declare const __MICROSOFT_CLIENT_ID__: string;

const { runtime } = browser;
const own = { id: runtime.id, root: runtime.getURL('') };
const t = browserWords((key) => browser.i18n.getMessage(key), browser.i18n.getUILanguage());

const accountParts = {
  secrets: localSecrets,
  fetch: (input: Request | URL | string, init?: RequestInit) => fetch(input, init),
  now,
  random: Math.random,
  sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
  signInSilently: (url: string) => browser.identity.launchWebAuthFlow({ url, interactive: false }),
};
const google = createGoogleAccounts({
  ...accountParts,
  servers: serversOf('google'),
  builtInClientId: __GOOGLE_CLIENT_ID__,
});
const outlook = createOutlookAccounts({
  ...accountParts,
  servers: serversOf('outlook'),
  builtInClientId: __MICROSOFT_CLIENT_ID__,
});

/** Read when the first label is needed, and kept. */
let model: Model | null = null;

const deadline = (ms: number): AbortSignal => AbortSignal.timeout(ms);
const ask = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);

const googleExport = createGoogleExports({
  secrets: localSecrets,
  fetch: ask,
  deadline,
  now,
  origin: googleCalendarOrigin,
  read: readFile,
  names: {
    account: (n) => (n === 0 ? t('kind_google_export') : t('connect_account_nth', { number: n + 1 })),
    own: t('connect_own_calendar'),
  },
});

const addresses = createAddressFeeds({
  secrets: localSecrets,
  fetch: ask,
  deadline,
  now,
  read: readFile,
  newId: () => crypto.randomUUID(),
  unnamed: (host) => t('connect_unnamed', { host }),
});

const background = createBackground({
  store: openStore(undefined, { onWritten: storeChannel() }),
  settings: settingsArea,
  now,
  machineZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  classifier: async () => {
    model ??= readModel(new Uint8Array(await (await fetch(runtime.getURL('model.bin'))).arrayBuffer()));
    const loaded = model;
    return (options) => createClassifier({ ...options, model: loaded });
  },
  classifierVersion: CLASSIFIER_VERSION,
  readFile,
  makeSample: (nowMs, zone) => sampleOccurrences(nowMs, zone, t.locale),
  connectors: {
    google,
    'google-export': googleExport,
    'ics-address': addresses,
    outlook,
    caldav: createCaldavAccounts(accountParts),
  },
  signIns: { google, outlook },
  locks: navigator.locks,
  alarms,
  notifier,
  toolbar,
  openPage: async (path) => {
    await browser.tabs.create({ url: runtime.getURL(path) });
  },
  t,
  newId: () => crypto.randomUUID(),
  forgetSecrets: () => browser.storage.local.clear(),
  after: (ms) => new Promise((done) => setTimeout(done, ms)),
  report: (what, error) => {
    // The name alone: the text of an error may hold a title or an address.
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    console.warn(`Craftweek: ${what} failed: ${error instanceof Error ? error.name : typeof error}${code}`);
  },
});

/** The clock must be right before anything is decided. */
const ready = clockReady;

// Every listener stands here, in the first turn of the script: a browser that wakes it for an event delivers the
// event only to listeners that are there by then.
runtime.onInstalled.addListener((details) => {
  void ready.then(async () => {
    if (details.reason === 'install') await background.installed();
    await background.started();
  });
});
runtime.onStartup.addListener(() => {
  void ready.then(background.started);
});
runtime.onMessage.addListener(async (message: unknown, sender: Runtime.MessageSender) => {
  await ready;
  return background.message(message, sender, own);
});
browser.alarms.onAlarm.addListener(({ name }) => {
  void ready.then(() => background.alarm(name));
});
browser.notifications.onClicked.addListener((id) => {
  void ready.then(() => background.notificationClicked(id));
});
browser.notifications.onClosed.addListener((id) => {
  void ready.then(() => background.notificationClosed(id));
});
settingsArea.onSettings(() => {
  void ready.then(background.settingsChanged);
});
onClockMoved(() => void background.settingsChanged());

void ready.then(background.woken);
