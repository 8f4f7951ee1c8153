import type { ComponentChildren, JSX } from 'preact';
import type { Interval } from '../../../src/time/interval.ts';
import { dateIn } from '../../../src/time/zone.ts';
import type { FigureId } from '../../../src/week/figures.ts';
import { Duration } from '../../ui/amount.tsx';
import { clockRange, plainDate } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import type { PopupView } from '../view.ts';
import { Figure } from './figure.tsx';

/** The other figures of the week, one to a line; those that are nothing are not shown. */
export function Facts({ view }: { view: PopupView }): JSX.Element {
  const { t } = usePage();
  const when = (interval: Interval | null): string => {
    if (interval === null) return '';
    const day = plainDate(dateIn(view.zone, interval.startMs), 'weekday', t.locale);
    return `${day} ${clockRange(interval.startMs, interval.endMs, view.zone, t.locale)}`;
  };
  const { minutes, topSeries } = view;
  return (
    <ul class="facts">
      <Fact
        id="focus"
        name={t('fact_focus')}
        note={
          view.focus.count > 1
            ? `${when(view.focus.longest)} · ${t('fact_focus_count', { count: view.focus.count })}`
            : when(view.focus.longest)
        }
      >
        {view.focus.count === 0 ? t('fact_none') : <Duration minutes={view.focus.minutes} />}
      </Fact>
      {view.run.minutes > 0 && (
        <Fact id="run" name={t('fact_run')} note={when(view.run.interval)}>
          <Duration minutes={view.run.minutes} />
        </Fact>
      )}
      {topSeries && (
        <Fact
          id={`series:${topSeries.uid}`}
          name={topSeries.title || t('popup_untitled')}
          note={t('fact_series', { count: topSeries.count })}
        >
          <Duration minutes={topSeries.minutes} />
        </Fact>
      )}
      {view.afterHoursMinutes > 0 && (
        <Fact id="after-hours" name={t('fact_after_hours')}>
          <Duration minutes={view.afterHoursMinutes} />
        </Fact>
      )}
      {minutes.doubleBooked > 0 && (
        <Fact id="double-booked" name={t('fact_double_booked')}>
          <Duration minutes={minutes.doubleBooked} />
        </Fact>
      )}
      {minutes.unconfirmed > 0 && (
        <Fact id="unconfirmed" name={t('fact_unconfirmed')}>
          <Duration minutes={minutes.unconfirmed} />
        </Fact>
      )}
    </ul>
  );
}

function Fact({
  id,
  name,
  note,
  children,
}: {
  id: FigureId;
  name: string;
  note?: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <li>
      <Figure id={id} class="fact">
        <span class="fact__name">
          {name}
          {note && <span class="fact__note">{note}</span>}
        </span>
        <span class="fact__value">{children}</span>
      </Figure>
    </li>
  );
}
