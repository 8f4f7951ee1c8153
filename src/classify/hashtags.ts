import { ACTIVITIES, type Activity, type Side } from '../calendar/activity.ts';

/** What a hashtag says: an activity, a side whose best activity is looked for, or to leave the entry out. */
export type HashtagVerdict = Activity | Side | 'ignore';

const TAGS = new Map<string, HashtagVerdict>([
  ...ACTIVITIES.map((activity) => [activity.replace('-', ''), activity] as const),
  ['craft', 'craft'],
  ['management', 'management'],
  ['mgmt', 'management'],
  ['neither', 'neither'],
  ['ignore', 'ignore'],
  ['focus', 'deep-work'],
  ['admin', 'administration'],
  // The words of the six languages for the two sides and for leaving out.
  ['handwerk', 'craft'],
  ['metier', 'craft'],
  ['oficio', 'craft'],
  ['本業', 'craft'],
  ['gestion', 'management'],
  ['gestao', 'management'],
  ['マネジメント', 'management'],
  ['ignorieren', 'ignore'],
  ['ignorer', 'ignore'],
  ['ignorar', 'ignore'],
  ['無視', 'ignore'],
]);

/**
 * The first hashtag that is one of ours, in the title and then the description: `#craft`, `#management`, `#ignore`,
 * and each activity (`#deep-work`, `#deepwork`, `#deep_work`); or null.
 */
export function hashtagOf(title: string, description = ''): { tag: string; verdict: HashtagVerdict } | null {
  for (const text of [title, description]) {
    for (const [tag, word = ''] of text.matchAll(/(?<![\p{L}\p{N}&])[#＃]([\p{L}\p{M}\p{N}_-]+)/gu)) {
      const key = word
        .normalize('NFD')
        .replace(/\p{Script=Latin}\p{M}+/gu, (c) => c[0] ?? '')
        .normalize('NFC')
        .toLowerCase()
        .replace(/[-_]/g, '');
      const verdict = TAGS.get(key);
      if (verdict) return { tag, verdict };
    }
  }
  return null;
}
