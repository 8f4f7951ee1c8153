import type { JSX } from 'preact';
import { shorterPlace } from '../../../src/plan/shorter.ts';
import { loadOnTrial, overlapped } from '../../../src/plan/what-if.ts';
import { usePage } from '../../ui/page.ts';
import { usePlan } from '../plan/context.ts';
import { type Deed, doTo, STEP_MINUTES } from '../plan/trial-deeds.ts';
import { signedDuration } from '../words.ts';
import { editWords } from './plan-boxes.tsx';

/** Weeks of a month, for what a biweekly meeting gives: half of them are free of it. */
const WEEKS_A_MONTH = 4;

/** What can be done to the chosen meeting: the same deeds as the keys', for fingers and voices. */
export function PlanTools(): JSX.Element {
  const { t } = usePage();
  const plan = usePlan();
  const { frame } = plan.view.value;
  const key = plan.chosen.value;
  const occurrence = frame.blocking.find((o) => o.key === key);
  if (!key || !occurrence) return <p class="trial__tools soft">{t('plan_choose')}</p>;
  const { edits } = plan.trial.value;
  const edit = edits.get(key);
  const tools: { name: string; deed: Deed; off?: boolean }[] = [
    { name: t('plan_take_out'), deed: { do: 'off' }, off: edit?.kind === 'off' },
    { name: t('plan_decline'), deed: { do: 'decline' }, off: edit?.kind === 'declined' },
    { name: t('plan_shorten'), deed: { do: 'shorten' }, off: shorterPlace(occurrence) === null },
    { name: t('plan_biweekly'), deed: { do: 'biweekly' }, off: occurrence.recurring === 'none' },
    { name: t('plan_earlier'), deed: { do: 'step', minutes: -STEP_MINUTES } },
    { name: t('plan_later'), deed: { do: 'step', minutes: STEP_MINUTES } },
    { name: t('plan_day_before'), deed: { do: 'step', days: -1 } },
    { name: t('plan_day_after'), deed: { do: 'step', days: 1 } },
    { name: t('plan_put_back'), deed: { do: 'put-back' }, off: edit === undefined },
  ];
  const over = overlapped(frame, edits, key);
  return (
    <div class="trial__tools">
      <p aria-live="polite">
        {t('plan_chosen', { title: occurrence.title || t('popup_untitled') })}
        {edit && `, ${editWords(edit.kind, t)}`}
        {over.map((o) => ` ${t('plan_overlaps', { title: o.title || t('popup_untitled') })}`)}
        {edit?.kind === 'biweekly' && ` ${aMonth(key)}`}
      </p>
      <div class="part__ways">
        {tools.map(({ name, deed, off }) => (
          <button
            key={name}
            type="button"
            class="button button--quiet"
            disabled={off === true}
            onClick={() => doTo(plan, key, deed)}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  );

  function aMonth(of: string): string {
    const without = loadOnTrial(frame, edits).minutes.craft;
    const withIt = loadOnTrial(frame, new Map([...edits].filter(([k]) => k !== of))).minutes.craft;
    const minutes = ((without - withIt) * WEEKS_A_MONTH) / 2;
    return t('plan_a_month', { hours: signedDuration(minutes, t.locale) });
  }
}
