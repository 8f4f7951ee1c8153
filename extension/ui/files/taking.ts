import { type Signal, useSignal } from '@preact/signals';
import { type Attempt, useAttempt } from '../attempt.ts';
import { usePage } from '../page.ts';
import { type GivenFile, putFile, type Taken, takeFile, unpacked } from './take-file.ts';

type Asked = Extract<Taken, { kind: 'asks' }>;

/** Taking files: whether it goes on, what was refused, and which files the user is asked about, the first one first. */
export interface Taking extends Attempt {
  readonly asks: Signal<readonly Asked[]>;
  /** Takes files one after the other; into the place of the source `replaces` where that is given. */
  take(files: FileList | readonly GivenFile[] | null | undefined, replaces?: string): void;
  /** Answers the first question. */
  answer(replace: boolean): void;
}

export function useTaking(onAdded: () => void): Taking {
  const page = usePage();
  const attempt = useAttempt();
  const asks = useSignal<readonly Asked[]>([]);

  const told = (results: readonly Taken[]): string | undefined => {
    const read = results.flatMap((r) => (r.kind === 'read' ? [r.text] : []));
    const refused = results.flatMap((r) => (r.kind === 'refused' ? [r.text] : []));
    asks.value = [...asks.value, ...results.filter((r) => r.kind === 'asks')];
    if (read.length > 0) {
      page.toasts.show({ text: read.join('\n') });
      // Left as it is while there is something to read or to answer.
      if (refused.length === 0 && asks.value.length === 0) onAdded();
    }
    return refused.join('\n');
  };
  return {
    ...attempt,
    asks,
    take(files, replaces) {
      const list = [...(files ?? [])];
      if (list.length === 0) return;
      void attempt.run(async () => {
        const results: Taken[] = [];
        for (const file of (await Promise.all(list.map(unpacked))).flat()) {
          results.push(await takeFile(file, page, replaces));
        }
        return told(results);
      });
    },
    answer(replace) {
      const [first, ...others] = asks.value;
      if (!first) return;
      asks.value = others;
      const { file, known } = first;
      void attempt.run(async () =>
        told([await putFile(replace ? { ...file, replaces: known.sourceId } : file, page)]),
      );
    },
  };
}
