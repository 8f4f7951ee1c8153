import type { JSX } from 'preact';
import { objectiveMinutes } from '../../../src/plan/figures.ts';
import type { Plan, WeighedMove } from '../../../src/plan/plan-week.ts';
import { MOST_MOVES } from '../../../src/plan/plan-week.ts';
import { edited, editsOf } from '../../../src/plan/what-if.ts';
import { usePage } from '../../ui/page.ts';
import { askWords } from '../plan/ask-words.ts';
import { usePlan } from '../plan/context.ts';
import { moveFacts } from '../plan/move-facts.ts';
import { changeWords, dayWords, easeWords, effectWords, moveWords } from '../plan/plan-words.ts';
import { durationText, signedDuration } from '../words.ts';
import { AskButton } from './plan-ask.tsx';
import { TakeButton } from './plan-take.tsx';

/** The best set of moves for the week, each with what comes back, why it is cheap to ask for, and what it costs. */
export function PlanMoves(): JSX.Element {
  const { t } = usePage();
  const { plan, mostMoves, trial } = usePlan();
  const found = plan.value;
  const tryAll = (moves: readonly WeighedMove[]): void => {
    trial.value = edited(trial.value, editsOf(moves.flatMap((m) => m.changes)));
  };
  return (
    <section aria-labelledby="plan-best">
      <div class="plan__row">
        <h3 id="plan-best">{t('plan_best')}</h3>
        <label class="plan__count">
          {t('plan_how_many')}
          <select
            class="input"
            value={mostMoves.value}
            onChange={(event) => {
              mostMoves.value = Number(event.currentTarget.value);
            }}
          >
            {Array.from({ length: MOST_MOVES }, (_, i) => i + 1).map((n) => (
              <option key={n} value={n}>
                {n}
              </option>
            ))}
          </select>
        </label>
      </div>
      {found === null ? (
        <p class="soft">{t('plan_searching')}</p>
      ) : found.moves.length === 0 ? (
        <p class="soft">{t('plan_best_none')}</p>
      ) : (
        <>
          <ol class="moves">
            {found.moves.map((move) => (
              <MoveItem key={`${move.kind} ${move.changes[0]?.occurrence.key}`} move={move} plan={found} />
            ))}
          </ol>
          {found.moves.length > 1 && (
            <p>
              <button type="button" class="button" onClick={() => tryAll(found.moves)}>
                {t('plan_try_all')}
              </button>
            </p>
          )}
          <p class="soft note">{proofWords(found)}</p>
        </>
      )}
    </section>
  );

  function proofWords({ optimal, boundMinutes, after, objective }: Plan): string {
    if (optimal) return t('plan_proven');
    return t('plan_unproven', {
      hours: durationText(boundMinutes - objectiveMinutes(after, objective), t.locale),
    });
  }
}

/** With one full stop at its end: an abbreviated unit („2,3 Std.“) brings its own. */
function asSentence(text: string, locale: string): string {
  const stop = locale === 'ja' ? '。' : '.';
  return `${text.replace(/[.。]+$/, '')}${stop}`;
}

function MoveItem({ move, plan }: { move: WeighedMove; plan: Plan }): JSX.Element {
  const { t } = usePage();
  const { view, trial } = usePlan();
  const { frame, before } = view.value;
  // For a moment after a change of week the moves are still those of the other one.
  const facts = plan.week === frame.week ? moveFacts(move, frame, before) : null;
  const name = moveWords(move, t);
  const message = askWords(move, move.gainedCraftMinutes, plan.zone, t);
  return (
    <li class="move">
      <p class="move__name">{name}</p>
      <ul class="move__lines soft">
        {move.changes.map((change) => (
          <li key={change.occurrence.key}>{changeWords(change, plan.zone, t)}</li>
        ))}
      </ul>
      <p class={facts && facts.gains.length > 0 ? 'move__gain--some' : 'soft'}>
        {facts && facts.gains.length > 0
          ? facts.gains
              .map((g) =>
                t('plan_gain_on', { hours: signedDuration(g.minutes, t.locale), day: dayWords(g.date, t) }),
              )
              .join(', ')
          : t('plan_gain_none')}
      </p>
      <p class="soft">
        {[
          move.peopleAsked === 0 ? t('plan_asks_nobody') : t('plan_asks', { count: move.peopleAsked }),
          ...(facts?.ease ?? []).map((e) => easeWords(e, t)),
          ...(facts?.effects ?? []).map((e) => effectWords(e, t)),
        ]
          .map((text) => asSentence(text, t.locale))
          .join(t.locale === 'ja' ? '' : ' ')}
      </p>
      <p class="move__ways">
        <button
          type="button"
          class="button"
          aria-label={t('plan_try_move', { move: name })}
          onClick={() => {
            trial.value = edited(
              trial.value,
              editsOf(move.changes, move.kind === 'rarer' ? 'biweekly' : 'off'),
            );
          }}
        >
          {t('plan_try')}
        </button>
        {message && <AskButton message={message} name={name} />}
        <TakeButton move={move} week={plan.week} name={name} />
      </p>
    </li>
  );
}
