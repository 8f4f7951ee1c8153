import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Source } from '../../../src/calendar/source.ts';
import { PAST_CHOICES, type PastChoice } from '../../background/commands.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { usePage } from '../../ui/page.ts';
import { messageKey } from '../../ui/words.ts';
import { useSettings } from '../context.ts';

/** A source's name, which can be changed in its place, and what can be done with it: pause, remove. */
export function SourceHead({ source, state }: { source: Source; state: JSX.Element }): JSX.Element {
  const { t } = usePage();
  const { model } = useSettings();
  const naming = useSignal(false);
  const rename = useRef<HTMLButtonElement>(null);
  const isSample = source.kind === 'sample';
  const name = isSample ? t('kind_sample') : source.name;
  const { id: sourceId, paused = false } = source;
  if (naming.value) {
    return (
      <NameForm
        source={source}
        onDone={(next) => {
          naming.value = false;
          // The button is drawn first.
          setTimeout(() => rename.current?.focus());
          if (next !== null) void model.command('calendars', 'setSource', { sourceId, name: next });
        }}
      />
    );
  }
  return (
    <div class="source__head">
      <div class="source__title">
        <h3 class="source__name">{name}</h3>
        {state}
      </div>
      <div class="source__ways">
        {!isSample && (
          <>
            <button
              ref={rename}
              type="button"
              class="button button--quiet"
              aria-label={`${t('connect_rename')}: ${name}`}
              onClick={() => {
                naming.value = true;
              }}
            >
              {t('connect_rename')}
            </button>
            <button
              type="button"
              class="button button--quiet"
              aria-label={`${t(paused ? 'connect_resume' : 'connect_pause')}: ${name}`}
              onClick={() => void model.command('calendars', 'setSource', { sourceId, paused: !paused })}
            >
              {t(paused ? 'connect_resume' : 'connect_pause')}
            </button>
          </>
        )}
        <RemoveSource source={source} name={name} />
      </div>
    </div>
  );
}

function NameForm({
  source,
  onDone,
}: {
  source: Source;
  /** With null where the name stays. */
  onDone: (name: string | null) => void;
}): JSX.Element {
  const { t } = usePage();
  const typed = useSignal(source.name);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.select(), []);
  const next = typed.value.trim();
  return (
    <form
      class="source__naming"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(next === '' || next === source.name ? null : next);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone(null);
      }}
    >
      <input
        ref={field}
        class="input input--wide"
        aria-label={t('connect_name_of', { name: source.name })}
        maxLength={200}
        autocomplete="off"
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
      />
      <button type="submit" class="button" disabled={next === ''}>
        {t('connect_rename')}
      </button>
      <button type="button" class="button button--quiet" onClick={() => onDone(null)}>
        {t('settings_keep')}
      </button>
    </form>
  );
}

function RemoveSource({ source, name }: { source: Source; name: string }): JSX.Element {
  const { t, toasts } = usePage();
  const { model, closed } = useSettings();
  const past = useSignal<PastChoice>('keep');
  const remove = async (): Promise<void> => {
    const removed = await model.command('calendars', 'removeSource', {
      sourceId: source.id,
      past: past.value,
    });
    if (removed?.revoked === false) toasts.show({ text: t('google_not_revoked') });
  };
  return (
    <Confirm
      text={t('settings_remove')}
      label={t('settings_remove_named', { name })}
      question={t('settings_remove_source', { name })}
      onConfirm={() => remove()}
    >
      {closed > 0 && source.kind !== 'sample' && (
        <label class="confirm__past">
          <span>{t('past_of_source')}</span>
          <select
            class="input"
            onChange={(event) => {
              past.value = PAST_CHOICES.find((c) => c === event.currentTarget.value) ?? 'keep';
            }}
          >
            {PAST_CHOICES.map((choice) => (
              <option key={choice} value={choice} selected={choice === past.value}>
                {t(messageKey('past', choice))}
              </option>
            ))}
          </select>
        </label>
      )}
    </Confirm>
  );
}
