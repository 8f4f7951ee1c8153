import { type Signal, signal } from '@preact/signals';

/** A short message at the foot of a page, with at most one way back. */
interface Toast {
  readonly text: string;
  readonly undo?: () => Promise<void>;
}

/** Shows one message at a time; a new one takes the place of the old. */
export interface Toasts {
  readonly current: Signal<Toast | null>;
  show(toast: Toast): void;
  close(): void;
  /** Keeps the message for as long as the user is on it. */
  hold(): void;
  /** Lets it go again, after its whole time. */
  release(): void;
}

/** How long a message without a way back stays. */
const PLAIN_MS = 5_000;
/** How long a way back stays: to read the message, find the button and reach it. The settings list it afterwards. */
const UNDO_MS = 20_000;

export function createToasts(): Toasts {
  const current = signal<Toast | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(timer);
    current.value = null;
  };
  const release = (): void => {
    clearTimeout(timer);
    const toast = current.value;
    if (toast) timer = setTimeout(close, toast.undo ? UNDO_MS : PLAIN_MS);
  };
  return {
    current,
    show(toast) {
      current.value = toast;
      release();
    },
    close,
    hold: () => clearTimeout(timer),
    release,
  };
}
