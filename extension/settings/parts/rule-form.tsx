import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { ACTIVITIES } from '../../../src/calendar/activity.ts';
import type { Rule, Verdict } from '../../../src/calendar/correction.ts';
import { usePage } from '../../ui/page.ts';
import { verdictName } from '../../ui/words.ts';
import { useSettings } from '../context.ts';
import type { RuleBasis } from '../rule-basis.ts';

const FIELDS: readonly Rule['field'][] = ['title', 'calendar', 'domain', 'color'];
const VERDICTS: readonly Verdict[] = [...ACTIVITIES, 'ignore'];

/**
 * The form of a new rule, or of `rule`. Calendar, colour and domain are picked from what exists, and it says how many
 * entries the rule would be about. `start` is what a new one says first.
 */
export function RuleForm({
  rule,
  start,
  basis,
  onDone,
}: {
  rule: Rule | null;
  start: Pick<Rule, 'field' | 'value'> | null;
  basis: RuleBasis | null;
  onDone: () => void;
}): JSX.Element {
  const { t } = usePage();
  const { model } = useSettings();
  const field = useSignal<Rule['field']>(rule?.field ?? 'title');
  const value = useSignal(rule?.value ?? '');
  const verdict = useSignal<Verdict>(rule?.verdict ?? 'deep-work');
  const error = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const [errorId, listId] = [useId(), useId()];
  const wanted = rule !== null || start !== null;
  useEffect(() => {
    // What a new rule is about is read after the form is drawn.
    if (!rule && start && value.value === '') {
      field.value = start.field;
      value.value = start.value;
    }
    if (wanted) form.current?.querySelector('select')?.focus();
  }, [wanted]);
  const existing = field.value === 'title' ? [] : (basis?.values[field.value] ?? []);
  const text = value.value.trim();

  const send = async (): Promise<void> => {
    error.value = text === '';
    if (error.value) return;
    const said = { field: field.value, value: text, verdict: verdict.value };
    const kept = rule
      ? await model.command('choices', 'changeRule', { id: rule.id, ...said })
      : await model.command('choices', 'addRule', said);
    if (kept === null) return;
    value.value = '';
    onDone();
  };
  return (
    <form
      ref={form}
      class="inline-form"
      aria-label={t(rule ? 'rule_edit' : 'settings_rule_new')}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <select
        class="input"
        aria-label={t('settings_rule_field')}
        onChange={(event) => {
          field.value = FIELDS.find((f) => f === event.currentTarget.value) ?? 'title';
          value.value = '';
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
        list={existing.length > 0 ? listId : undefined}
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
      <datalist id={listId}>
        {existing.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
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
        {t(rule ? 'rule_keep' : 'settings_rule_add')}
      </button>
      {rule && (
        <button type="button" class="button button--quiet" onClick={onDone}>
          {t('rule_cancel')}
        </button>
      )}
      {error.value && (
        <p id={errorId} class="field__error small" role="alert">
          {t('settings_rule_empty')}
        </p>
      )}
      {basis && text !== '' && (
        <p class="inline-form__note small soft" role="status">
          {t('rule_matches', { count: basis.matching({ field: field.value, value: text }) })}
        </p>
      )}
    </form>
  );
}
