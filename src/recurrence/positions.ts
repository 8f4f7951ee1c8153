/**
 * BYSETPOS as places in a list of `length`, counted from 0, in order: the n-th of the list, from its end where negative.
 * @example positions([1, -1], 5) // => [0, 4]
 */
export function positions(setPos: readonly number[], length: number): number[] {
  const found = new Set(setPos.map((n) => (n > 0 ? n - 1 : length + n)));
  return [...found].filter((at) => at >= 0 && at < length).sort((a, b) => a - b);
}
