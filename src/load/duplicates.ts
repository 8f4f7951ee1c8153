import type { LabelledOccurrence } from '../calendar/label.ts';
import { compareClaims, reasonLeftOut } from './counts.ts';

/**
 * One of each meeting that is seen through several calendars: copies with the same iCalendar UID and start, and where
 * the UIDs differ, with the same start, end and title in calendars of different sources. Two entries of one source are
 * never taken for one by their title: whoever books two rooms at once means it. The copy that counts is kept; among
 * several, the one that would get the minute. Where the user declined one copy, the declined copy is kept: a feed
 * without guest lists cannot know of the answer.
 */
export function withoutDuplicates(occurrences: readonly LabelledOccurrence[]): {
  kept: LabelledOccurrence[];
  duplicates: LabelledOccurrence[];
} {
  const byUid = grouped(occurrences, (o) => `${o.uid}\u001f${o.startMs}`);
  const alike = grouped([...byUid.values()], (copies) => likeness(copies.sort(compareCopies)[0]));
  const kept: LabelledOccurrence[] = [];
  const duplicates: LabelledOccurrence[] = [];
  for (const [title, copies] of alike) {
    for (const meeting of title === '' ? copies : meetingsOf(copies)) {
      const [best, ...others] = meeting.sort(compareCopies);
      if (best) kept.push(best);
      duplicates.push(...others);
    }
  }
  return { kept, duplicates };
}

/** Joins copies of different UIDs that no source has both of: each gets the first place that has none of its sources. */
function meetingsOf(copies: readonly LabelledOccurrence[][]): LabelledOccurrence[][] {
  if (copies.length === 1) return [...copies];
  const meetings: { sources: Set<string>; all: LabelledOccurrence[] }[] = [];
  const inOrder = [...copies].sort(
    (a, b) => sourcesOf(b).size - sourcesOf(a).size || ((a[0]?.uid ?? '') < (b[0]?.uid ?? '') ? -1 : 1),
  );
  for (const all of inOrder) {
    const sources = sourcesOf(all);
    const place = meetings.find((meeting) => [...sources].every((source) => !meeting.sources.has(source)));
    if (place) {
      place.all.push(...all);
      for (const source of sources) place.sources.add(source);
    } else meetings.push({ sources, all: [...all] });
  }
  return meetings.map(({ all }) => all);
}

function sourcesOf(copies: readonly LabelledOccurrence[]): Set<string> {
  return new Set(copies.map((o) => o.sourceId));
}

/** What makes two entries one to a person; empty where they have no title to tell them by. */
function likeness(o: LabelledOccurrence | undefined): string {
  const title = o?.title.trim().toLowerCase().replaceAll(/\s+/g, ' ') ?? '';
  return o === undefined || title === '' ? '' : `${o.startMs}\u001f${o.endMs}\u001f${title}`;
}

function grouped<T>(all: readonly T[], nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = nameOf(one);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}

function compareCopies(a: LabelledOccurrence, b: LabelledOccurrence): number {
  const rank = (o: LabelledOccurrence): number => {
    const reason = reasonLeftOut(o);
    return reason === 'declined' ? 0 : reason === null ? 1 : 2;
  };
  return rank(a) - rank(b) || compareClaims(a, b);
}
