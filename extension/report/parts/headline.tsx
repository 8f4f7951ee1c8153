import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { measureOf } from '../../../src/calendar/track.ts';
import { carries } from '../../../src/drift/causes.ts';
import { isOwn } from '../../../src/sources/traits.ts';
import { Percent } from '../../ui/amount.tsx';
import { usePage } from '../../ui/page.ts';
import { worded } from '../../ui/words.ts';
import { useReport } from '../context.ts';
import { headlineWords, knownWords } from '../headline-words.ts';
import { dayMonth, meanDuration, percent } from '../words.ts';
import { Aim } from './aim.tsx';
import { Occurrences } from './rows.tsx';

/** The sentence over the report and its check-up. */
export function useHeadline(): string {
  const { t, now } = usePage();
  const { view, read } = useReport();
  return headlineWords(view, read.user.track, now(), t);
}

/** The user's word that the new level is the job: the change is told no longer, and is no yardstick any more. */
function Accept(): JSX.Element {
  const { t, data, toasts } = usePage();
  return (
    <button
      type="button"
      class="button"
      onClick={async () => {
        const answer = await data.commands('acceptChanges', {});
        toasts.show({
          text: answer.ok ? t('report_accepted') : worded(t, 'error', answer.code, 'error_unknown'),
        });
      }}
    >
      {t('report_accept')}
    </button>
  );
}

/** The sentence over the whole column, and the track's figure against its target. */
export function Headline(): JSX.Element {
  const { t, now } = usePage();
  const { view, read, model } = useReport();
  const { figure, drift } = view;
  const sentence = useHeadline();
  // Of the sample no change is kept, so there is none to accept.
  const accepts =
    drift.kind === 'change' &&
    drift.change.level === 'lasting' &&
    drift.change.after < drift.change.before &&
    read.sources.some(isOwn);
  const { track } = read.user;
  const listed = useSignal(false);
  const listId = useId();
  const thisYear = new Date(now()).toISOString().slice(0, 4);
  return (
    <section class="headline" id="headline" aria-labelledby="headline-title" tabIndex={-1}>
      <h1 id="headline-title">{sentence}</h1>
      {view.knownMs !== null && (
        <p class="headline__about">{knownWords(view.knownMs, read.settings.zone, t)}</p>
      )}
      {drift.kind === 'change' && <p class="soft headline__about">{intervalWords()}</p>}
      {accepts && (
        <p class="headline__about">
          <Accept />
        </p>
      )}
      {track === 'leadership' && figure.administrationShare !== null && (
        <p class="headline__about">
          {t(figure.muchAdministration ? 'report_much_administration' : 'report_administration', {
            share: percent(figure.administrationShare, t.locale),
          })}
          {figure.craftShare !== null &&
            ` ${t('report_craft_kept', { share: percent(figure.craftShare, t.locale) })}`}
        </p>
      )}
      <div class="headline__row">
        <p class="headline__number">
          {figure.value === null ? (
            <>
              <span aria-hidden="true">–</span>
              <span class="aside-voice">{t('popup_no_share')}</span>
            </>
          ) : (
            <button
              type="button"
              class="headline__open"
              aria-expanded={listed.value}
              aria-controls={listId}
              onClick={() => {
                listed.value = !listed.value;
              }}
            >
              <Percent share={figure.value} />
            </button>
          )}
        </p>
        <div>
          <p class="headline__name">
            {t(track === 'leadership' ? 'report_leadership_share' : 'popup_share')}
            <span class="soft"> · {spanWords()}</span>
          </p>
          <p class="headline__gap">
            {gapWords()}
            {view.gapMinutes !== null && figure.gap !== null && Math.round(figure.gap * 100) !== 0 && (
              <span class="soft">
                {' '}
                · {t('report_gap_hours', { hours: meanDuration(view.gapMinutes, t.locale) })}
              </span>
            )}
          </p>
          {view.ownBest !== null && track !== 'leadership' && (
            <p class="soft">{t('report_own_best', { share: percent(view.ownBest, t.locale) })}</p>
          )}
        </div>
        <Aim />
      </div>
      <div id={listId}>{listed.value && <Occurrences keys={keysBehind()} />}</div>
    </section>
  );

  /** The entries of the weeks of the figure that are on its side: what is counted into it, open time aside. */
  function keysBehind(): string[] {
    const weeks = view.weeks.filter(({ week }) => view.figureSince === null || week >= view.figureSince);
    const byKey = model.byKey.value;
    return weeks.flatMap(({ counted }) =>
      counted.flatMap(({ key }) => {
        const label = byKey.get(key)?.label;
        return label && carries(label.activity, measureOf(track)) ? [key] : [];
      }),
    );
  }

  function spanWords(): string {
    if (view.figureSince === null) return t('report_over_weeks', { count: view.figureWeeks });
    return t('report_since', { week: dayMonth(view.figureSince, thisYear, t.locale) });
  }

  function gapWords(): string {
    if (figure.target === null || figure.gap === null) return t('report_no_target');
    const points = Math.round(Math.abs(figure.gap) * 100);
    const target = percent(figure.target, t.locale);
    if (points === 0) return t('report_on_target', { target });
    return t(figure.gap < 0 ? 'report_below_target' : 'report_above_target', { count: points, target });
  }

  function intervalWords(): string {
    if (drift.kind !== 'change') return '';
    const { earliestWeek, latestWeek, weeksBefore, weeksAfter, level } = drift.change;
    const counted = t('report_change_counted', { before: weeksBefore.length, after: weeksAfter.length });
    const sure = t(level === 'lasting' ? 'report_sure_lasting' : 'report_sure_possible');
    if (earliestWeek === latestWeek) return `${counted} ${sure}`;
    const between = t('report_change_between', {
      from: dayMonth(earliestWeek, thisYear, t.locale),
      to: dayMonth(latestWeek, thisYear, t.locale),
    });
    return `${between} ${counted} ${sure}`;
  }
}
