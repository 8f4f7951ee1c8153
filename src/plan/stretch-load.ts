import type { LabelledOccurrence } from '../calendar/label.ts';
import { compareClaims, isMeeting, isSoloCraft } from '../load/counts.ts';
import type { LoadSettings } from '../load/week-load.ts';
import { type Interval, MINUTE_MS } from '../time/interval.ts';
import type { Objective } from './move.ts';
import type { Stretch } from './stretch.ts';

/** An occurrence at its place, with what the sum over a stretch asks of it again and again. */
export interface Placed extends Interval {
  readonly occurrence: LabelledOccurrence;
  readonly meeting: boolean;
  readonly soloCraft: boolean;
  /** Whether its minutes are what the objective counts. */
  readonly worth: boolean;
}

/** What a stretch gives, in milliseconds. */
export interface StretchLoad {
  /** Time given to occurrences of worth, after-hours included. */
  worthMs: number;
  /** Open time in focus blocks. */
  openFocusMs: number;
  /** All time in focus blocks. */
  focusMs: number;
}

/** Whether an occurrence's minutes count for an objective wherever they lie. */
export function isOfWorth({ label }: LabelledOccurrence, objective: Objective): boolean {
  return objective === 'craft'
    ? label.side === 'craft'
    : label.activity === 'people' || label.activity === 'direction';
}

/** `occurrence` at a place; its own where none is named. */
export function placed(
  occurrence: LabelledOccurrence,
  objective: Objective,
  at: Interval = occurrence,
): Placed {
  const { startMs, endMs } = at;
  const moved =
    startMs === occurrence.startMs && endMs === occurrence.endMs
      ? occurrence
      : { ...occurrence, startMs, endMs };
  return {
    startMs,
    endMs,
    occurrence: moved,
    meeting: isMeeting(occurrence),
    soloCraft: isSoloCraft(occurrence),
    worth: isOfWorth(occurrence, objective),
  };
}

/** The total of an objective in a load, in milliseconds. */
export function objectiveMs(load: StretchLoad, objective: Objective, settings: LoadSettings): number {
  const openCounts = objective === 'leadership' || settings.openTimeIsCraft;
  return load.worthMs + (openCounts ? load.openFocusMs : 0);
}

/**
 * What a layout gives in one stretch, by the rules of `weekLoad`: each minute goes to one occurrence at most, the
 * recovery after each meeting is taken off, and what is left open or booked for solo craft makes focus blocks. Over the
 * stretches of a week these sums are exactly those of `weekLoad`. O(n²) in the few occurrences of a day, without an
 * allocation for each of its pieces.
 *
 * @param layout occurrences that block, in any order; those outside the stretch give nothing
 * @param onBlock is told the open parts of each focus block
 */
export function stretchLoad(
  stretch: Stretch,
  layout: readonly Placed[],
  settings: LoadSettings,
  onBlock?: (open: readonly Interval[]) => void,
): StretchLoad {
  const walk = new Walk(settings, onBlock);
  const borders = bordersOf(stretch, layout);
  for (let i = 0; i + 1 < borders.length; i++) {
    const startMs = borders[i] as number;
    const endMs = borders[i + 1] as number;
    if (endMs === startMs) continue;
    const inside = holds(stretch.working, startMs);
    if (inside && holds(stretch.away, startMs)) walk.closed(startMs);
    else walk.piece(startMs, endMs, ownerAt(layout, startMs), inside);
  }
  walk.closed(stretch.endMs);
  return walk.load;
}

/** Goes through the pieces of a stretch in order and adds up what they give. */
class Walk {
  readonly load: StretchLoad = { worthMs: 0, openFocusMs: 0, focusMs: 0 };
  readonly #focusMs: number;
  readonly #recoveryMs: number;
  readonly #onBlock: ((open: readonly Interval[]) => void) | undefined;
  /** Until when the last meeting is recovered from. */
  #recoveredMs = Number.MIN_SAFE_INTEGER;
  /** Where the present run of open time and solo craft began; null outside one. */
  #runFromMs: number | null = null;
  #openMs = 0;
  #open: Interval[] = [];

  constructor(settings: LoadSettings, onBlock?: (open: readonly Interval[]) => void) {
    this.#focusMs = settings.focusMinutes * MINUTE_MS;
    this.#recoveryMs = settings.recoveryMinutes * MINUTE_MS;
    this.#onBlock = onBlock;
  }

  piece(startMs: number, endMs: number, owner: Placed | null, inside: boolean): void {
    if (owner?.worth) this.load.worthMs += endMs - startMs;
    if (owner?.meeting) this.#recoveredMs = Math.max(this.#recoveredMs, endMs + this.#recoveryMs);
    if (!inside || (owner !== null && !owner.soloCraft)) {
      this.closed(startMs);
      return;
    }
    const fromMs = Math.max(startMs, this.#recoveredMs);
    if (fromMs > startMs) this.closed(startMs);
    if (fromMs >= endMs) return;
    this.#runFromMs ??= fromMs;
    if (owner !== null) return;
    this.#openMs += endMs - fromMs;
    if (this.#onBlock) this.#open.push({ startMs: fromMs, endMs });
  }

  /** The run ends at `endMs`, where there is one. */
  closed(endMs: number): void {
    if (this.#runFromMs === null) return;
    const lengthMs = endMs - this.#runFromMs;
    if (lengthMs >= this.#focusMs) {
      this.load.focusMs += lengthMs;
      this.load.openFocusMs += this.#openMs;
      this.#onBlock?.(this.#open);
    }
    this.#runFromMs = null;
    this.#openMs = 0;
    this.#open = [];
  }
}

/** Where anything begins or ends in the stretch, sorted. */
function bordersOf(stretch: Stretch, layout: readonly Placed[]): number[] {
  const borders = [stretch.startMs, stretch.endMs];
  const add = (ms: number): void => {
    if (ms <= stretch.startMs || ms >= stretch.endMs) return;
    // Lists are short and nearly sorted: from the end is the quickest way in.
    let at = borders.length;
    while (at > 0 && (borders[at - 1] as number) > ms) at--;
    if (borders[at - 1] !== ms) borders.splice(at, 0, ms);
  };
  for (const list of [stretch.working, stretch.away, layout]) {
    for (const { startMs, endMs } of list) {
      add(startMs);
      add(endMs);
    }
  }
  return borders;
}

function holds(intervals: readonly Interval[], ms: number): boolean {
  for (const { startMs, endMs } of intervals) if (ms >= startMs && ms < endMs) return true;
  return false;
}

/** The occurrence that gets the time from `ms` on: the first by `compareClaims` of those that cover it. */
function ownerAt(layout: readonly Placed[], ms: number): Placed | null {
  let owner: Placed | null = null;
  for (const candidate of layout) {
    if (ms < candidate.startMs || ms >= candidate.endMs) continue;
    if (owner === null || compareClaims(candidate.occurrence, owner.occurrence) < 0) owner = candidate;
  }
  return owner;
}
