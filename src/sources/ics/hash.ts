/** A text as two numbers of 32 bits (FNV-1a, and the same with another factor): a name for it, not a secret. */
export class Hash {
  #a = 0x811c9dc5;
  #b = 0x9e3779b9;

  /** Takes in `[from, to)` of a text. */
  add(text: string, from = 0, to = text.length): this {
    let [a, b] = [this.#a, this.#b];
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x85ebca6b);
    }
    this.#a = a;
    this.#b = b;
    return this;
  }

  get parts(): readonly [number, number] {
    return [this.#a >>> 0, this.#b >>> 0];
  }

  /** Short text for it. */
  toString(): string {
    const [a, b] = this.parts;
    return a.toString(36) + b.toString(36);
  }
}
