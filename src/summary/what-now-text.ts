import type { WhatNow } from '../plan/what-now.ts';
import { durationText, percent } from '../words/format.ts';
import { dateFormat } from '../words/formatters.ts';
import type { Translate } from '../words/translate.ts';

/** "What now?" in a sentence or two, in the user's language. `zone` is the week's. */
export function whatNowText(now: WhatNow, t: Translate, zone: string): string {
  switch (now.kind) {
    case 'no-time':
      return t('plan_now_no_time');
    case 'no-management':
      return t('plan_now_no_management');
    case 'nothing':
      return t('plan_now_nothing');
    case 'moves':
      return movesText(now, t, zone);
    default:
      return now satisfies never;
  }
}

function movesText(now: Extract<WhatNow, { kind: 'moves' }>, t: Translate, zone: string): string {
  const { first, count, share } = now;
  const [change] = first.changes;
  const values = {
    title: change?.occurrence.title || t('popup_untitled'),
    day: dateFormat(t.locale, { weekday: 'long', timeZone: zone }).format(change?.occurrence.startMs),
    hours: durationText(count === 1 ? now.gainedMinutes : first.gainedCraftMinutes, t.locale),
  };
  // Where only all of them together give something, no single one is named.
  const alone = count === 1 || first.gainedCraftMinutes > 0;
  const sentence = alone
    ? t(`plan_now_${first.kind}`, values)
    : t('plan_now_together', { count, hours: durationText(now.gainedMinutes, t.locale) });
  if (count === 1 || share === null) return sentence;
  const word = now.objective === 'craft' ? 'plan_now_more' : 'plan_now_more_leadership';
  return `${sentence} ${t(word, { count, share: percent(share, t.locale) })}`;
}
