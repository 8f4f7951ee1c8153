import type { ComponentChildren, JSX } from 'preact';
import type { FigureId } from '../../../src/week/figures.ts';
import { useModel } from '../context.ts';

/** A figure that can be opened: a button round whatever is shown of it. */
export function Figure({
  id,
  class: name = '',
  children,
}: {
  id: FigureId;
  class?: string;
  children: ComponentChildren;
}): JSX.Element {
  const model = useModel();
  return (
    <button
      type="button"
      class={`figure ${name}`}
      aria-haspopup="dialog"
      data-figure={id}
      onClick={() => model.open({ kind: 'figure', id })}
    >
      {children}
    </button>
  );
}
