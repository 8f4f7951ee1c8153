import browser from 'webextension-polyfill';
import { machineTime } from './clock.ts';
import type { Alarms, Notifier, Toolbar } from './parts.ts';
import { toolbarIcon } from './toolbar-icon.ts';

/** Alarms, notifications and the toolbar over the browser's own. */
export const alarms: Alarms = {
  async at(name, whenMs) {
    const when = machineTime(whenMs);
    const known = await browser.alarms.get(name);
    if (known?.scheduledTime === when && known.periodInMinutes === undefined) return;
    browser.alarms.create(name, { when });
  },
  async every(name, minutes) {
    const known = await browser.alarms.get(name);
    // Setting it anew would begin its period anew: woken often enough, it would never ring.
    if (known?.periodInMinutes === minutes) return;
    browser.alarms.create(name, { periodInMinutes: minutes });
  },
  async clear(name) {
    await browser.alarms.clear(name);
  },
};

export const notifier: Notifier = {
  async show(id, { title, body }) {
    await browser.notifications.create(id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('icons/128.png'),
      title,
      message: body,
    });
  },
  async visible() {
    return Object.keys(await browser.notifications.getAll());
  },
  async clear(id) {
    await browser.notifications.clear(id);
  },
};

/** Text and ground of the badge: enough contrast in both, and no alarm in its colour. */
const BADGE = { text: '#ffffff', ground: '#4a4d55' } as const;

/** From the root: browsers read a bare path from the folder of the script. */
const OWN_ICON = { 16: '/icons/16.png', 32: '/icons/32.png', 48: '/icons/48.png' };

export const toolbar: Toolbar = {
  async show(share, badge, title) {
    const { action } = browser;
    await Promise.all([
      action.setBadgeText({ text: badge }),
      action.setBadgeBackgroundColor({ color: BADGE.ground }),
      action.setBadgeTextColor?.({ color: BADGE.text }),
      action.setTitle({ title }),
      // An ImageData of the page's kind and one of the worker's kind are the same thing under two types.
      share === null
        ? action.setIcon({ path: OWN_ICON })
        : action.setIcon({ imageData: toolbarIcon(share) as never }),
    ]);
  },
};
