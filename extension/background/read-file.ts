import { bounded, type ReadFile } from '../../src/sources/file/read-file.ts';
import { readGoogleEvents } from '../../src/sources/google/read-events.ts';
import { readIcsSteps } from '../../src/sources/ics/read-ics.ts';

/** A file of years takes seconds: so long it is read at a stretch before others have their turn. */
const TURN_MS = 40;

/** Reads a calendar file: iCalendar, or saved answers of Google's `events.list`, told apart by how it begins. */
export const readFile: ReadFile = readInTurns(TURN_MS);

/** The same with turns of another length, in milliseconds. */
export function readInTurns(mostMs: number): ReadFile {
  return async (text, options) => {
    if (/^\uFEFF?\s*[[{]/.test(text)) return bounded(readGoogleEvents(text, options));
    const steps = readIcsSteps(text, options);
    let turnMs = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done) return bounded(step.value);
      if (performance.now() - turnMs < mostMs) continue;
      options.signal?.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve));
      turnMs = performance.now();
    }
  };
}
