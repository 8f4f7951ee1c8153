/** How long a page computes before it may draw and answer again. */
const SLICE_MS = 10;

/** Runs a computation of small steps in slices; null where nobody waits for its answer any more. */
export async function runSliced<T>(
  steps: Generator<undefined, T>,
  isWanted: () => boolean,
): Promise<T | null> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!isWanted()) return null;
    began = performance.now();
  }
}
