/// <reference types="vite/client" />
import { translator } from '../../../src/words/translate.ts';
import { mockData, nowOf, STATES, type State } from './mock-data.ts';

// One page of the extension over plain values: ?page=popup&state=full&lang=de
const query = new URLSearchParams(location.search);
const state = STATES.find((s) => s === query.get('state')) ?? ('full' satisfies State);
const language = query.get('lang') ?? 'en';

const files = import.meta.glob<Record<string, string>>('../../../extension/_locales/*/*.json', {
  eager: true,
  import: 'default',
});
const messages = Object.assign(
  {},
  ...Object.entries(files).flatMap(([path, texts]) =>
    path.includes(`/_locales/${language}/`) ? [texts] : [],
  ),
) as Record<string, string>;
const t = translator((key) => messages[key], language);
const root = document.getElementById('root');
if (!root) throw new Error('no root');
const data = mockData(state, { inPopup: query.get('tab') !== '1' });
Object.assign(globalThis, { mock: data });
const now = (): number => nowOf(state);

switch (query.get('page')) {
  case 'settings': {
    await import('../../../extension/settings/settings.css');
    const { mount } = await import('../../../extension/settings/mount.tsx');
    mount(data, now, t, { root, query });
    break;
  }
  case 'welcome': {
    await import('../../../extension/welcome/welcome.css');
    const { mount } = await import('../../../extension/welcome/mount.tsx');
    mount(data, now, t, { root, query });
    break;
  }
  case 'report': {
    await import('../../../extension/report/report.css');
    const { mount } = await import('../../../extension/report/mount.tsx');
    mount(data, now, t, { root, query });
    break;
  }
  default: {
    await import('../../../extension/popup/popup.css');
    const { mount } = await import('../../../extension/popup/mount.tsx');
    mount(data, now, t, { root, query });
  }
}
