import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { MarkSide } from '../../../src/report/marks.ts';
import type { Mark } from '../../../src/settings/settings.ts';
import { dateIn, isPlainDate } from '../../../src/time/zone.ts';
import { Hours, Percent } from '../../ui/amount.tsx';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';
import type { MarkView } from '../view.ts';
import { dayMonth } from '../words.ts';

/** As many as the settings keep. */
const MOST_MARKS = 24;
const LONGEST_NAME = 60;

/** The user's own dates, each with the weeks before it beside those since. */
export function Marks(): JSX.Element {
  const { t } = usePage();
  const { view, model, read } = useReport();
  return (
    <section class="part" id="marks" aria-labelledby="marks-title" tabIndex={-1}>
      <h2 id="marks-title">{t('report_marks')}</h2>
      <p class="part__about soft">{t('report_marks_about')}</p>
      {view.marks.length > 0 && (
        <div class="halves">
          {view.marks.map((mark) => (
            <Comparison key={`${mark.mark.date} ${mark.mark.name}`} view={mark} onRemove={remove} />
          ))}
        </div>
      )}
      {read.user.marks.length < MOST_MARKS && <NewMark />}
    </section>
  );

  function remove(mark: Mark): void {
    const marks = read.user.marks.filter((m) => m.date !== mark.date || m.name !== mark.name);
    void model.save({ marks });
  }
}

const PARTS = ['craft', 'management', 'fragments'] as const;

function Comparison({
  view: { mark, before, after },
  onRemove,
}: {
  view: MarkView;
  onRemove: (mark: Mark) => void;
}): JSX.Element {
  const { t, now } = usePage();
  const thisYear = new Date(now()).toISOString().slice(0, 4);
  const both = (cell: (side: MarkSide) => JSX.Element): JSX.Element[] =>
    [before, after].map((side, i) => (
      <td key={i === 0 ? 'before' : 'after'} class="number">
        {side.weeks.length === 0 ? '–' : cell(side)}
      </td>
    ));
  const share = (value: number | null): JSX.Element => (value === null ? <>–</> : <Percent share={value} />);
  return (
    <div>
      <div class="mark-head">
        <h3>{mark.name}</h3>
        <span class="soft">{dayMonth(mark.date, thisYear, t.locale)}</span>
        <button
          type="button"
          class="link small"
          aria-label={t('settings_remove_named', { name: mark.name })}
          onClick={() => onRemove(mark)}
        >
          {t('settings_remove')}
        </button>
      </div>
      <table class="pair">
        <caption class="aside-voice">{mark.name}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="aside-voice">{t('report_figure')}</span>
            </th>
            <th scope="col" class="number">
              {t('report_before_weeks', { count: before.weeks.length })}
            </th>
            <th scope="col" class="number">
              {t('report_since_weeks', { count: after.weeks.length })}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('popup_share')}</th>
            {both((side) => share(side.craftShare))}
          </tr>
          <tr>
            <th scope="row">{t('report_leadership_share')}</th>
            {both((side) => share(side.leadershipShare))}
          </tr>
          {PARTS.map((part) => (
            <tr key={part}>
              <th scope="row">
                <span class={`swatch mark mark--${part === 'fragments' ? 'fragment' : part}`} />{' '}
                {t('report_part_week', { part: t(`part_${part}`) })}
              </th>
              {both((side) => (
                <Hours minutes={side.minutesPerWeek[part]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NewMark(): JSX.Element {
  const { t, toasts, now } = usePage();
  const { model, read } = useReport();
  const today = dateIn(read.settings.zone, now());
  const [nameId, dateId, errorId] = [useId(), useId(), useId()];
  const name = useSignal('');
  const date = useSignal('');
  const incomplete = useSignal(false);
  // Before and since are compared: of a day to come there is no since.
  const future = isPlainDate(date.value) && date.value > today;
  const add = async (): Promise<void> => {
    const mark = { date: date.value, name: name.value.trim() };
    incomplete.value = mark.name === '' || !isPlainDate(mark.date);
    if (incomplete.value || mark.date > today) return;
    const others = read.user.marks.filter((m) => m.date !== mark.date || m.name !== mark.name);
    try {
      await model.save({ marks: [...others, mark].sort((a, b) => (a.date < b.date ? -1 : 1)) });
      name.value = '';
      date.value = '';
    } catch (cause) {
      // What was typed stays in its fields, to be tried again.
      console.error('Craftweek could not keep a date', cause);
      toasts.show({ text: t('settings_not_saved') });
    }
  };
  return (
    <form
      class="new-mark"
      // The page says itself what is missing, in its own language.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <span class="field">
        <label class="small soft" for={dateId}>
          {t('report_mark_date')}
        </label>
        <input
          id={dateId}
          class="input"
          type="date"
          max={today}
          value={date.value}
          aria-invalid={future || (incomplete.value && date.value === '')}
          aria-describedby={incomplete.value || future ? errorId : undefined}
          onInput={(event) => {
            date.value = event.currentTarget.value;
          }}
        />
      </span>
      <span class="field new-mark__name">
        <label class="small soft" for={nameId}>
          {t('report_mark_name')}
        </label>
        <input
          id={nameId}
          class="input"
          maxLength={LONGEST_NAME}
          placeholder={t('report_mark_example')}
          value={name.value}
          aria-invalid={incomplete.value && name.value.trim() === ''}
          aria-describedby={incomplete.value ? errorId : undefined}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      </span>
      <button type="submit" class="button">
        {t('report_mark_add')}
      </button>
      {(incomplete.value || future) && (
        <p id={errorId} class="field__error small" role="alert">
          {t(future ? 'report_mark_future' : 'report_mark_incomplete')}
        </p>
      )}
    </form>
  );
}
