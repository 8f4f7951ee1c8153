import type { JSX } from 'preact';
import { redone, reset, undone } from '../../../src/plan/what-if.ts';
import type { Stretch } from '../../../src/week/day-columns.ts';
import { axisHour, plainDate } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { usePlan } from '../plan/context.ts';
import { inColumn } from '../plan/trial-place.ts';
import { PlanBoxes } from './plan-boxes.tsx';
import { PlanTools } from './plan-tools.tsx';

/** The week in large, where meetings can be moved, shortened and taken out on trial. */
export function PlanTrial(): JSX.Element {
  const { t } = usePage();
  const { trial } = usePlan();
  const { past, future, edits } = trial.value;
  const ways = [
    { name: t('plan_undo'), next: undone, off: past.length === 0 },
    { name: t('plan_redo'), next: redone, off: future.length === 0 },
    { name: t('plan_reset'), next: reset, off: edits.size === 0 },
  ];
  return (
    <section
      class="trial"
      aria-labelledby="plan-trial"
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || !['z', 'y'].includes(event.key.toLowerCase())) return;
        event.preventDefault();
        const forth = event.shiftKey || event.key.toLowerCase() === 'y';
        trial.value = (forth ? redone : undone)(trial.value);
      }}
    >
      <div class="plan__row">
        <h3 id="plan-trial">{t('plan_trial')}</h3>
        <div class="part__ways">
          {ways.map(({ name, next, off }) => (
            <button
              key={name}
              type="button"
              class="button button--quiet"
              disabled={off}
              onClick={() => {
                trial.value = next(trial.value);
              }}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
      <p class="soft" id="plan-trial-about">
        {t('plan_trial_about')}
      </p>
      <PlanTools />
      <TrialWeek />
    </section>
  );
}

function TrialWeek(): JSX.Element {
  const { t } = usePage();
  const { view } = usePlan();
  const { columns, scale } = view.value;
  const at = (stretch: Stretch): { top: string; height: string } => inColumn(stretch, scale);
  const hour = (minute: number): { top: string } => ({
    top: at({ startMinute: minute, endMinute: minute }).top,
  });
  return (
    <fieldset class="trial__week">
      <legend class="aside-voice">{t('plan_trial_week')}</legend>
      <div class="chart__axis" aria-hidden="true">
        {scale.hourMinutes.map((minute) => (
          <span key={minute} style={hour(minute)}>
            {axisHour(minute, t.locale)}
          </span>
        ))}
      </div>
      <div class="trial__days">
        {columns.map((column) => (
          <div key={column.date} class={`day ${column.isToday ? 'day--today' : ''}`} aria-hidden="true">
            <p class="day__head">
              <span class="day__name">{plainDate(column.date, 'weekday', t.locale)}</span>
              <span class="day__number">{plainDate(column.date, 'day', t.locale)}</span>
            </p>
            <div class="day__column">
              {column.working.map((w) => (
                <span key={w.startMinute} class="day__working" style={at(w)} />
              ))}
              {scale.hourMinutes.map((minute) => (
                <span key={minute} class="day__hour" style={hour(minute)} />
              ))}
              {column.open.map((block) => (
                <span key={block.startMs} class={`block mark mark--${block.kind}`} style={at(block)} />
              ))}
              {column.origins.map((origin) => (
                <span key={origin.startMinute} class="trial__origin" style={at(origin)} />
              ))}
              {column.focus.map((f) => (
                <span key={f.startMinute} class="day__focus" style={at(f)} />
              ))}
              {column.nowMinute !== null &&
                column.nowMinute >= scale.startMinute &&
                column.nowMinute <= scale.endMinute && (
                  <span class="day__now" style={hour(column.nowMinute)} />
                )}
            </div>
          </div>
        ))}
        <PlanBoxes />
      </div>
    </fieldset>
  );
}
