import type { JSX } from 'preact';
import type { Side } from '../../../src/calendar/activity.ts';
import { activityForSide, type Review, type ReviewItem } from '../../../src/week/review.ts';
import { clockLength, hourNumber } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { activityName, sideName } from '../../ui/words.ts';
import { useModel } from '../context.ts';

const SIDES: readonly Side[] = ['craft', 'management', 'neither'];

/** The few guesses that move the week's figure most, one tap each. */
export function ReviewCard({ review }: { review: Review }): JSX.Element {
  const { t } = usePage();
  const hours = (minutes: number): string => hourNumber(minutes, t.locale);
  return (
    <section class="review" aria-labelledby="review-title">
      <h2 id="review-title">{t('review_title')}</h2>
      <p class="soft">
        {t(review.settledMinutes === review.unsureMinutes ? 'review_settles_all' : 'review_settles', {
          count: review.items.length,
          settled: hours(review.settledMinutes),
          unsure: hours(review.unsureMinutes),
        })}
      </p>
      <ul>
        {review.items.map((item) => (
          <Question key={item.key} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Question({ item }: { item: ReviewItem }): JSX.Element {
  const { t } = usePage();
  const model = useModel();
  const title = item.title || t('popup_untitled');
  const people = model.read.value?.facts.byKey.get(item.key)?.people ?? 1;
  return (
    <li class="question">
      <button
        type="button"
        class="question__title"
        aria-haspopup="dialog"
        onClick={() => model.open({ kind: 'occurrence', key: item.key })}
      >
        <span>{title}</span>
        <span class="small soft">{t('review_guess', { activity: activityName(t, item.activity) })}</span>
      </button>
      <span class="question__minutes">{clockLength(item.minutes)}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would repeat the title on screen. */}
      <div class="question__answers" role="group" aria-label={title}>
        {SIDES.map((side) => (
          <button
            key={side}
            type="button"
            class={`answer answer--${side}`}
            onClick={() => void model.correct(item.scope, activityForSide(side, item, people), item.key)}
          >
            <span class={`swatch mark mark--${side}`} />
            {sideName(t, side)}
          </button>
        ))}
      </div>
    </li>
  );
}
