import type { JSX } from 'preact';
import type { LastingMove } from '../../../src/plan/lasting.ts';
import { type Forecast, forecastWith, meanExpected } from '../../../src/report/ahead.ts';
import { usePage } from '../../ui/page.ts';
import { askLastingWords } from '../plan/ask-words.ts';
import { usePlan } from '../plan/context.ts';
import { lastingWords } from '../plan/plan-words.ts';
import { percent, signedDuration } from '../words.ts';
import { AskButton } from './plan-ask.tsx';

/** What series would give back over the weeks to come, were they paused, rarer, shorter, or at another time. */
export function PlanLasting({ ahead }: { ahead: readonly Forecast[] | null }): JSX.Element {
  const { t } = usePage();
  const { lasting, input } = usePlan();
  const { zone } = input.settings;
  const found = lasting.value;
  const weeks = Math.max(1, input.coming.length - 1);
  return (
    <section class="plan__lasting" aria-labelledby="plan-lasting">
      <h3 id="plan-lasting">{t('plan_lasting')}</h3>
      {found === null ? (
        <p class="soft">{t('plan_searching')}</p>
      ) : found.length === 0 ? (
        <p class="soft">{t('plan_lasting_none')}</p>
      ) : (
        <>
          <p class="soft">{t('plan_lasting_about', { count: weeks })}</p>
          <ol class="moves moves--wide">
            {found.map((move) => {
              const name = lastingWords(move, zone, t);
              const message = askLastingWords(move, zone, t);
              return (
                <li key={move.uid} class="move">
                  <p class="move__name">{name}</p>
                  <p class="move__gain--some">
                    {t('plan_lasting_gain', {
                      hours: signedDuration(move.gainedMinutes, t.locale),
                      count: move.weeks,
                    })}
                  </p>
                  <Forecasts ahead={ahead} move={move} />
                  <p class="soft">
                    {move.peopleAsked === 0
                      ? t('plan_asks_nobody')
                      : t('plan_asks', { count: move.peopleAsked })}
                  </p>
                  {message && (
                    <p class="move__ways">
                      <AskButton message={message} name={name} />
                    </p>
                  )}
                </li>
              );
            })}
          </ol>
        </>
      )}
    </section>
  );
}

/** What the coming weeks are expected to become as they are, and with the move. */
function Forecasts({
  ahead,
  move,
}: {
  ahead: readonly Forecast[] | null;
  move: LastingMove;
}): JSX.Element | null {
  const { t } = usePage();
  if (ahead === null) return null;
  const before = meanExpected(ahead);
  const after = meanExpected(forecastWith(ahead, move.shares));
  if (before === null || after === null) return null;
  const shares = { before: percent(before, t.locale), after: percent(after, t.locale) };
  return <p class="soft">{t('plan_lasting_forecast', shares)}</p>;
}
