/** What is under way and can be stopped, by the file or the source that it is about. */
export interface Stops {
  /** The signal of work about `id`: the same one until it is stopped, another one after that. */
  signal(id: string): AbortSignal;
  /** Stops the work about `id`, or all work without it. What begins later is not stopped. */
  stop(id?: string): void;
}

/**
 * Work is stopped in memory so that it ends at once; that nothing of it is written any more is the store's to say,
 * which knows when a file was cancelled or a source removed.
 */
export function stops(): Stops {
  const controllers = new Map<string, AbortController>();
  return {
    signal(id) {
      const known = controllers.get(id) ?? new AbortController();
      controllers.set(id, known);
      return known.signal;
    },
    stop(id) {
      for (const [name, controller] of [...controllers]) {
        if (id !== undefined && name !== id) continue;
        controllers.delete(name);
        controller.abort();
      }
    },
  };
}
