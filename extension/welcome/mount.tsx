import { signal } from '@preact/signals';
import { type JSX, render } from 'preact';
import { useMemo } from 'preact/hooks';
import { zoneOf } from '../../src/settings/load-settings.ts';
import type { UserSettings } from '../../src/settings/settings.ts';
import type { Translate } from '../../src/words/translate.ts';
import { hoursGroups } from '../popup/hours-groups.ts';
import { hoursText } from '../popup/parts/foot.tsx';
import { ConnectCalendar } from '../ui/connect/connect-calendar.tsx';
import { CountedCalendars } from '../ui/connect/counted-calendars.tsx';
import { WAYS, type Way } from '../ui/connect/ways.ts';
import type { PageData } from '../ui/data.ts';
import { type Page, PageContext, usePage } from '../ui/page.ts';
import { PinHint } from '../ui/pin-hint.tsx';
import { Toast } from '../ui/toast.tsx';
import { createToasts } from '../ui/toasts.ts';
import { IdealWeek } from './ideal-week.tsx';
import { WelcomeCraft } from './welcome-craft.tsx';

/** Draws the welcome page into `root` and answers with the way to take it away. */
export function mount(
  data: PageData,
  now: () => number,
  t: Translate,
  { root, query }: { root: HTMLElement; query: URLSearchParams },
): () => void {
  const page: Page = { data, t, now, toasts: createToasts() };
  document.documentElement.lang = t.locale;
  document.title = 'Craftweek';
  render(
    <PageContext.Provider value={page}>
      <Welcome way={WAYS.find((way) => way === query.get('connect')) ?? 'google'} />
      <Toast />
    </PageContext.Provider>,
    root,
  );
  // From the popup, whose own file chooser would close it: one key away from choosing.
  if (query.get('add') === 'file') root.querySelector<HTMLInputElement>('input[type=file]')?.focus();
  return () => render(null, root);
}

/** The bar of a made-up week: what the product shows, before it knows anything. */
const EXAMPLE = [
  { kind: 'craft-booked', size: 20 },
  { kind: 'craft-open', size: 12 },
  { kind: 'management', size: 40 },
  { kind: 'fragment', size: 18 },
  { kind: 'away', size: 10 },
] as const;

function Welcome({ way }: { way: Way }): JSX.Element {
  const { t, data } = usePage();
  const { settings, asks } = useMemo(() => {
    const settings = signal<UserSettings | null>(null);
    // Decided once, so that the question stays where it is when it has been answered.
    const asks = signal(false);
    Promise.all([data.settings(), data.sources()]).then(
      ([user, sources]) => {
        settings.value = user;
        asks.value = user.target === null && sources.length === 0;
      },
      (cause: unknown) => {
        // The page works without them; the settings page tells the trouble.
        console.error('Craftweek could not read its settings', cause);
      },
    );
    return { settings, asks };
  }, [data]);
  const steps = ['welcome_line_reads', 'welcome_line_tells', 'welcome_line_shows'] as const;
  return (
    <main class="welcome">
      <h1>{t('welcome_title')}</h1>
      <div class="welcome__bar" aria-hidden="true">
        {EXAMPLE.map(({ kind, size }) => (
          <span key={kind} class={`mark mark--${kind}`} style={{ flexGrow: size }} />
        ))}
      </div>
      <ol class="welcome__lines">
        {steps.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      <section class="welcome__begin" id="connect" aria-labelledby="connect-title">
        <h2 id="connect-title">{t('connect_title')}</h2>
        <ConnectCalendar
          open={way}
          sample
          onConnected={() => undefined}
          onAdded={() => data.openPage('popup/index.html?tab=1')}
        />
      </section>
      <CountedCalendars />
      {asks.value && settings.value && <WelcomeCraft settings={settings} />}
      {asks.value && <IdealWeek />}
      {settings.value && (
        <p class="welcome__assumes">
          {t('welcome_assumes', {
            hours: hoursText(hoursGroups(settings.value.workingHours, settings.value.weekStart), t),
            zone: zoneOf(settings.value, data.machineZone).replaceAll('_', ' '),
          })}{' '}
          <button type="button" class="link" onClick={() => data.openPage('settings/index.html#hours')}>
            {t('welcome_change')}
          </button>
        </p>
      )}
      <PinHint />
      <p class="soft">{t('welcome_privacy')}</p>
    </main>
  );
}
