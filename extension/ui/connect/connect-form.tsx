import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Attempt } from '../attempt.ts';
import { usePage } from '../page.ts';

/** What is said of an attempt: that it goes on, or in which words it failed, with what leads on behind it. */
export function AttemptWords({
  attempt,
  busyText,
  errorId,
  children,
}: {
  attempt: Attempt;
  busyText: string;
  errorId: string;
  children?: ComponentChildren;
}): JSX.Element {
  return (
    <>
      <div role="status" class="small">
        {attempt.busy.value && <p class="soft">{busyText}</p>}
      </div>
      <div role="alert">
        {attempt.error.value && (
          <p id={errorId} class="field__error">
            {attempt.error.value} {children}
          </p>
        )}
      </div>
    </>
  );
}

/** The form that every way to connect is: its fields, one button, and what is said of the attempt. */
export function ConnectForm({
  attempt,
  label,
  submit,
  busyText,
  ready,
  onSubmit,
  beside,
  children,
}: {
  attempt: Attempt;
  /** What a voice calls the form. */
  label: string;
  submit?: string;
  busyText?: string;
  ready: boolean;
  onSubmit: () => void;
  /** What stands beside the button. */
  beside?: ComponentChildren;
  children: ComponentChildren;
}): JSX.Element {
  const { t } = usePage();
  const errorId = useId();
  return (
    <form
      class="connect"
      aria-label={label}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSubmit();
      }}
    >
      {children}
      <p class="connect__ways">
        <button
          type="submit"
          class="button button--main"
          disabled={attempt.busy.value || !ready}
          aria-describedby={attempt.error.value ? errorId : undefined}
        >
          {submit ?? t('connect_connect')}
        </button>
        {beside}
      </p>
      <AttemptWords attempt={attempt} busyText={busyText ?? t('connect_busy')} errorId={errorId} />
    </form>
  );
}
