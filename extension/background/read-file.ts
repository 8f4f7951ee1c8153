import type { Problem } from '../../src/calendar/problem.ts';
import { SourceError } from '../../src/calendar/source-error.ts';
import { brokenOffAt, kindOfText } from '../../src/sources/feed/kind-of-text.ts';
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
    const begin = text.trimStart()[0];
    if (begin === '[' || begin === '{') return bounded(readGoogleEvents(text, options));
    assertNoPage(text);
    const steps = readIcsSteps(text, options);
    let turnMs = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done) return bounded({ ...step.value, problems: [...cutShort(text), ...step.value.problems] });
      if (performance.now() - turnMs < mostMs) continue;
      options.signal?.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve));
      turnMs = performance.now();
    }
  };
}

/** Throws SourceError where a file is empty, or a page that was saved as a calendar. */
function assertNoPage(text: string): void {
  const kind = kindOfText(text);
  if (kind === 'empty') throw new SourceError('file-empty', 'the file is empty');
  if (kind === 'page' || kind === 'sign-in-page')
    throw new SourceError('file-page', 'the file is a web page');
}

/** That a file ends in the middle, with the line of the entry that does. */
function cutShort(text: string): Problem[] {
  const at = brokenOffAt(text);
  if (at === null) return [];
  const line = text.slice(0, at).split('\n').length;
  return [{ code: 'cut', message: 'the file ends in the middle of the entry that begins here', line }];
}
