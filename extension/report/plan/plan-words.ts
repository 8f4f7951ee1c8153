import type { Ease } from '../../../src/plan/ease.ts';
import type { Effect } from '../../../src/plan/effects.ts';
import type { LastingMove } from '../../../src/plan/lasting.ts';
import type { Change, Move } from '../../../src/plan/move.ts';
import type { TargetAnswer } from '../../../src/plan/target.ts';
import type { Interval } from '../../../src/time/interval.ts';
import type { PlainDate } from '../../../src/time/zone.ts';
import { dateFormat } from '../../../src/words/formatters.ts';
import type { Translate } from '../../../src/words/translate.ts';
import { clockRange, plainDate } from '../../ui/format.ts';
import { durationText, percent } from '../words.ts';

/** `Mon 10:00 – 11:00` in the week's zone. */
export function placeWords({ startMs, endMs }: Interval, zone: string, t: Translate): string {
  const day = dateFormat(t.locale, { weekday: 'short', timeZone: zone }).format(startMs);
  return `${day} ${clockRange(startMs, endMs, zone, t.locale)}`;
}

export function titleOf({ changes }: Pick<Move, 'changes'>, t: Translate): string {
  return changes[0]?.occurrence.title || t('popup_untitled');
}

/** What a move is, as an invitation to do it. */
export function moveWords(move: Move, t: Translate): string {
  const { kind, changes } = move;
  if (kind === 'gather') return t('plan_move_gather', { count: changes.length });
  return t(`plan_move_${kind}`, { title: titleOf(move, t) });
}

/** Where an occurrence goes: `Mon 10:00 – 11:00: to Tue 14:00 – 15:00`. */
export function changeWords({ occurrence, to }: Change, zone: string, t: Translate): string {
  const from = placeWords(occurrence, zone, t);
  return to === null
    ? t('plan_change_gone', { from })
    : t('plan_change_to', { from, to: placeWords(to, zone, t) });
}

/** Why it is cheap to ask for. */
export function easeWords(ease: Ease, t: Translate): string {
  switch (ease.code) {
    case 'large':
      return t('plan_ease_large', { people: ease.people });
    case 'keeps-start':
      return t('plan_ease_keeps_start');
    case 'still-meets':
      return t('plan_ease_still_meets');
    default:
      return t(`plan_ease_${ease.code}`);
  }
}

/** What it also does. */
export function effectWords(effect: Effect, t: Translate): string {
  switch (effect.code) {
    case 'misses':
      return t('plan_effect_misses', { count: effect.people });
    case 'others-move':
      return t('plan_effect_others_move', { count: effect.people });
    case 'longer-run':
      return t('plan_effect_longer_run', { hours: durationText(effect.minutes, t.locale) });
    case 'less-people':
      return t('plan_effect_less_people', { hours: durationText(effect.minutes, t.locale) });
    case 'day-loses':
      return t('plan_effect_day_loses', {
        day: dayWords(effect.date, t),
        hours: durationText(effect.minutes, t.locale),
      });
    case 'work-stays':
      return t('plan_effect_work_stays');
    default:
      return effect satisfies never;
  }
}

/** The name of a date's weekday in full. */
export function dayWords(date: PlainDate, t: Translate): string {
  return plainDate(date, 'long', t.locale);
}

/** A lasting move as an invitation to do it; `title` is what its series is called, by its own title as a rule. */
export function lastingWords(
  move: LastingMove,
  zone: string,
  t: Translate,
  title = titleOf(move, t),
): string {
  const to = move.changes[0]?.to;
  if (move.kind === 'other-day' && to) {
    return t('plan_lasting_other_day', { title, when: placeWords(to, zone, t) });
  }
  return move.kind === 'pause'
    ? t('plan_lasting_pause', { title, count: move.weeks })
    : t(move.kind === 'rarer' ? 'plan_lasting_rarer' : 'plan_lasting_shorten', { title });
}

/** What it takes to reach the target; null where there is nothing to say. */
export function targetWords(answer: TargetAnswer, target: number, t: Translate): string | null {
  const goal = percent(target, t.locale);
  switch (answer.kind) {
    case 'no-share':
      return null;
    case 'there':
      return t('plan_target_there', { share: percent(answer.share, t.locale), target: goal });
    case 'reached': {
      const moves = new Intl.ListFormat(t.locale).format(answer.plan.moves.map((m) => moveWords(m, t)));
      return t('plan_target_reached', { count: answer.plan.moves.length, target: goal, moves });
    }
    case 'short':
      return t(answer.never ? 'plan_target_never' : 'plan_target_short', {
        share: percent(answer.share, t.locale),
        target: goal,
      });
    default:
      return answer satisfies never;
  }
}
