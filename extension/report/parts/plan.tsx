import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { measureOf, type Track } from '../../../src/calendar/track.ts';
import type { LoadSettings } from '../../../src/load/week-load.ts';
import type { LoadedWeek } from '../../../src/plan/focus-cost.ts';
import type { LastingMove } from '../../../src/plan/lasting.ts';
import { NO_EDITS } from '../../../src/plan/what-if.ts';
import { whatNow } from '../../../src/plan/what-now.ts';
import type { Forecast } from '../../../src/report/ahead.ts';
import { whatNowText } from '../../../src/summary/what-now-text.ts';
import { usePage } from '../../ui/page.ts';
import { PlanContext, usePlan } from '../plan/context.ts';
import { createPlanState } from '../plan/plan-state.ts';
import { targetWords } from '../plan/plan-words.ts';
import { PlanCompare } from './plan-compare.tsx';
import { PlanKeep } from './plan-keep.tsx';
import { PlanLasting } from './plan-lasting.tsx';
import { PlanMoves } from './plan-moves.tsx';
import { PlanTrial } from './plan-trial.tsx';

export interface PlanViewProps {
  /** The running week and those after it, with their occurrences. */
  readonly coming: readonly LoadedWeek[];
  readonly settings: LoadSettings;
  readonly track: Track;
  /** Share 0 to 1 that the user wants; null without a target. */
  readonly target: number | null;
  /** What the weeks after the running one are expected to become; null where too little is known. */
  readonly ahead: readonly Forecast[] | null;
  /** Hears of the lasting move that gives back most, and of null while it is looked for. */
  readonly onLasting: (move: LastingMove | null) => void;
}

/** What may change in this week and the next, to be tried before anybody is asked. It stands alone in any page. */
export function PlanView({
  coming,
  settings,
  track,
  target,
  ahead,
  onLasting,
}: PlanViewProps): JSX.Element | null {
  const { now } = usePage();
  // The page reads anew whatever changes in the store: a trial outlives that as long as its weeks are the same.
  const same = JSON.stringify([
    settings,
    coming.map(({ load, occurrences }) => [
      load.week,
      occurrences.map((o) => [
        o.key,
        o.startMs,
        o.endMs,
        o.status,
        o.response,
        o.label.activity,
        o.label.ignored,
      ]),
    ]),
  ]);
  const plan = useMemo(() => {
    const weeks = coming.map(({ load, occurrences }) => ({ week: load.week, occurrences }));
    return createPlanState({ coming: weeks, settings, objective: measureOf(track), target, nowMs: now() });
  }, [same, track, target, now]);
  const isEmpty = coming.length === 0;
  useEffect(() => (isEmpty ? undefined : plan.start()), [plan, isEmpty]);
  const best = plan.lasting.value?.[0] ?? null;
  useEffect(() => onLasting(best), [best]);
  // It is drawn after the page, too late for the browser to find it by the address.
  useEffect(() => {
    if (location.hash === '#plan') document.getElementById('plan')?.scrollIntoView();
  }, []);
  if (isEmpty) return null;
  return (
    <PlanContext.Provider value={plan}>
      <section class="part plan" id="plan" aria-labelledby="plan-title" tabIndex={-1}>
        <PlanHead />
        <PlanSentence />
        <div class="plan__halves">
          <div class="plan__week">
            <PlanCompare />
            <PlanTrial />
          </div>
          <div class="plan__side">
            <PlanMoves />
            <PlanKeep />
          </div>
        </div>
        <PlanLasting ahead={ahead} />
      </section>
    </PlanContext.Provider>
  );
}

function PlanHead(): JSX.Element {
  const { t } = usePage();
  const { chosenWeek, trial, chosen, input } = usePlan();
  const weeks = [
    { index: 0, key: 'plan_this_week' },
    { index: 1, key: 'plan_next_week' },
  ] as const;
  return (
    <>
      <div class="part__head">
        <h2 id="plan-title">{t('plan_title')}</h2>
        {input.coming.length > 1 && (
          <fieldset class="choice">
            <legend class="aside-voice">{t('plan_which_week')}</legend>
            {weeks.map(({ index, key }) => (
              <label key={key}>
                <input
                  type="radio"
                  name="plan-week"
                  checked={chosenWeek.value === index}
                  onChange={() => {
                    chosen.value = null;
                    trial.value = NO_EDITS;
                    chosenWeek.value = index;
                  }}
                />
                {t(key)}
              </label>
            ))}
          </fieldset>
        )}
      </div>
      <p class="part__about soft">{t('plan_about')}</p>
    </>
  );
}

/** "What now?" in a sentence, and what it takes to reach the target. */
function PlanSentence(): JSX.Element {
  const { t } = usePage();
  const { plan, target, failed, input } = usePlan();
  const found = plan.value;
  const zone = input.settings.zone;
  const aim = target.value && input.target !== null ? targetWords(target.value, input.target, t) : null;
  return (
    <div class="plan__now" aria-live="polite" aria-busy={found === null}>
      <p class="plan__sentence">
        {failed.value
          ? t('plan_failed')
          : found === null
            ? t('plan_searching')
            : whatNowText(whatNow(found), t, zone)}
      </p>
      {aim && <p class="soft">{aim}</p>}
    </div>
  );
}
