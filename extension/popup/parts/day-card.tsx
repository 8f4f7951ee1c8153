import type { JSX } from 'preact';
import type { DayQuestion } from '../../../src/week/day-question.ts';
import { plainDate } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { useModel } from '../context.ts';

/** Asks whether a day was off, of which the calendar does not say it; until then nothing is taken away. */
export function DayCard({ question, past }: { question: DayQuestion; past: boolean }): JSX.Element {
  const { t } = usePage();
  const model = useModel();
  const { key, scope, date } = question;
  const title = question.title || t('popup_untitled');
  const asks = t(past ? 'review_day_was' : 'review_day_is', { date: plainDate(date, 'long', t.locale) });
  return (
    <section class="review" aria-labelledby="day-title">
      <h2 id="day-title" class="review__asks small soft">
        {asks}
      </h2>
      <button
        type="button"
        class="question__title"
        aria-haspopup="dialog"
        onClick={() => model.open({ kind: 'occurrence', key })}
      >
        <span>{title}</span>
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would repeat the question on screen. */}
      <div class="question__answers" role="group" aria-label={asks}>
        <button type="button" class="answer" onClick={() => void model.correct(scope, 'absence', key)}>
          {t('review_day_yes')}
        </button>
        <button type="button" class="answer" onClick={() => void model.correct(scope, 'personal', key)}>
          {t('review_day_no')}
        </button>
      </div>
      <p class="small soft">{t('review_day_hint')}</p>
    </section>
  );
}
