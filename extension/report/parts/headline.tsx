import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Track } from '../../../src/report/tracks.ts';
import { Percent } from '../../ui/amount.tsx';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';
import { dayMonth, hours, percent } from '../words.ts';

const TRACKS: readonly Track[] = ['mastery', 'leadership', 'own'];

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
  const { t } = usePage();
  const { view, read } = useReport();
  const { figure, causes, drift } = view;
  const sentence = useHeadline();
  const { track } = read.user;
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
        <p class="headline__name">{t(track === 'leadership' ? 'report_people_share' : 'popup_share')}</p>
        <p class="soft">{targetWords()}</p>
        <TrackChoice />
      </div>
      <div class="headline__words">
        <h1 id="headline-title">{sentence}</h1>
        {drift.kind === 'change' && (
          <>
            <p class="soft">{intervalWords()}</p>
            {causes.length > 0 && <Causes />}
          </>
        )}
        {track === 'leadership' && figure.administrationShare !== null && (
          <p>
            {t(figure.muchAdministration ? 'report_much_administration' : 'report_administration', {
              share: percent(figure.administrationShare, t.locale),
            })}
            {figure.craftShare !== null &&
              ` ${t('report_craft_kept', { share: percent(figure.craftShare, t.locale) })}`}
          </p>
        )}
        {view.ownBest !== null && track !== 'leadership' && (
          <p class="soft">{t('report_own_best', { share: percent(view.ownBest, t.locale) })}</p>
        )}
        <p class="soft small">{t('report_cannot_see')}</p>
      </div>
    </section>
  );

  function targetWords(): string {
    if (figure.target === null || figure.gap === null) return t('report_no_target');
    const points = Math.round(Math.abs(figure.gap) * 100);
    const target = percent(figure.target, t.locale);
    if (points === 0) return t('report_on_target', { target });
    return t(figure.gap < 0 ? 'report_below_target' : 'report_above_target', { count: points, target });
  }

  function intervalWords(): string {
    if (drift.kind !== 'change') return '';
    const { earliestWeek, latestWeek, weeksBefore, weeksAfter } = drift.change;
    const year = latestWeek.slice(0, 4);
    const counted = t('report_change_counted', { before: weeksBefore.length, after: weeksAfter.length });
    if (earliestWeek === latestWeek) return counted;
    const between = t('report_change_between', {
      from: dayMonth(earliestWeek, year, t.locale),
      to: dayMonth(latestWeek, year, t.locale),
    });
    return `${between} ${counted}`;
  }
}

/** The series that came, grew or went with the change, with their hours. */
function Causes(): JSX.Element {
  const { t } = usePage();
  const { view } = useReport();
  return (
    <>
      <h2 class="headline__causes">{t('report_causes')}</h2>
      <ul class="causes">
        {view.causes.map((cause) => (
          <li key={cause.title}>
            <span
              class={`swatch mark mark--${cause.activity === 'deep-work' || cause.activity === 'making-together' || cause.activity === 'learning' ? 'craft' : 'management'}`}
            />
            <span class="causes__title">{cause.title || t('popup_untitled')}</span>
            <span class="number">
              {cause.minutesPerWeek > 0 ? '+' : '−'}
              {hours(Math.abs(cause.minutesPerWeek), t.locale)}
            </span>
          </li>
        ))}
      </ul>
      <p class="soft small">{t('report_causes_about')}</p>
    </>
  );
}

/** The track is a matter of the person: both are equals, and it can be changed here. */
function TrackChoice(): JSX.Element {
  const { t } = usePage();
  const { model, read } = useReport();
  const name = useId();
  return (
    <fieldset class="choice headline__tracks">
      <legend class="aside-voice">{t('settings_track')}</legend>
      {TRACKS.map((track) => (
        <label key={track}>
          <input
            type="radio"
            name={name}
            checked={read.user.track === track}
            onChange={() => void model.save({ track, target: null })}
          />
          {t(`settings_track_${track}`)}
        </label>
      ))}
    </fieldset>
  );
}
