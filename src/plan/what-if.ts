import type { LabelledOccurrence } from '../calendar/label.ts';
import { weekLoad } from '../load/week.ts';
import type { WeekLoad } from '../load/week-load.ts';
import { type Interval, lengthMs, MINUTE_MS, overlaps } from '../time/interval.ts';
import { instantOfWall, parsePlain, wallOfInstant } from '../time/zone.ts';
import type { Frame } from './frame.ts';
import type { Change } from './move.ts';

/** What was done to an occurrence on trial. */
export type EditKind = 'off' | 'declined' | 'biweekly' | 'shorter' | 'moved';

/** One occurrence on trial: where it goes; null where it goes away. */
export interface Edit {
  readonly kind: EditKind;
  readonly to: Interval | null;
}

/** Edits by the key of the occurrence. */
export type Edits = ReadonlyMap<string, Edit>;

/** A week on trial, with the way back and forth. Nothing of it reaches a calendar. */
export interface WhatIf {
  readonly edits: Edits;
  readonly past: readonly Edits[];
  readonly future: readonly Edits[];
}

/** Steps that can be taken back. */
const MOST_STEPS = 100;

export const NO_EDITS: WhatIf = { edits: new Map(), past: [], future: [] };

/** `trial` with some occurrences edited in one step; null puts one back to where it stands today. */
export function edited(trial: WhatIf, changes: ReadonlyMap<string, Edit | null>): WhatIf {
  const edits = new Map(trial.edits);
  for (const [key, edit] of changes) {
    if (edit === null) edits.delete(key);
    else edits.set(key, edit);
  }
  return { edits, past: [...trial.past, trial.edits].slice(-MOST_STEPS), future: [] };
}

/** One step back; the same where there is none. */
export function undone({ edits, past, future }: WhatIf): WhatIf {
  const last = past.at(-1);
  return last
    ? { edits: last, past: past.slice(0, -1), future: [edits, ...future] }
    : { edits, past, future };
}

/** One step forth again; the same where there is none. */
export function redone({ edits, past, future }: WhatIf): WhatIf {
  const [next, ...rest] = future;
  return next ? { edits: next, past: [...past, edits], future: rest } : { edits, past, future };
}

/** Everything as it stands today, which can itself be taken back. */
export function reset(trial: WhatIf): WhatIf {
  return trial.edits.size === 0
    ? trial
    : { edits: new Map(), past: [...trial.past, trial.edits], future: [] };
}

/** A move's changes as edits. */
export function editsOf(changes: readonly Change[], away: 'off' | 'biweekly' = 'off'): Map<string, Edit> {
  return new Map(
    changes.map(({ occurrence, to }): [string, Edit] => {
      if (to === null) return [occurrence.key, { kind: away, to }];
      const kind = lengthMs(to) < lengthMs(occurrence) ? 'shorter' : 'moved';
      return [occurrence.key, { kind, to }];
    }),
  );
}

/** The week's load on trial. Edits may overlap what they will: the load gives each minute once. */
export function loadOnTrial(frame: Frame, edits: Edits): WeekLoad {
  const layout = frame.counted.flatMap((o): LabelledOccurrence[] => {
    const edit = edits.get(o.key);
    if (!edit) return [o];
    return edit.to ? [{ ...o, startMs: edit.to.startMs, endMs: edit.to.endMs }] : [];
  });
  return weekLoad(frame.week, layout, frame.settings);
}

/**
 * Where an occurrence stands after a step of `days` and `minutes` by the clock on the wall, its elapsed length kept; null
 * where that is outside of the week or before the plan begins.
 */
export function stepped(
  from: Interval,
  step: { readonly days?: number; readonly minutes?: number },
  frame: Frame,
): Interval | null {
  const { zone } = frame.settings;
  const dayMs = 24 * 60 * MINUTE_MS;
  const wall = wallOfInstant(from.startMs, zone);
  const midnight = wall - ((wall - parsePlain(frame.week)) % dayMs);
  const moved = wall + (step.days ?? 0) * dayMs + (step.minutes ?? 0) * MINUTE_MS;
  // A step of minutes stays in its day.
  if (!step.days && (moved < midnight || moved >= midnight + dayMs)) return null;
  const startMs = instantOfWall(moved, zone);
  const to = { startMs, endMs: startMs + lengthMs(from) };
  return startMs < frame.fromMs || startMs >= frame.span.endMs ? null : to;
}

/** Other counted occurrences that a place on trial overlaps. */
export function overlapped(frame: Frame, edits: Edits, key: string): LabelledOccurrence[] {
  const own = edits.get(key)?.to;
  if (!own) return [];
  return frame.blocking.filter((o) => {
    if (o.key === key) return false;
    const edit = edits.get(o.key);
    const place = edit === undefined ? o : edit.to;
    return place !== null && overlaps(place, own);
  });
}
