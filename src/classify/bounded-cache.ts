/**
 * A cache of texts that never holds more than `most` values, and forgets those longest unused: when the younger half is
 * full it becomes the older one, and what is asked for again moves back.
 */
export class BoundedCache<Value> {
  #younger = new Map<string, Value>();
  #older = new Map<string, Value>();
  readonly #half: number;

  constructor(most: number) {
    this.#half = Math.max(1, Math.floor(most / 2));
  }

  get(key: string): Value | undefined {
    const found = this.#younger.get(key);
    if (found !== undefined) return found;
    const before = this.#older.get(key);
    if (before !== undefined) this.set(key, before);
    return before;
  }

  set(key: string, value: Value): void {
    if (this.#younger.size >= this.#half) {
      this.#older = this.#younger;
      this.#younger = new Map();
    }
    this.#younger.set(key, value);
  }

  /** Values held now. */
  get size(): number {
    return this.#younger.size + this.#older.size;
  }
}
