import { SourceError } from '../../src/calendar/source-error.ts';
import type { SourceReader } from '../../src/sources/contract.ts';

/**
 * The reader, until `signal` stops it: from then on, also in the middle of a request, it fails with `cancelled`. What
 * was read so far stays.
 */
export function stoppableReader(reader: SourceReader, signal: AbortSignal): SourceReader {
  return {
    calendars: () => orStopped(reader.calendars(), signal),
    async *pages(...asked) {
      const pages = reader.pages(...asked)[Symbol.asyncIterator]();
      for (;;) {
        const next = await orStopped(pages.next(), signal);
        if (next.done) return;
        yield next.value;
      }
    },
  };
}

async function orStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new SourceError('cancelled', 'the reading was stopped'));
  });
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    return await Promise.race([stopped, work]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
