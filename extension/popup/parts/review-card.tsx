import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Side } from '../../../src/calendar/activity.ts';
import { answersTo, pointsSettled } from '../../../src/week/answers.ts';
import { activityForSide, type Review, type ReviewItem } from '../../../src/week/review.ts';
import { durationText } from '../../../src/words/format.ts';
import { usePage } from '../../ui/page.ts';
import { activityName, sideName } from '../../ui/words.ts';
import { useModel } from '../context.ts';

const SIDES: readonly Side[] = ['craft', 'management', 'neither'];

/** The one guess that moves the week's figure most, answered with one tap; the next follows it. */
export function ReviewCard({ review }: { review: Review }): JSX.Element | null {
  const [item] = review.items;
  return item ? <Question item={item} review={review} /> : null;
}

function Question({ item, review }: { item: ReviewItem; review: Review }): JSX.Element {
  const { t } = usePage();
  const model = useModel();
  const length = (minutes: number): string => durationText(minutes, t.locale);
  const title = item.title || t('popup_untitled');
  const people = model.read.value?.facts.byKey.get(item.key)?.people ?? 1;
  const others = review.items.length - 1;
  const read = model.read.value;
  const points = useMemo(
    () => (read ? pointsSettled(answersTo(item, read.facts, read.settings)) : 0),
    [item, read],
  );
  return (
    <section class="review" aria-labelledby="review-title">
      <h2 id="review-title" class="review__asks small soft">
        {t('review_title')}
      </h2>
      <button
        type="button"
        class="question__title"
        aria-haspopup="dialog"
        onClick={() => model.open({ kind: 'occurrence', key: item.key })}
      >
        <span>
          {title}, {length(item.minutes)}
        </span>
        <span class="small soft">{t('review_guess', { activity: activityName(t, item.activity) })}</span>
      </button>
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
      <p class="small soft">
        {others === 0
          ? t('review_settles_last', { unsure: length(item.minutes) })
          : t('review_settles', {
              settled: length(item.minutes),
              unsure: length(review.unsureMinutes),
              count: others,
            })}
        {points > 0 && ` ${t('review_moves', { count: points })}`}
      </p>
    </section>
  );
}
