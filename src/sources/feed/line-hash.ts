/** Running sums of two 32-bit FNV-1a hashes over lines; the order of the lines makes no difference. */
export class LineSums {
  private first = 0;
  private second = 0;

  add({ first, second }: LineHash): void {
    this.first = (this.first + first) >>> 0;
    this.second = (this.second + second) >>> 0;
  }

  /** Short text that is the same for the same lines, in whatever order. */
  text(): string {
    return `${this.first.toString(36)}.${this.second.toString(36)}`;
  }
}

/** Hash of one content line, fed piece by piece where it is folded. */
export class LineHash {
  first = 0x811c9dc5;
  second = 0x9dc5811c;

  constructor(text: string, from: number, to: number) {
    this.feed(text, from, to);
  }

  feed(text: string, from: number, to: number): void {
    let { first, second } = this;
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second ^ code, 0x01000197) ^ (first >>> 15);
    }
    this.first = first >>> 0;
    this.second = second >>> 0;
  }
}
