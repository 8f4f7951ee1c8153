import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Interval } from '../../../src/time/interval.ts';
import { dateIn } from '../../../src/time/zone.ts';
import type { FigureId } from '../../../src/week/figures.ts';
import { mostNotable } from '../../../src/week/notable.ts';
import { durationText } from '../../../src/words/format.ts';
import type { Translate } from '../../../src/words/translate.ts';
import { clockRange, plainDate } from '../../ui/format.ts';
import { lazily } from '../../ui/lazily.tsx';
import { usePage } from '../../ui/page.ts';
import type { PopupView } from '../view.ts';
import { Figure } from './figure.tsx';

const Facts = lazily(async () => (await import('./facts.tsx')).Facts);

/** The most notable fact of the week in one sentence; the others stand behind "more". */
export function Notable({ view }: { view: PopupView }): JSX.Element | null {
  const { t } = usePage();
  const open = useSignal(false);
  const id = mostNotable(view);
  if (id === null) return null;
  return (
    <section class="notable" aria-label={t('notable_title')}>
      {open.value ? (
        <Facts view={view} />
      ) : (
        <Figure id={id} class="notable__fact">
          {sentence(id, view, t)}
        </Figure>
      )}
      <button
        type="button"
        class="link small notable__more"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {t(open.value ? 'notable_less' : 'notable_more')}
      </button>
    </section>
  );
}

function sentence(id: FigureId, view: PopupView, t: Translate): string {
  const { focus, run, minutes, topSeries } = view;
  const when = (interval: Interval | null): string =>
    interval === null
      ? ''
      : `${plainDate(dateIn(view.zone, interval.startMs), 'weekday', t.locale)} ${clockRange(interval.startMs, interval.endMs, view.zone, t.locale)}`;
  const length = (amount: number): string => durationText(amount, t.locale);
  switch (id) {
    case 'focus':
      if (focus.count === 0) return t('notable_no_focus');
      return t('notable_focus', { length: length(focus.minutes), when: when(focus.longest) });
    case 'run':
      return t('notable_run', { length: length(run.minutes), when: when(run.interval) });
    case 'after-hours':
      return t('notable_after_hours', { length: length(view.afterHoursMinutes) });
    case 'double-booked':
      return t('notable_double_booked', { length: length(minutes.doubleBooked) });
    case 'unconfirmed':
      return t('notable_unconfirmed', { length: length(minutes.unconfirmed) });
    default:
      return t('notable_series', {
        title: topSeries?.title || t('popup_untitled'),
        length: length(topSeries?.minutes ?? 0),
      });
  }
}
