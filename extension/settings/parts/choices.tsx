import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { ACTIVITIES } from '../../../src/calendar/activity.ts';
import type { Correction, Rule, Verdict } from '../../../src/calendar/correction.ts';
import { usePage } from '../../ui/page.ts';
import { verdictName } from '../../ui/words.ts';
import { useSettings } from '../context.ts';
import { ChoicesFile } from './choices-file.tsx';
import { Line, Section } from './section.tsx';

const FIELDS: readonly Rule['field'][] = ['title', 'calendar', 'domain', 'color'];
const VERDICTS: readonly Verdict[] = [...ACTIVITIES, 'ignore'];

/** What the user told Craftweek: corrections and rules, with the way back and the way out. */
export function ChoicesSection(): JSX.Element {
  const { t } = usePage();
  const { model, corrections, rules } = useSettings();
  return (
    <Section id="choices">
      <Line name={t('settings_rules')} hint={t('settings_rules_hint')}>
        {rules.length > 0 && (
          <ol class="said">
            {rules.map((rule) => (
              <li key={rule.id}>
                <span>
                  {t(`rule_${rule.field}`)} “{rule.value}”
                  <span class="said__verdict">{verdictName(t, rule.verdict)}</span>
                </span>
                <button
                  type="button"
                  class="button button--quiet"
                  aria-label={t('settings_remove_named', { name: rule.value })}
                  onClick={() => void model.command('choices', 'removeRule', { id: rule.id })}
                >
                  {t('settings_remove')}
                </button>
              </li>
            ))}
          </ol>
        )}
        <RuleForm />
      </Line>
      <Line name={t('settings_corrections')}>
        {corrections.length === 0 ? (
          <p class="soft">{t('settings_no_corrections')}</p>
        ) : (
          <ul class="said">
            {[...corrections]
              .sort((a, b) => b.madeMs - a.madeMs)
              .map((correction) => (
                <CorrectionItem key={correction.id} correction={correction} />
              ))}
          </ul>
        )}
      </Line>
      <ChoicesFile />
    </Section>
  );
}

function CorrectionItem({ correction }: { correction: Correction }): JSX.Element {
  const { t } = usePage();
  const { model } = useSettings();
  const title = correction.example.title || t('popup_untitled');
  return (
    <li>
      <span>
        {title}
        <span class="said__verdict">{verdictName(t, correction.verdict)}</span>
        <span class="small soft">{t(`scope_${correction.scope.kind}`)}</span>
      </span>
      <button
        type="button"
        class="button button--quiet"
        aria-label={t('settings_undo_named', { name: title })}
        onClick={() => void model.command('choices', 'undoCorrection', { id: correction.id })}
      >
        {t('ui_undo')}
      </button>
    </li>
  );
}

function RuleForm(): JSX.Element {
  const { t } = usePage();
  const { model } = useSettings();
  const field = useSignal<Rule['field']>('title');
  const value = useSignal('');
  const verdict = useSignal<Verdict>('deep-work');
  const error = useSignal(false);
  const errorId = useId();
  return (
    <form
      class="inline-form"
      aria-label={t('settings_rule_new')}
      novalidate
      onSubmit={async (event) => {
        event.preventDefault();
        error.value = value.value.trim() === '';
        if (error.value) return;
        const rule = { field: field.value, value: value.value.trim(), verdict: verdict.value };
        if (await model.command('choices', 'addRule', rule)) value.value = '';
      }}
    >
      <select
        class="input"
        aria-label={t('settings_rule_field')}
        onChange={(event) => {
          field.value = FIELDS.find((f) => f === event.currentTarget.value) ?? 'title';
        }}
      >
        {FIELDS.map((f) => (
          <option key={f} value={f} selected={f === field.value}>
            {t(`rule_${f}`)}
          </option>
        ))}
      </select>
      <input
        class="input"
        type="text"
        maxLength={200}
        aria-label={t('settings_rule_value')}
        placeholder={t('settings_rule_value')}
        value={value.value}
        aria-invalid={error.value}
        aria-describedby={error.value ? errorId : undefined}
        onInput={(event) => {
          value.value = event.currentTarget.value;
          error.value = false;
        }}
      />
      <select
        class="input"
        aria-label={t('settings_rule_verdict')}
        onChange={(event) => {
          verdict.value = VERDICTS.find((v) => v === event.currentTarget.value) ?? 'deep-work';
        }}
      >
        {VERDICTS.map((v) => (
          <option key={v} value={v} selected={v === verdict.value}>
            {verdictName(t, v)}
          </option>
        ))}
      </select>
      <button type="submit" class="button">
        {t('settings_rule_add')}
      </button>
      {error.value && (
        <p id={errorId} class="field__error small" role="alert">
          {t('settings_rule_empty')}
        </p>
      )}
    </form>
  );
}
