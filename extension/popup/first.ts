/**
 * The popup's first script, a classic one of its own that runs before any module: it paints what the popup showed last,
 * where that is still true, and lets the app be loaded behind that picture. The store drops the picture in the same
 * transaction as any change of what is shown; what else it rests on is compared here.
 */
import type { CraftweekDb, Glance } from '../../src/store/rows.ts';
import { STORE_NAME } from '../../src/store/store-name.ts';
import { glanceBasis } from '../ui/glance.ts';

/** The few calls that are needed, as every browser has them: the polyfill would be more than all of this script. */
declare const chrome: {
  readonly storage: { readonly sync: { get(keys: null): Promise<unknown> } };
  readonly runtime: { getManifest(): { readonly version: string } };
  readonly i18n: { getUILanguage(): string };
  readonly extension: { getViews(which: { type: 'popup' }): readonly Window[] };
};

/** A store that is held by a long write keeps the app waiting no longer than this. */
const PATIENCE_MS = 120;

/** What the popup showed last; null where there is nothing, or no store yet. Never makes a store. */
function keptGlance(): Promise<Glance | null> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(STORE_NAME);
    opening.onerror = () => resolve(null);
    opening.onblocked = () => resolve(null);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onsuccess = () => {
      const db = opening.result;
      const done = (glance: Glance | null): void => {
        db.close();
        resolve(glance);
      };
      if (!db.objectStoreNames.contains('state')) return done(null);
      const reading = db.transaction('state').objectStore('state').get('glance');
      reading.onerror = () => done(null);
      reading.onsuccess = () => {
        const row = reading.result as CraftweekDb['state']['value'] | undefined;
        done(row?.name === 'glance' ? row.shown : null);
      };
    };
  });
}

function paint(root: HTMLElement, { html, language, figures }: Glance, nowMs: number): void {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  root.replaceChildren(...body.childNodes);
  const figure = figures.findLast(({ fromMs }) => fromMs <= nowMs);
  const amount = root.querySelector('.share__figure .amount');
  for (const node of amount?.childNodes ?? []) if (figure && node instanceof Text) node.data = figure.text;
  // Nothing of it answers until the app has taken over.
  root.inert = true;
  document.documentElement.lang = language;
}

/** Paints the kept picture where it is true; answers whether it did. */
async function paintLast(root: HTMLElement): Promise<boolean> {
  const reading = Promise.all([keptGlance(), chrome.storage.sync.get(null)]);
  // While the browser reads: these calls take a while of their own.
  const { version } = chrome.runtime.getManifest();
  const inPopup = chrome.extension.getViews({ type: 'popup' }).includes(window);
  const basisOf = glanceBasis({ version, language: chrome.i18n.getUILanguage(), inPopup });
  const [glance, settings] = await reading;
  const nowMs = Date.now();
  if (glance === null || nowMs >= glance.untilMs || root.hasChildNodes()) return false;
  // A clock that was set back knows no figure of that moment.
  const early = glance.figures.length > 0 && (glance.figures[0]?.fromMs ?? 0) > nowMs;
  if (basisOf(settings) !== glance.basis || early) return false;
  paint(root, glance, nowMs);
  return true;
}

let begun = false;

function begin(): void {
  if (begun) return;
  begun = true;
  const app = document.createElement('script');
  app.type = 'module';
  app.src = './index.js';
  document.body.append(app);
}

const root = document.getElementById('root');
if (root === null || location.search !== '') begin();
else {
  setTimeout(begin, PATIENCE_MS);
  paintLast(root).then(
    (painted) => {
      if (painted) requestAnimationFrame(() => setTimeout(begin));
      else begin();
    },
    (cause: unknown) => {
      console.warn('Craftweek could not paint what it showed last', cause);
      begin();
    },
  );
}
