import { SourceError } from '../../calendar/source-error.ts';

/** Pages without anything on them, in a row, after which no more is expected. Google documents that some are empty. */
const MOST_EMPTY = 20;

/**
 * Watches a list being read over pages: call it with each page. Throws SourceError `bad-answer` where the next page's
 * token is one that was there before, after `most` pages, or after many in a row that hold nothing: such a list would
 * never end.
 */
export function pageWatch(most: number): (page: { items: number; next: string | null }) => void {
  const seen = new Set<string>();
  let pages = 0;
  let empty = 0;
  return ({ items, next }) => {
    pages++;
    empty = items === 0 ? empty + 1 : 0;
    if (next === null) {
      seen.clear();
      return;
    }
    if (seen.has(next) || pages >= most || empty > MOST_EMPTY) {
      throw new SourceError('bad-answer', `Google's list does not end (after ${pages} pages)`);
    }
    seen.add(next);
  };
}
