import { SourceError } from '../../calendar/source-error.ts';
import { brokenOffAt } from './kind-of-text.ts';

/** Throws SourceError `feed-cut` where a calendar's text ends in the middle. */
export function assertWhole(text: string): void {
  if (brokenOffAt(text) !== null) throw new SourceError('feed-cut', 'the calendar ends in the middle');
}
