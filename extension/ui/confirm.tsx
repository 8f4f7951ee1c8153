import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from './page.ts';

/** A button that asks once more, in its own place, before it does what cannot be undone. */
export function Confirm({
  text,
  label,
  question,
  onConfirm,
  children,
}: {
  text: string;
  /** What a voice says where `text` alone does not say what it is about. */
  label?: string;
  question: string;
  onConfirm: () => Promise<unknown>;
  /** What is to be chosen with it. */
  children?: ComponentChildren;
}): JSX.Element {
  const { t } = usePage();
  const asking = useSignal(false);
  const busy = useSignal(false);
  const no = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (asking.value) no.current?.focus();
    else if (asked.current) first.current?.focus();
    asked.current = asking.value;
  }, [asking.value]);
  if (!asking.value) {
    return (
      <button
        ref={first}
        type="button"
        class="button button--quiet"
        aria-label={label}
        onClick={() => {
          asking.value = true;
        }}
      >
        {text}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need its legend drawn first in the line.
    <span
      class="confirm"
      role="group"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key === 'Escape') asking.value = false;
      }}
    >
      <span>{question}</span>
      {children}
      <button
        type="button"
        class="button button--grave"
        disabled={busy.value}
        onClick={async () => {
          busy.value = true;
          await onConfirm();
          busy.value = false;
          asking.value = false;
        }}
      >
        {text}
      </button>
      <button
        ref={no}
        type="button"
        class="button"
        onClick={() => {
          asking.value = false;
        }}
      >
        {t('settings_keep')}
      </button>
    </span>
  );
}
