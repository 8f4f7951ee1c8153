import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Move } from '../../../src/plan/move.ts';
import type { PlainDate } from '../../../src/time/zone.ts';
import { usePage } from '../../ui/page.ts';
import { worded } from '../../ui/words.ts';

/** Remembers that the user does a move, so that the weekly summary can say what it gave back; pressed again, forgets it. */
export function TakeButton({ move, week, name }: { move: Move; week: PlainDate; name: string }): JSX.Element {
  const { t, data, toasts } = usePage();
  const taken = useSignal<string | null>(null);
  const keys = move.changes.map(({ occurrence }) => occurrence.key);
  const id = [week, ...keys].join('\u001f');
  useEffect(() => {
    void data.takenMoves().then((rows) => {
      const row = rows.find(
        ({ week: of, originals }) =>
          of === week && originals.length === keys.length && originals.every((o) => keys.includes(o.key)),
      );
      taken.value = row?.id ?? null;
    });
  }, [id, data]);
  const failed = (code: string): void => toasts.show({ text: worded(t, 'error', code, 'error_unknown') });
  const toggle = async (): Promise<void> => {
    if (taken.value === null) {
      const answer = await data.commands('takeMove', { week, keys });
      if (!answer.ok) return failed(answer.code);
      taken.value = answer.value.id;
      toasts.show({ text: t('plan_taken') });
    } else {
      const answer = await data.commands('dropMove', { id: taken.value });
      if (!answer.ok) return failed(answer.code);
      taken.value = null;
    }
  };
  return (
    <button
      type="button"
      class={`button ${taken.value === null ? '' : 'button--main'}`}
      aria-pressed={taken.value !== null}
      aria-label={t('plan_take_move', { move: name })}
      onClick={() => void toggle()}
    >
      {t('plan_take')}
    </button>
  );
}
