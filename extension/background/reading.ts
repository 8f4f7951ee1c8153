import type { Source } from '../../src/calendar/source.ts';
import type { SourceReader } from '../../src/sources/contract.ts';
import { fileReader } from '../../src/sources/file/file-reader.ts';
import { sampleReader } from '../../src/sources/sample/sample-reader.ts';
import { syncSources } from '../../src/sync/sync.ts';
import { connectorOf } from './connectors.ts';
import type { BackgroundParts } from './parts.ts';
import type { Situation } from './situation.ts';
import { stoppableReader } from './stoppable-reader.ts';
import type { Stops } from './stops.ts';

/** Reads every source that is wanted; never throws, for what is wanted stays wanted until it was read. */
export async function readSources(parts: BackgroundParts, here: Situation, stops: Stops): Promise<void> {
  const { store, now } = parts;
  try {
    await syncSources(
      {
        store,
        readerOf: async (source) => {
          const signal = stops.signal(source.id);
          const reader = await readerOf(parts, source, here, signal);
          return reader && stoppableReader(reader, signal);
        },
        label: await here.label(),
        now,
        zone: here.zone,
        locks: parts.locks,
        holder: parts.newId(),
      },
      null,
    );
  } catch (error) {
    // Stopped by the user's own command, which goes on with what is wanted.
    if (error instanceof Error && error.name === 'AbortError') return;
    // The next alarm tries again; what was written so far stands.
    parts.report('sync', error);
  }
}

async function readerOf(
  parts: BackgroundParts,
  source: Source,
  here: Situation,
  signal: AbortSignal,
): Promise<SourceReader | null> {
  const { store, readFile } = parts;
  if (source.kind === 'ics-file') {
    return fileReader(source, store, (text, options) => readFile(text, { ...options, signal }), here.context);
  }
  if (source.kind === 'sample') {
    const names = { source: source.name, calendar: parts.t('sample_calendar_name') };
    return sampleReader(parts.makeSample, names, parts.now, here.zone);
  }
  return connectorOf(parts.connectors, source.kind)?.reader(source, here.context) ?? null;
}
