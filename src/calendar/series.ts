import type { Occurrence } from './occurrence.ts';

/** Titles are the same series without case, digits and punctuation: `Sprint 41 planning`, `Sprint 42 Planning`. */
export function titleStem(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/**
 * Names the series of an occurrence; occurrences that share a UID or a title's stem share the name, so that a
 * series that was set up anew, or is entered by hand each week, is one.
 */
export function seriesGroups(occurrences: readonly Occurrence[]): (occurrence: Occurrence) => string {
  const parent = new Map<string, string>();
  const find = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  const idsOf = ({ uid, title }: Occurrence): [uid: string, title: string] => {
    const stem = titleStem(title);
    return [`uid ${uid}`, stem === '' ? `uid ${uid}` : `title ${stem}`];
  };
  for (const occurrence of occurrences) {
    const [uid, title] = idsOf(occurrence);
    parent.set(find(uid), find(title));
  }
  return (occurrence) => find(idsOf(occurrence)[0]);
}
