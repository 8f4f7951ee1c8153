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
