import { parsePlain } from '../../src/time/zone.ts';
import type { OpenGuesses } from '../../src/week/answers.ts';
import type { Comparison, KnownYardstick } from '../../src/week/comparison.ts';
import { percent } from '../../src/words/format.ts';
import type { Translate } from '../../src/words/translate.ts';
import { dayAndMonth } from '../ui/format.ts';
import type { PopupView } from './view.ts';

type Shown = Pick<PopupView, 'standing' | 'share' | 'soFar' | 'range'>;

/** The share that is drawn large: of a running week what is so far, once anything of it is over. */
export function headlineShare({ share, soFar }: Pick<Shown, 'share' | 'soFar'>): number | null {
  return soFar ?? share;
}

/** What has to be said beside the share of a week that is no finished one; nothing of a finished one. */
export function standingWords({ standing, share, soFar }: Shown, t: Translate): string[] {
  switch (standing) {
    case 'running':
      if (share === null) return [];
      if (soFar === null) return [t('popup_if_nothing_only')];
      return [t('popup_so_far'), t('popup_if_nothing', { share: percent(share, t.locale) })];
    case 'ahead':
      return [t('popup_booked_so_far')];
    case 'away':
      return [t('popup_away')];
    case 'before-reach':
      return [t('popup_before_reach')];
    case 'after-reach':
      return [t('popup_after_reach')];
    case 'empty-calendar':
      return [t('popup_empty_calendar')];
    // How far the calendars are known stands in a note of its own.
    case 'as-of':
    case 'not-known':
    case 'over':
    case 'nothing':
    case null:
      return [];
    default:
      return standing satisfies never;
  }
}

/** The range of a share, where it is wider than the figure itself; that of a running week is of its end, not of now. */
export function rangeWords({ range, standing }: Shown, t: Translate): string | null {
  if (range === null || standing === 'running') return null;
  const [low, high] = range.map((share) => percent(share, t.locale));
  return low === undefined || high === undefined || low === high ? null : t('popup_range', { low, high });
}

/** How a finished week compares, in words. */
export function comparisonWords(comparison: Comparison, t: Translate): string {
  if (comparison.kind === 'too-few') {
    return t('popup_usual_too_few', { have: comparison.have, need: comparison.need });
  }
  const yardstick = yardstickWords(comparison.yardstick, t);
  if (comparison.kind === 'covered') return t('popup_covered', { yardstick });
  if (comparison.points === 0) return t('popup_level', { yardstick });
  const count = Math.abs(comparison.points);
  return t(comparison.points > 0 ? 'popup_above' : 'popup_below', { count, yardstick });
}

/** What the open guesses would make of the share: it stands beside every comparison. */
export function guessesWords({ count, craftShareIf }: OpenGuesses, t: Translate): string {
  return t('popup_guesses', {
    count,
    craft: percent(craftShareIf.craft, t.locale),
    management: percent(craftShareIf.management, t.locale),
  });
}

function yardstickWords(yardstick: KnownYardstick, t: Translate): string {
  const share = percent(yardstick.share, t.locale);
  switch (yardstick.kind) {
    case 'target':
      return t('popup_yardstick_target', { share });
    case 'before-change':
    case 'before-mark':
      return t('popup_yardstick_before', {
        share,
        date: dayAndMonth(parsePlain(yardstick.since), 'UTC', t.locale),
      });
    case 'usual':
      return t('popup_yardstick_usual', { share });
    default:
      return yardstick satisfies never;
  }
}
