import type { JSX } from 'preact';
import type { Weekday } from '../../../src/time/zone.ts';
import type { Translate } from '../../../src/words/translate.ts';
import { ago, minuteOfDay, weekdayName } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { usePage } from '../../ui/page.ts';
import { useModel } from '../context.ts';
import type { HoursGroup } from '../hours-groups.ts';
import type { PopupView } from '../view.ts';

const PinHint = lazily(async () => (await import('../../ui/pin-hint.tsx')).PinHint);

/** What the figures rest on: how old the data is, the working hours, the zone. */
export function Foot({ view }: { view: PopupView }): JSX.Element {
  const { t, data } = usePage();
  const model = useModel();
  return (
    <footer class="foot small">
      <p class={view.freshness.kind === 'live' && view.freshness.old ? 'foot__old' : ''}>
        <Age view={view} />
        {view.freshness.kind === 'live' && (
          <button
            type="button"
            class="foot__refresh"
            aria-label={t('popup_read_now')}
            title={t('popup_read_now')}
            disabled={model.syncing.value}
            onClick={() => void model.syncNow()}
          >
            <Icon name="refresh" />
          </button>
        )}
      </p>
      <button
        type="button"
        class="foot__hours"
        title={t('popup_settings')}
        onClick={() => data.openPage('settings/index.html#hours')}
      >
        {hoursText(view.hours, t)} · {view.zone.replaceAll('_', ' ')}
      </button>
      {!data.inPopup && <PinHint />}
      <p>{t('popup_cannot_see')}</p>
    </footer>
  );
}

function Age({ view }: { view: PopupView }): JSX.Element {
  const { t, now } = usePage();
  const { freshness } = view;
  if (freshness.kind === 'sample') return <span>{t('popup_age_sample')}</span>;
  if (freshness.kind === 'none') return <span>{t('popup_age_none')}</span>;
  if (freshness.readMs === null) return <span>{t('popup_age_never')}</span>;
  const when = ago(freshness.readMs, now(), t.locale);
  return (
    <span data-moving>
      {t(freshness.kind === 'file' ? 'popup_age_file' : 'popup_age_live', { ago: when })}
    </span>
  );
}

/** `Mon–Fri 09:00–12:00, 13:00–17:00`, with neighbours joined. */
export function hoursText(groups: readonly HoursGroup[], t: Translate): string {
  if (groups.length === 0) return t('popup_no_working_hours');
  return groups
    .map(({ weekdays, stretches }) => {
      const times = stretches.map(
        (s) => `${minuteOfDay(s.startMinute, t.locale)}–${minuteOfDay(s.endMinute, t.locale)}`,
      );
      return `${weekdayRuns(weekdays, t.locale)} ${times.join(', ')}`;
    })
    .join(' · ');
}

function weekdayRuns(weekdays: readonly Weekday[], locale: string): string {
  const runs: Weekday[][] = [];
  for (const day of weekdays) {
    const run = runs.at(-1);
    if (run && ((run.at(-1) ?? 0) % 7) + 1 === day) run.push(day);
    else runs.push([day]);
  }
  const name = (day: Weekday | undefined): string =>
    day === undefined ? '' : weekdayName(day, 'short', locale);
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0])}–${name(run.at(-1))}` : run.map(name).join(', ')))
    .join(', ');
}
