/** Occurrences of a stretch whose layout is counted for one unit; the time grows with the square of their number. */
const OF_ONE_UNIT = 8;

/** What it costs to list an option whose layout is known. */
const LISTING = 0.25;

/** How much a search has done, and when that is enough. The same on every machine: it knows no clock. */
export class Tally {
  /** Layouts of stretches that were counted. */
  examined = 0;
  #effort = 0;
  readonly #most: number;

  /** @param most units of effort, each a layout of about eight occurrences */
  constructor(most: number) {
    this.#most = most;
  }

  get isSpent(): boolean {
    return this.#effort >= this.#most;
  }

  /** An option was listed. */
  list(): void {
    this.#effort += LISTING;
  }

  /** A layout of `occurrences` was counted. */
  count(occurrences: number): void {
    this.examined++;
    this.#effort += Math.max(1, (occurrences / OF_ONE_UNIT) ** 2);
  }
}
