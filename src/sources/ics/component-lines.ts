import type { Component } from './components.ts';
import { isBlank, lineEnd, unfolded } from './lines.ts';

/** More lines than this are not read of one component; 200,000 attendees are more than any meeting has. */
const MOST_LINES = 20_000;

/**
 * Visits the content lines of a component, without those of what is nested in it. `wants` is asked with the place where
 * a line begins, before the line is cut out; what it does not want costs a search for its end. Answers whether all
 * lines were looked at.
 */
export function eachLine(
  component: Component,
  wants: (text: string, at: number) => boolean,
  visit: (line: string, number: number, cut: boolean) => void,
): boolean {
  const { text, to, nested } = component;
  let at = component.from;
  let line = component.contentLine;
  let hole = 0;
  for (let seen = 0; at < to; ) {
    const skip = nested[hole];
    if (skip && at >= skip.from) {
      at = skip.to;
      line = skip.lineAfter;
      hole++;
      continue;
    }
    if (++seen > MOST_LINES) return false;
    if (!isBlank(text, at) && wants(text, at)) {
      const found = unfolded(text, at, to);
      if (found.text !== '') visit(found.text, line, found.cut);
      at = found.next;
      line += found.feeds;
    } else {
      at = lineEnd(text, at, to) + 1;
      line++;
    }
  }
  return true;
}
