import type { Difference, State, StretchStates } from './states.ts';
import type { Place, Subject } from './subject.ts';
import type { Tally } from './tally.ts';

/** One occurrence changed in one way. Where a shift puts it is settled later. */
export interface Choice {
  readonly subject: Subject;
  readonly kind: 'drop' | 'shorten' | 'shift';
}

/** Some occurrences of one stretch changed, and the most that this can give. */
export interface Option {
  readonly choices: readonly Choice[];
  readonly people: number;
  /** The stretch without what goes away from it, and before anything arrives. */
  readonly state: State;
  /** No less than what the stretch and the shifted occurrences give together. */
  readonly upperMs: number;
}

/** A subject as it stands beside moves of several occurrences that are settled. */
export interface Candidate {
  readonly subject: Subject;
  /** Places that are still free, by new start. */
  readonly places: readonly Place[];
  /** The least open focus time that any of them takes. */
  readonly leastTakenMs: number;
}

/** Options of one stretch that are listed. A day of twelve meetings has 2,500 for three moves. */
const MOST_OPTIONS = 60_000;

/**
 * Every way to change at most `most` occurrences of one stretch; null where there are too many to list.
 *
 * What a shift gives is bounded by taking the occurrence away, letting it keep its worth, and paying the open focus time
 * that its cheapest place takes: fewer meetings never make a stretch worse, so whatever else is changed, at least that
 * much is lost there, and places of several shifts never take the same minute.
 */
export function optionsOf(
  states: StretchStates,
  candidates: readonly Candidate[],
  settled: readonly Difference[],
  most: number,
  tally: Tally,
): Option[] | null {
  const options: Option[] = [];
  const isTooMuch = (): boolean => options.length > MOST_OPTIONS || (most > 1 && tally.isSpent);
  const visit = (
    from: number,
    choices: readonly Choice[],
    differences: readonly Difference[],
    bonusMs: number,
    people: number,
  ): void => {
    const state = states.state(differences);
    tally.list();
    options.push({ choices, people, state, upperMs: state.valueMs + bonusMs });
    if (choices.length === most || isTooMuch()) return;
    for (let i = from; i < candidates.length && !isTooMuch(); i++) {
      const candidate = candidates[i] as Candidate;
      for (const { choice, difference, extraMs } of waysOf(candidate)) {
        visit(
          i + 1,
          [...choices, choice],
          [...differences, difference],
          bonusMs + extraMs,
          people + candidate.subject.people,
        );
      }
    }
  };
  visit(0, [], settled, 0, 0);
  return isTooMuch() ? null : options;
}

interface Way {
  readonly choice: Choice;
  readonly difference: Difference;
  readonly extraMs: number;
}

/** Where an occurrence may go away and is of no worth, a shift of it is never better, and comes later in a tie. */
function waysOf({ subject, places, leastTakenMs }: Candidate): Way[] {
  const { id, occurrence, drop, shorten, worthMs } = subject;
  const gone: Difference = { key: `${id}`, gone: occurrence, arrived: null };
  const ways: Way[] = [];
  if (drop) ways.push({ choice: { subject, kind: 'drop' }, difference: gone, extraMs: 0 });
  if (places.length > 0 && (!drop || worthMs > 0)) {
    ways.push({
      choice: { subject, kind: 'shift' },
      difference: gone,
      extraMs: worthMs - leastTakenMs,
    });
  }
  if (shorten) {
    ways.push({
      choice: { subject, kind: 'shorten' },
      difference: { key: `${id}s`, gone: occurrence, arrived: shorten.placed },
      extraMs: 0,
    });
  }
  return ways;
}
