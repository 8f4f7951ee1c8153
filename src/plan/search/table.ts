import type { Option } from './options.ts';

/** The options of each stretch, with what the stretches after it can still give. */
export class Table {
  readonly #options: readonly (readonly Option[])[];
  /** By stretch and moves left: the most that it and those after it give. */
  readonly #restMs: number[][];
  readonly #ordered = new Map<string, readonly Option[]>();

  constructor(options: readonly (readonly Option[])[], mostMoves: number) {
    this.#options = options;
    const moves = Array.from({ length: mostMoves + 1 }, (_, i) => i);
    this.#restMs = options.map(() => []);
    this.#restMs.push(moves.map(() => 0));
    for (let stretch = options.length - 1; stretch >= 0; stretch--) {
      this.#restMs[stretch] = moves.map((left) =>
        this.#within(stretch, left).reduce(
          (most, option) => Math.max(most, this.boundOf(option, stretch, left)),
          Number.NEGATIVE_INFINITY,
        ),
      );
    }
  }

  get stretches(): number {
    return this.#options.length;
  }

  /** The most that the stretches from `stretch` on give with at most `left` moves. */
  restMs(stretch: number, left: number): number {
    return this.#restMs[stretch]?.[left] ?? Number.NEGATIVE_INFINITY;
  }

  /** The most that an option gives together with the stretches after it. */
  boundOf(option: Option, stretch: number, left: number): number {
    return option.upperMs + this.restMs(stretch + 1, left - option.choices.length);
  }

  /** Options of a stretch for at most `left` moves, the most promising first. */
  ordered(stretch: number, left: number): readonly Option[] {
    const key = `${stretch} ${left}`;
    const known = this.#ordered.get(key);
    if (known) return known;
    const sorted = this.#within(stretch, left).sort(
      (a, b) =>
        this.boundOf(b, stretch, left) - this.boundOf(a, stretch, left) ||
        a.choices.length - b.choices.length ||
        a.people - b.people,
    );
    this.#ordered.set(key, sorted);
    return sorted;
  }

  #within(stretch: number, left: number): Option[] {
    return (this.#options[stretch] ?? []).filter(({ choices }) => choices.length <= left);
  }
}
