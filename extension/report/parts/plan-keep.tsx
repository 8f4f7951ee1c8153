import type { JSX } from 'preact';
import { blockToProtect, eventFile, googleEventLink, outlookEventLink } from '../../../src/plan/protect.ts';
import { lengthMs, MINUTE_MS } from '../../../src/time/interval.ts';
import { usePage } from '../../ui/page.ts';
import { download } from '../download.ts';
import { usePlan } from '../plan/context.ts';
import { placeWords } from '../plan/plan-words.ts';
import { durationText } from '../words.ts';

/** The longest open block on trial, to be booked before somebody else does. */
export function PlanKeep(): JSX.Element | null {
  const { t, now } = usePage();
  const { view, input } = usePlan();
  const { after } = view.value;
  const block = blockToProtect(after, Math.max(input.nowMs, after.startMs));
  if (block === null) return null;
  const title = t('plan_keep_title');
  return (
    <section aria-labelledby="plan-keep">
      <h3 id="plan-keep">{t('plan_keep')}</h3>
      <p>
        {t('plan_keep_about', {
          when: placeWords(block, after.zone, t),
          hours: durationText(lengthMs(block) / MINUTE_MS, t.locale),
        })}
      </p>
      <p class="move__ways">
        <a class="button" href={googleEventLink(title, block)} target="_blank" rel="noreferrer">
          {t('plan_keep_google')}
        </a>
        <a class="button" href={outlookEventLink(title, block)} target="_blank" rel="noreferrer">
          {t('plan_keep_outlook')}
        </a>
        <button
          type="button"
          class="button"
          onClick={() => download('craftweek-focus.ics', eventFile(title, block, now()), 'text/calendar')}
        >
          {t('plan_keep_file')}
        </button>
      </p>
    </section>
  );
}
