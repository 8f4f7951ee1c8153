import type { Correction } from '../calendar/correction.ts';
import type { LabelWith, StoreWriter } from '../store/store.ts';

/** Rows labelled in one transaction: short enough that a page is not kept waiting. */
const BATCH = 500;

/**
 * Labels every row that waits for it, batch by batch, each with its place in one transaction: killed anywhere,
 * the next call goes on. Answers how many labels changed in this call.
 */
export async function relabelAll(store: StoreWriter, label: LabelWith): Promise<{ changed: number }> {
  let changed = 0;
  for (;;) {
    const batch = await store.relabelNext(BATCH, label);
    changed += batch.changed;
    if (batch.done) return { changed };
  }
}

/**
 * Labels anew what a correction that was made, or undone, is about: at once, and counted. Look-alikes, from
 * which the classifier learns too, still wait for `relabelAll` afterwards.
 */
export async function relabelScope(
  store: StoreWriter,
  { scope }: Pick<Correction, 'scope'>,
  label: LabelWith,
): Promise<{ changed: number }> {
  switch (scope.kind) {
    case 'occurrence':
      return store.relabelOnly({ keys: [scope.key] }, label);
    case 'series':
      return store.relabelOnly({ uid: scope.uid }, label);
    case 'title':
      return store.relabelOnly({ title: scope.title }, label);
    default:
      return scope satisfies never;
  }
}
