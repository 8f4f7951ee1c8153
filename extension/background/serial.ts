/** Runs what it is given one after the other; what fails does not hold up the next. */
export type Serial = <T>(work: () => Promise<T>) => Promise<T>;

export function serial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.then(
      () => undefined,
      () => undefined, // told to whoever asked for it, through `mine`
    );
    return mine;
  };
}

/**
 * A deed that is asked for often and need not be done as often: while one runs, any number of calls make one more
 * run, which all of them wait for. Never two at once.
 */
export function coalesced(work: () => Promise<void>): () => Promise<void> {
  const inTurn = serial();
  let waiting: Promise<void> | null = null;
  return () => {
    waiting ??= inTurn(() => {
      waiting = null;
      return work();
    });
    return waiting;
  };
}
