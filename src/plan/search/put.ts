import { overlaps } from '../../time/interval.ts';
import type { Placed } from '../stretch-load.ts';
import type { Candidate } from './options.ts';
import type { State } from './states.ts';
import type { Place } from './subject.ts';
import type { Tally } from './tally.ts';

/** Where shifted occurrences go, and what the week is then worth. */
export interface Put {
  readonly valueMs: number;
  /** One for each candidate, in their order. */
  readonly places: readonly Place[];
}

interface Offer {
  readonly place: Place;
  /** What is lost where this alone is put. More places never lose less. */
  readonly lossMs: number;
}

/**
 * The best places for occurrences that were taken from `states`, and of equally good ones those whose new starts come
 * first, in the order of `shifted`; null where nothing reaches `leastMs`.
 */
export function putBest(
  states: readonly State[],
  shifted: readonly Candidate[],
  leastMs: number,
  tally: Tally,
): Put | null {
  const kept = shifted.reduce((ms, { subject }) => ms + subject.worthMs, 0);
  const most = states.reduce((ms, s) => ms + s.valueMs, 0) + kept;
  const offers = shifted.map(({ subject, places }) =>
    places.map((place): Offer => {
      const losses = states[place.stretch]?.losses(subject);
      return { place, lossMs: losses?.[place.index] ?? Number.POSITIVE_INFINITY };
    }),
  );
  const putting = new Putting(states, shifted, most);
  const byLoss = offers.map((list) =>
    list.filter((o) => most - o.lossMs >= leastMs).sort((a, b) => a.lossMs - b.lossMs),
  );
  const best = putting.best(byLoss, leastMs, tally);
  if (best === null || tally.isSpent) return best;
  // Among equals the first in order: the same walk again, by new start, until it meets that value.
  const places = putting.first(offers, best.valueMs);
  return places && { valueMs: best.valueMs, places };
}

class Putting {
  readonly #states: readonly State[];
  readonly #shifted: readonly Candidate[];
  readonly #mostMs: number;
  readonly #chosen: Place[] = [];
  readonly #lostMs: number[];

  constructor(states: readonly State[], shifted: readonly Candidate[], mostMs: number) {
    this.#states = states;
    this.#shifted = shifted;
    this.#mostMs = mostMs;
    this.#lostMs = states.map(() => 0);
  }

  /** The highest value of at least `leastMs`, or null. Offers come by loss. It stops where `isSpent` says so. */
  best(offers: readonly (readonly Offer[])[], leastMs: number, tally: Tally): Put | null {
    let best: Put | null = null;
    const leastLoss = offers.map((list) => list[0]?.lossMs ?? Number.POSITIVE_INFINITY);
    const hopeless = (ms: number): boolean => ms < leastMs || (best !== null && ms <= best.valueMs);
    const visit = (i: number, valueMs: number): void => {
      if (i === offers.length) {
        best = { valueMs, places: [...this.#chosen] };
        return;
      }
      // What is lost in a stretch is no less than the loss of each of its places alone.
      const lostInOne = Math.max(...this.#lostMs);
      const yet = Math.max(0, ...leastLoss.slice(i).map((loss) => loss - lostInOne));
      if (hopeless(valueMs - yet)) return;
      for (const offer of offers[i] ?? []) {
        if (hopeless(this.#mostMs - offer.lossMs) || tally.isSpent) break;
        this.#with(offer, valueMs, (next) => {
          if (!hopeless(next)) visit(i + 1, next);
        });
      }
    };
    visit(0, this.#mostMs);
    return best;
  }

  /** The first places, in the order of the offers, whose value is `valueMs`. */
  first(offers: readonly (readonly Offer[])[], valueMs: number): Place[] | null {
    const visit = (i: number, presentMs: number): Place[] | null => {
      if (i === offers.length) return [...this.#chosen];
      for (const offer of offers[i] ?? []) {
        if (this.#mostMs - offer.lossMs < valueMs) continue;
        let found: Place[] | null = null;
        this.#with(offer, presentMs, (next) => {
          if (next >= valueMs) found = visit(i + 1, next);
        });
        if (found) return found;
      }
      return null;
    };
    return visit(0, this.#mostMs);
  }

  /** Calls `then` with the value that is left with one place more, where it overlaps none of those chosen. */
  #with({ place, lossMs }: Offer, valueMs: number, then: (valueMs: number) => void): void {
    if (this.#chosen.some((c) => overlaps(c.placed, place.placed))) return;
    const before = this.#lostMs[place.stretch] ?? 0;
    const here: Placed[] = [];
    let kept = 0;
    for (const [i, chosen] of [...this.#chosen, place].entries()) {
      if (chosen.stretch !== place.stretch) continue;
      here.push(chosen.placed);
      kept += this.#shifted[i]?.subject.worthMs ?? 0;
    }
    const state = this.#states[place.stretch];
    if (!state) return;
    const lost = here.length === 1 ? lossMs : state.valueMs + kept - state.valueWith(here);
    this.#chosen.push(place);
    this.#lostMs[place.stretch] = lost;
    then(valueMs + before - lost);
    this.#chosen.pop();
    this.#lostMs[place.stretch] = before;
  }
}
