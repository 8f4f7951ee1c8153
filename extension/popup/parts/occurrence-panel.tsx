import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { ACTIVITIES, type Activity, SIDE, type Side } from '../../../src/calendar/activity.ts';
import type { CorrectionScope, Verdict } from '../../../src/calendar/correction.ts';
import type { LabelledOccurrence } from '../../../src/calendar/label.ts';
import { addDays, dateIn } from '../../../src/time/zone.ts';
import { certaintyOf } from '../../../src/week/certainty.ts';
import { reviewScope } from '../../../src/week/review.ts';
import type { Translate } from '../../../src/words/translate.ts';
import { clockRange, percentParts, plainDate } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { activityName, leftOutText, messageKey, reasonText, sideName } from '../../ui/words.ts';
import { useModel } from '../context.ts';

/** What one occurrence is taken for, why, how sure that is, and the way to say otherwise. */
export function OccurrencePanel({ occurrenceKey }: { occurrenceKey: string }): JSX.Element | null {
  const { t, data } = usePage();
  const model = useModel();
  const read = model.read.value;
  const occurrence = read?.facts.byKey.get(occurrenceKey);
  if (!read) return null;
  if (!occurrence) {
    return (
      <h2 id="panel-title" class="panel__title" tabIndex={-1}>
        {t('panel_gone')}
      </h2>
    );
  }
  const calendar = read.calendars.find(
    (c) => c.sourceId === occurrence.sourceId && c.id === occurrence.calendarId,
  );
  const leftOut = read.facts.leftOut.find((l) => l.key === occurrenceKey);
  const facts = [
    ...(calendar ? [calendar.name] : []),
    occurrence.people > 1 ? t('panel_people', { count: occurrence.people }) : t('panel_alone'),
    ...(occurrence.recurring === 'none' ? [] : [t(messageKey('rhythm', occurrence.recurring))]),
  ];
  return (
    <>
      <h2 id="panel-title" class="panel__title" tabIndex={-1}>
        {occurrence.title || t('popup_untitled')}
      </h2>
      <p>{whenText(occurrence, read.settings.zone, t)}</p>
      <p class="soft">{facts.join(' · ')}</p>
      {occurrence.link !== undefined && (
        <p>
          <a class="link" href={occurrence.link} target="_blank" rel="noreferrer">
            {t('panel_open_entry')}
          </a>
        </p>
      )}
      <Label occurrence={occurrence} />
      {leftOut && (
        <p class="panel__left-out">{t('panel_not_counted', { why: leftOutText(t, leftOut.reason) })}</p>
      )}
      <Change occurrence={occurrence} />
      <p>
        <button
          type="button"
          class="link"
          onClick={() =>
            data.openPage(`settings/index.html?event=${encodeURIComponent(occurrence.key)}#choices`)
          }
        >
          {t('panel_make_rule')}
        </button>
      </p>
    </>
  );
}

function whenText(occurrence: LabelledOccurrence, zone: string, t: Translate): string {
  if (occurrence.allDay) {
    const { start, end } = occurrence.allDay;
    const last = addDays(end, -1);
    const first = plainDate(start, 'long', t.locale);
    return last > start ? `${first} – ${plainDate(last, 'long', t.locale)}` : first;
  }
  const { startMs, endMs } = occurrence;
  const day = plainDate(dateIn(zone, startMs), 'long', t.locale);
  return `${day}, ${clockRange(startMs, endMs, zone, t.locale)}`;
}

function Label({ occurrence }: { occurrence: LabelledOccurrence }): JSX.Element {
  const { t } = usePage();
  const { label } = occurrence;
  const certainty = certaintyOf(label);
  const guess = certainty === 'probably' || certainty === 'unsure';
  const { value, unit } = percentParts(label.confidence, t.locale);
  return (
    <section class={`label label--${label.ignored ? 'neither' : label.side} ${guess ? 'label--guess' : ''}`}>
      <h3 class="label__activity">
        {label.ignored ? t('activity_ignore') : activityName(t, label.activity)}
        {!label.ignored && <span class="label__side">{sideName(t, label.side)}</span>}
      </h3>
      <p class="label__certainty">
        {t(messageKey('certainty', certainty))}
        {guess && <span class="soft"> · {t('certainty_figure', { percent: `${value} ${unit}` })}</span>}
      </p>
      <ul class="label__reasons" aria-label={t('panel_why')}>
        {label.reasons.map((reason) => (
          <li key={reason.code}>{reasonText(t, reason)}</li>
        ))}
      </ul>
    </section>
  );
}

const SIDES: readonly Side[] = ['craft', 'management', 'neither'];

function Change({ occurrence }: { occurrence: LabelledOccurrence }): JSX.Element {
  const { t } = usePage();
  const model = useModel();
  const scope = useSignal<CorrectionScope['kind']>(reviewScope(occurrence).kind);
  const name = useId();
  const scopes: { kind: CorrectionScope['kind']; text: string; scope: CorrectionScope }[] = [
    { kind: 'occurrence', text: t('scope_occurrence'), scope: { kind: 'occurrence', key: occurrence.key } },
    ...(occurrence.recurring === 'none'
      ? []
      : [
          {
            kind: 'series',
            text: t('scope_series'),
            scope: { kind: 'series', uid: occurrence.uid },
          } as const,
        ]),
    ...(occurrence.title.trim() === ''
      ? []
      : [
          {
            kind: 'title',
            text: t('scope_title'),
            scope: { kind: 'title', title: occurrence.title },
          } as const,
        ]),
  ];
  const say = (verdict: Verdict): void => {
    const chosen = scopes.find((s) => s.kind === scope.value);
    if (chosen) void model.correct(chosen.scope, verdict, occurrence.key);
  };
  const { label } = occurrence;
  const isNow = (verdict: Verdict): boolean =>
    verdict === 'ignore' ? label.ignored : !label.ignored && label.activity === verdict;
  return (
    <section class="change" aria-label={t('panel_change')}>
      <h3>{t('panel_change')}</h3>
      <fieldset class="choice">
        <legend class="aside-voice">{t('panel_change_for')}</legend>
        {scopes.map(({ kind, text }) => (
          <label key={kind}>
            <input
              type="radio"
              name={name}
              checked={scope.value === kind}
              onChange={() => {
                scope.value = kind;
              }}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      {SIDES.map((side) => (
        // biome-ignore lint/a11y/useSemanticElements: the heading of each group is drawn as its first line.
        <div key={side} class="change__side" role="group" aria-label={sideName(t, side)}>
          <span class="change__name" aria-hidden="true">
            <span class={`swatch mark mark--${side}`} />
            {sideName(t, side)}
          </span>
          <span class="change__options">
            {activitiesOf(side).map((activity) => (
              <Option key={activity} verdict={activity} pressed={isNow(activity)} onSay={say} />
            ))}
            {side === 'neither' && <Option verdict="ignore" pressed={isNow('ignore')} onSay={say} />}
          </span>
        </div>
      ))}
    </section>
  );
}

function Option({
  verdict,
  pressed,
  onSay,
}: {
  verdict: Verdict;
  pressed: boolean;
  onSay: (verdict: Verdict) => void;
}): JSX.Element {
  const { t } = usePage();
  return (
    <button type="button" class="option" aria-pressed={pressed} onClick={() => onSay(verdict)}>
      {verdict === 'ignore' ? t('activity_ignore') : activityName(t, verdict)}
    </button>
  );
}

function activitiesOf(side: Side): Activity[] {
  return ACTIVITIES.filter((activity) => SIDE[activity] === side);
}
