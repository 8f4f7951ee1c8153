import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';
import { usePage } from '../../ui/page.ts';

interface TokenListProps {
  readonly values: readonly string[];
  /** What the field for a new one is called. */
  readonly label: string;
  /** Most characters of one. */
  readonly longest: number;
  /** The texts are e-mail addresses: the browser offers those it knows. */
  readonly areAddresses?: boolean;
  /** A typed text as it is kept. */
  readonly clean: (text: string) => string;
  /** What is wrong with a clean text, in the user's language; null where nothing is. */
  readonly problemOf: (text: string) => string | null;
  readonly onPut: (values: readonly string[]) => void;
}

/** Short texts that one adds and removes: each with its own button, and a field for the next. */
export function TokenList(props: TokenListProps): JSX.Element {
  const { values, label, areAddresses = false, longest, clean, problemOf, onPut } = props;
  const { t } = usePage();
  const text = useSignal('');
  const error = useSignal<string | null>(null);
  const id = useId();
  const add = (): void => {
    const value = clean(text.value);
    error.value = problemOf(value);
    if (error.value !== null || value === '') return;
    text.value = '';
    onPut([...values, value]);
  };
  const field = {
    class: 'input input--wide',
    maxLength: longest,
    'aria-label': label,
    placeholder: label,
    value: text.value,
    'aria-invalid': error.value !== null,
    'aria-describedby': error.value === null ? undefined : id,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }): void => {
      text.value = currentTarget.value;
      error.value = null;
    },
  };
  return (
    <>
      <ul class="tokens">
        {values.map((value) => (
          <li key={value} class="token">
            <span>{value}</span>
            <button
              type="button"
              class="button button--quiet button--icon"
              aria-label={t('settings_remove_named', { name: value })}
              onClick={() => onPut(values.filter((one) => one !== value))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <form
        class="inline-form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        {areAddresses ? (
          <input type="email" autocomplete="email" {...field} />
        ) : (
          <input type="text" {...field} />
        )}
        <button type="submit" class="button">
          {t('settings_add')}
        </button>
      </form>
      {error.value !== null && (
        <p id={id} class="field__error small" role="alert">
          {error.value}
        </p>
      )}
    </>
  );
}
