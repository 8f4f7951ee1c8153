import type { Won } from '../plan/taken.ts';
import { durationText } from '../words/format.ts';
import type { Translate } from '../words/translate.ts';
import type { SummaryText } from './summary-text.ts';

/** A summary with what the moves that the user took have won; as it is where they won nothing. */
export function withPlanWon(text: SummaryText, { craftMinutes }: Won, t: Translate): SummaryText {
  if (craftMinutes <= 0) return text;
  return { ...text, body: `${text.body}\n${t('plan_won', { hours: durationText(craftMinutes, t.locale) })}` };
}
