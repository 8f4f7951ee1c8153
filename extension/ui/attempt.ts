import { type Signal, useSignal } from '@preact/signals';

/** An attempt at something that may fail: whether it is under way, and in which words the last one failed. */
export interface Attempt {
  readonly busy: Signal<boolean>;
  readonly error: Signal<string>;
  /** Does the work, which answers with the words of its failure, or with nothing. One at a time. */
  run(work: () => Promise<string | undefined>): Promise<void>;
}

export function useAttempt(): Attempt {
  const busy = useSignal(false);
  const error = useSignal('');
  return {
    busy,
    error,
    async run(work) {
      if (busy.value) return;
      busy.value = true;
      error.value = '';
      error.value = (await work()) ?? '';
      busy.value = false;
    },
  };
}
