import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Rule } from '../../../src/calendar/correction.ts';
import { Icon } from '../../ui/icon.tsx';
import { usePage } from '../../ui/page.ts';
import { verdictName } from '../../ui/words.ts';
import { useSettings } from '../context.ts';
import { basisWindow, type RuleBasis, ruleBasis } from '../rule-basis.ts';
import { RuleForm } from './rule-form.tsx';

/** The rules in the order in which they are tried, and the form for one more. `eventKey` is what a new one is about. */
export function Rules({ eventKey }: { eventKey: string | null }): JSX.Element {
  const { rules } = useSettings();
  const basis = useBasis();
  const edited = useSignal<string | null>(null);
  const change = rules.find((rule) => rule.id === edited.value) ?? null;
  const done = (): void => {
    edited.value = null;
  };
  return (
    <>
      {rules.length > 0 && (
        <ol class="said">
          {rules.map((rule, i) => (
            <RuleItem
              key={rule.id}
              rule={rule}
              place={{ first: i === 0, last: i === rules.length - 1 }}
              basis={basis}
              onEdit={() => {
                edited.value = rule.id;
              }}
            />
          ))}
        </ol>
      )}
      {/* Another rule, another form: nothing of the one before stays in the fields. */}
      <RuleForm
        key={change?.id ?? 'new'}
        rule={change}
        start={eventKey === null ? null : (basis?.about(eventKey) ?? null)}
        basis={basis}
        onDone={done}
      />
    </>
  );
}

/** What rules can be about; null until it is read. */
function useBasis(): RuleBasis | null {
  const { data, now } = usePage();
  const { calendars } = useSettings();
  const basis = useSignal<RuleBasis | null>(null);
  useEffect(() => {
    let wanted = true;
    data.occurrences(basisWindow(now())).then(
      (occurrences) => {
        if (wanted) basis.value = ruleBasis(occurrences, calendars);
      },
      // The list and the form do their work without it.
      (cause: unknown) => console.error('Craftweek could not read what rules are about', cause),
    );
    return () => {
      wanted = false;
    };
  }, [data, calendars]);
  return basis.value;
}

function RuleItem({
  rule,
  place,
  basis,
  onEdit,
}: {
  rule: Rule;
  place: { first: boolean; last: boolean };
  basis: RuleBasis | null;
  onEdit: () => void;
}): JSX.Element {
  const { t } = usePage();
  const { model } = useSettings();
  const name = rule.value;
  const move = (by: -1 | 1): void => void model.command('choices', 'moveRule', { id: rule.id, by });
  return (
    <li>
      <span>
        {t(`rule_${rule.field}`)} “{name}”<span class="said__verdict">{verdictName(t, rule.verdict)}</span>
        {basis && <span class="small soft">{t('rule_matches', { count: basis.matching(rule) })}</span>}
      </span>
      <span class="said__ways">
        <button
          type="button"
          class="button button--quiet button--icon"
          aria-label={t('rule_up', { name })}
          aria-disabled={place.first}
          onClick={() => !place.first && move(-1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          class="button button--quiet button--icon"
          aria-label={t('rule_down', { name })}
          aria-disabled={place.last}
          onClick={() => !place.last && move(1)}
        >
          <Icon name="down" />
        </button>
        <button
          type="button"
          class="button button--quiet"
          aria-label={t('rule_edit_named', { name })}
          onClick={onEdit}
        >
          {t('rule_edit')}
        </button>
        <button
          type="button"
          class="button button--quiet"
          aria-label={t('settings_remove_named', { name })}
          onClick={() => void model.command('choices', 'removeRule', { id: rule.id })}
        >
          {t('settings_remove')}
        </button>
      </span>
    </li>
  );
}
