import type { JSX } from 'preact';
import type { WeekLoad } from '../../../src/load/week-load.ts';
import { figuresOf, objectiveMinutes } from '../../../src/plan/figures.ts';
import { shareOf } from '../../../src/plan/target.ts';
import { Percent } from '../../ui/amount.tsx';
import { usePage } from '../../ui/page.ts';
import { usePlan } from '../plan/context.ts';
import { durationText, percent, signedDuration } from '../words.ts';

const PARTS = ['craft-booked', 'craft-open', 'management', 'fragment', 'away'] as const;

/** The week as it is above the week on trial: share, bar and focus blocks. */
export function PlanCompare(): JSX.Element {
  const { t } = usePage();
  const { view, trial, input } = usePlan();
  const { before, after } = view.value;
  const [was, is] = [figuresOf(before), figuresOf(after)];
  const gained = objectiveMinutes(is, input.objective) - objectiveMinutes(was, input.objective);
  const words = (load: WeekLoad): string => {
    const share = shareOf(figuresOf(load), input.objective);
    return share === null ? '–' : percent(share, t.locale);
  };
  return (
    <div class="compare">
      <Side name={t('plan_as_is')} load={before} />
      <Side name={t('plan_on_trial')} load={after} />
      <p class="compare__gain" aria-live="polite">
        {trial.value.edits.size > 0 && (
          <>
            <strong aria-hidden="true">{signedDuration(gained, t.locale)}</strong>
            <span class="aside-voice">
              {t('plan_status', {
                before: words(before),
                after: words(after),
                hours: signedDuration(gained, t.locale),
              })}
            </span>
          </>
        )}
      </p>
    </div>
  );
}

function Side({ name, load }: { name: string; load: WeekLoad }): JSX.Element {
  const { t } = usePage();
  const { input } = usePlan();
  const share = shareOf(figuresOf(load), input.objective);
  const minutesOf = {
    'craft-booked': load.minutes.craftBooked,
    'craft-open': load.minutes.craftOpen,
    management: load.minutes.management,
    fragment: load.minutes.fragments,
    away: load.minutes.away,
  };
  return (
    <div class="compare__side">
      <p class="compare__name soft">{name}</p>
      <p class="compare__share">
        {share === null ? (
          <>
            <span aria-hidden="true">–</span>
            <span class="aside-voice">{t('popup_no_share')}</span>
          </>
        ) : (
          <Percent share={share} />
        )}
      </p>
      <div class="compare__rest">
        <div class="bar" aria-hidden="true">
          {PARTS.filter((part) => minutesOf[part] > 0).map((part) => (
            <span key={part} class={`bar__part mark mark--${part}`} style={{ flexGrow: minutesOf[part] }} />
          ))}
        </div>
        <p class="soft">
          {t('plan_blocks', { count: load.focusBlocks.length })}
          {load.focusBlocks.length > 0 &&
            `, ${t('plan_longest', { hours: durationText(load.longestFocusMinutes, t.locale) })}`}
        </p>
      </div>
    </div>
  );
}
