import browser, { type Permissions } from 'webextension-polyfill';
import type { SignInKind } from '../background/connectors.ts';

/** What a page needs of the browser to go through a provider's sign-in page. */
export interface SignInWindow {
  /** Asks the user for what it takes; call it first thing in a click. */
  allow(): Promise<boolean>;
  /** The address that the provider sends the browser back to; it has to be registered with the client id. */
  redirectUri(): string;
  /** Shows the sign-in page; answers with the address that it went back to, or null where it was closed. */
  signIn(url: string): Promise<string | null>;
}

const ORIGINS = {
  google: ['https://www.googleapis.com/*', 'https://oauth2.googleapis.com/*'],
  outlook: ['https://graph.microsoft.com/*', 'https://login.microsoftonline.com/*'],
} as const satisfies Record<SignInKind, readonly string[]>;

/** The browser's own sign-in window, for one kind of account. */
export function signInWindow(kind: SignInKind): SignInWindow {
  return {
    allow: () =>
      browser.permissions.request({
        origins: [...ORIGINS[kind]],
        // Firefox has it from the start, and refuses to be asked for what is not optional there: so its types say.
        ...(isFirefox() ? {} : { permissions: ['identity'] }),
      } as object as Permissions.Permissions),
    redirectUri() {
      if (!isFirefox()) return `https://${browser.runtime.id}.chromiumapp.org/`;
      const own = browser.identity.getRedirectURL();
      if (kind !== 'google') return own;
      // Google takes no address of Firefox's own extensions.allizom.org; the loopback form is caught just the same.
      const [name] = new URL(own).hostname.split('.');
      return `http://127.0.0.1/mozoauth2/${name}`;
    },
    async signIn(url) {
      try {
        return await browser.identity.launchWebAuthFlow({ url, interactive: true });
      } catch {
        // Browsers word it differently; an interactive sign-in fails when its window is closed or cannot be shown.
        return null;
      }
    },
  };
}

function isFirefox(): boolean {
  return browser.runtime.getURL('').startsWith('moz-extension:');
}
