/**
 * What titles are compared by when a correction covers every event of a title: without case, accents, the values of
 * digits, and spacing. Two titles of nothing but signs are the same only where the signs are.
 */
export function titleKey(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
  return plain === '' ? title.trim() : plain;
}

/** So much of a description tells one event from another. */
const TELLING = 200;

/**
 * A short mark by which two descriptions are compared, without keeping the words: of their beginning, without links and
 * the values of digits. Empty where there is nothing to compare.
 */
export function descriptionMark(description = ''): string {
  const plain = titleKey(description.replace(/https?:\S+/g, ' ').slice(0, TELLING));
  if (!/[\p{L}\p{N}]/u.test(plain)) return '';
  let hash = 0x811c9dc5;
  for (let i = 0; i < plain.length; i++) hash = Math.imul(hash ^ plain.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
