import type { JSX } from 'preact';
import { SIDE } from '../../../src/calendar/activity.ts';
import { Hours, Percent } from '../../ui/amount.tsx';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';
import { dayMonth, hours, percent } from '../words.ts';
import { Aim } from './aim.tsx';
import { OpenRow } from './rows.tsx';

/** What the weeks say, as a sentence. */
export function useHeadline(): string {
  const { t, now } = usePage();
  const { view } = useReport();
  const { drift, figure } = view;
  const share = (value: number): string => percent(value, t.locale);
  if (drift.kind === 'too-few') return t('report_too_few', { have: drift.weeks, need: drift.needed });
  if (drift.kind === 'none') {
    return figure.craftShare === null
      ? t('report_nothing_yet')
      : t('report_steady', { share: share(figure.craftShare), count: drift.weeks });
  }
  const { change } = drift;
  const thisYear = new Date(now()).toISOString().slice(0, 4);
  return t(change.level === 'lasting' ? 'report_changed' : 'report_perhaps_changed', {
    week: dayMonth(change.week, thisYear, t.locale),
    before: share(change.before),
    after: share(change.after),
  });
}

/** The track's figure against its target, the sentence, and what came at the change. */
export function Headline(): JSX.Element {
  const { t, now } = usePage();
  const { view, read } = useReport();
  const { figure, causes, drift } = view;
  const sentence = useHeadline();
  const { track } = read.user;
  const thisYear = new Date(now()).toISOString().slice(0, 4);
  return (
    <section class="headline" aria-labelledby="headline-title">
      <div class="headline__figure">
        <p class="headline__number">
          {figure.value === null ? (
            <>
              <span aria-hidden="true">–</span>
              <span class="aside-voice">{t('popup_no_share')}</span>
            </>
          ) : (
            <Percent share={figure.value} />
          )}
        </p>
        <p class="headline__name">{t(track === 'leadership' ? 'report_leadership_share' : 'popup_share')}</p>
        <p class="soft">{spanWords()}</p>
        <p class="headline__gap">{gapWords()}</p>
        {view.gapMinutes !== null && figure.gap !== null && Math.round(figure.gap * 100) !== 0 && (
          <p>{t('report_gap_hours', { hours: hours(view.gapMinutes, t.locale) })}</p>
        )}
        {view.ownBest !== null && track !== 'leadership' && (
          <p class="soft">{t('report_own_best', { share: percent(view.ownBest, t.locale) })}</p>
        )}
      </div>
      <div class="headline__words">
        <h1 id="headline-title">{sentence}</h1>
        {drift.kind === 'change' && <p class="soft">{intervalWords()}</p>}
        {track === 'leadership' && figure.administrationShare !== null && (
          <p>
            {t(figure.muchAdministration ? 'report_much_administration' : 'report_administration', {
              share: percent(figure.administrationShare, t.locale),
            })}
            {figure.craftShare !== null &&
              ` ${t('report_craft_kept', { share: percent(figure.craftShare, t.locale) })}`}
          </p>
        )}
        {causes.length > 0 && <Causes />}
        <p class="soft">{t('report_cannot_see')}</p>
      </div>
      <Aim />
    </section>
  );

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

/** The series that came, grew or went with the change, with their hours; each opens. */
function Causes(): JSX.Element {
  const { t } = usePage();
  const { view } = useReport();
  return (
    <table class="causes">
      <caption>{t('report_causes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('report_series_name')}</th>
          <th scope="col" class="number times">
            {t('report_hours_week_before')}
          </th>
          <th scope="col" class="number times">
            {t('report_hours_week_since')}
          </th>
          <th scope="col" class="number">
            {t('report_change')}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.causes.map((cause) => (
          <OpenRow
            key={cause.keys[0]}
            name={cause.title || t('popup_untitled')}
            swatch={`mark--${SIDE[cause.activity]}`}
            keys={cause.keys}
            columns={4}
          >
            <td class="number times soft">
              <Hours minutes={cause.before} />
            </td>
            <td class="number times soft">
              <Hours minutes={cause.after} />
            </td>
            <td class="number">
              {cause.minutesPerWeek > 0 ? '+' : '−'}
              <Hours minutes={Math.abs(cause.minutesPerWeek)} />
            </td>
          </OpenRow>
        ))}
      </tbody>
    </table>
  );
}
