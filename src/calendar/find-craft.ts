import { type Craft, isCraft } from './craft.ts';

const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;
/** Shorter beginnings stand for whole words only. */
const SHORTEST_BEGINNING = 4;
/** So long a word is known inside a compound too ("Kinderkrankenschwester"). */
const SHORTEST_INSIDE = 6;
/** From so many letters on, what is typed so far is completed. */
const LEAST_TYPED = 3;

/** What a job title is compared by: without case, accents and the marks of gender ("Ärzt:in", "(m/w/d)"). */
function folded(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)?/g, ' ')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/ß/g, 'ss')
    .replace(/[:*_·/](?:innen|in|e|a|as|os)\b/g, '')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();
}

/** How much of a typed title a beginning accounts for; 0 for nothing. Earlier in the title is more. */
function likeness(typed: string, beginning: string): number {
  if (CJK.test(beginning)) {
    if (typed.includes(beginning)) return 2 * beginning.length;
    return CJK.test(typed) && beginning.startsWith(typed) ? typed.length : 0;
  }
  const spaced = ` ${typed} `;
  const at = spaced.indexOf(beginning.length < SHORTEST_BEGINNING ? ` ${beginning} ` : ` ${beginning}`);
  if (at >= 0) return beginning.length + 1 / (at + 1);
  if (typed.length >= LEAST_TYPED && beginning.startsWith(typed)) return typed.length;
  return beginning.length >= SHORTEST_INSIDE && typed.includes(beginning) ? beginning.length : 0;
}

/**
 * The crafts that a typed job title may mean, likeliest first; also while it is being typed. `titles` is the table of
 * one language (src/calendar/job-titles): a line a craft, `craft: beginnings of titles, ...`, folded already.
 * @example craftsOfTitle('Ärztin', TITLES) // => ['medicine']
 */
export function craftsOfTitle(title: string, titles: string, most = 3): readonly Craft[] {
  const typed = folded(title);
  if (typed === '') return [];
  const found: { craft: Craft; like: number }[] = [];
  for (const line of titles.trim().split('\n')) {
    const [craft = '', beginnings = ''] = line.split(': ');
    if (!isCraft(craft)) continue;
    const like = Math.max(...beginnings.split(', ').map((beginning) => likeness(typed, beginning)));
    if (like > 0) found.push({ craft, like });
  }
  return found
    .sort((a, b) => b.like - a.like)
    .slice(0, most)
    .map(({ craft }) => craft);
}
