/** Buckets that features are hashed into; a power of two. */
export const BUCKETS = 1 << 20;

/** A Chinese or Japanese character. */
export const CJK = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff々〆ー]/;
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}]+)?|\p{N}+|[&+#]|<>|\p{Extended_Pictographic}/gu;

/** FNV-1a of a text, folded into the buckets. */
export function bucketOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}

const PLAIN = /^[ -~]*$/;

/** Lower case, compatibility forms joined, accents dropped from Latin letters, digits made alike. */
export function normalized(text: string): string {
  // Most titles: nothing to join, fold or split beyond ASCII.
  if (PLAIN.test(text))
    return text
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .replace(/\d/g, '0');
  return text
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/\d/g, '0')
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o');
}

/** The words of a normalised text; runs of Chinese and Japanese characters stay one word here. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** The terms that words are crossed by: whole words, pairs of characters in Chinese and Japanese. */
export function termsOf(words: readonly string[]): string[] {
  const terms: string[] = [];
  for (const word of words) {
    if (!CJK.test(word)) terms.push(word);
    else if (word.length === 1) terms.push(word);
    else for (let i = 0; i + 2 <= word.length; i++) terms.push(word.slice(i, i + 2));
  }
  return terms;
}

/** The bucket of a term of a title by itself. */
export function bucketOfTerm(term: string): number {
  return bucketOf(CJK.test(term) ? `c ${term}` : `w ${term}`);
}
