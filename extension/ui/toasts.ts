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
}

/** How long a message without a way back stays. One with a way back stays until it is closed or replaced. */
const PLAIN_MS = 5_000;

export function createToasts(): Toasts {
  const current = signal<Toast | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    current,
    show(toast) {
      clearTimeout(timer);
      current.value = toast;
      if (toast.undo) return;
      timer = setTimeout(() => {
        if (current.value === toast) current.value = null;
      }, PLAIN_MS);
    },
    close() {
      clearTimeout(timer);
      current.value = null;
    },
  };
}
