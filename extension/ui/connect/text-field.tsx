import type { Signal } from '@preact/signals';
import type { JSX, TargetedInputEvent } from 'preact';
import { useId } from 'preact/hooks';

/** A line of text with its label, which nobody corrects and no browser remembers. */
export function TextField({
  name,
  label,
  hint,
  secret = false,
  value,
}: {
  name: string;
  label: string;
  hint?: string;
  secret?: boolean;
  value: Signal<string>;
}): JSX.Element {
  const ids = { input: useId(), hint: useId() };
  const shared = {
    id: ids.input,
    name,
    class: 'input input--wide',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    ...(hint ? { 'aria-describedby': ids.hint } : {}),
    value: value.value,
    onInput: (event: TargetedInputEvent<HTMLInputElement>): void => {
      value.value = event.currentTarget.value;
    },
  } as const;
  return (
    <>
      <label for={ids.input}>{label}</label>
      {secret ? <input {...shared} type="password" /> : <input {...shared} type="text" />}
      {hint && (
        <p id={ids.hint} class="small soft">
          {hint}
        </p>
      )}
    </>
  );
}
