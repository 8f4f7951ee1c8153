import type { LastingMove } from '../../../src/plan/lasting.ts';
import type { Move } from '../../../src/plan/move.ts';
import type { Translate } from '../../../src/words/translate.ts';
import { durationText } from '../words.ts';
import { changeWords, placeWords, titleOf } from './plan-words.ts';

/**
 * A polite message that asks for a move and names what it frees; null where nobody has to be asked.
 * @param minutes what the move gives back
 */
export function askWords(move: Move, minutes: number, zone: string, t: Translate): string | null {
  const [change] = move.changes;
  if (!change || move.peopleAsked === 0) return null;
  const values = {
    title: titleOf(move, t),
    from: placeWords(change.occurrence, zone, t),
    to: change.to ? placeWords(change.to, zone, t) : '',
    hours: durationText(Math.max(0, minutes), t.locale),
  };
  if (move.kind !== 'gather') return t(`plan_ask_${move.kind}`, values);
  const list = move.changes
    .map((c) => `${titleOf({ changes: [c] }, t)}: ${changeWords(c, zone, t)}`)
    .join('\n');
  return t('plan_ask_gather', { ...values, list });
}

/** The same for a lasting move. */
export function askLastingWords(move: LastingMove, zone: string, t: Translate): string | null {
  const [change] = move.changes;
  if (!change || move.peopleAsked === 0) return null;
  const values = {
    title: titleOf(move, t),
    from: placeWords(change.occurrence, zone, t),
    to: change.to ? placeWords(change.to, zone, t) : '',
    hours: durationText(move.gainedMinutes, t.locale),
    count: move.weeks,
  };
  switch (move.kind) {
    case 'pause':
      return t('plan_ask_pause', values);
    case 'rarer':
      return t('plan_ask_rarer', values);
    case 'shorten':
      return t('plan_ask_shorten', values);
    case 'other-day':
      return t('plan_ask_other_day', values);
    default:
      return move.kind satisfies never;
  }
}
