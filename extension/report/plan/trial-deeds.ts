import type { LabelledOccurrence } from '../../../src/calendar/label.ts';
import { shorterPlace } from '../../../src/plan/shorter.ts';
import { type Edit, edited, stepped } from '../../../src/plan/what-if.ts';
import type { Interval } from '../../../src/time/interval.ts';
import type { PlanState } from './plan-state.ts';

/** What can be done to a meeting on trial. */
export type Deed =
  | { readonly do: 'off' | 'decline' | 'biweekly' | 'shorten' | 'put-back' }
  | { readonly do: 'step'; readonly days?: number; readonly minutes?: number };

/** Steps of keys, buttons and the mouse, in minutes. */
export const STEP_MINUTES = 15;

/** Keys of a chosen meeting, without modifiers. */
const KEYS: Readonly<Record<string, Deed>> = {
  Delete: { do: 'off' },
  Backspace: { do: 'off' },
  s: { do: 'shorten' },
  b: { do: 'biweekly' },
  d: { do: 'decline' },
  Escape: { do: 'put-back' },
  ArrowUp: { do: 'step', minutes: -STEP_MINUTES },
  ArrowDown: { do: 'step', minutes: STEP_MINUTES },
  ArrowLeft: { do: 'step', days: -1 },
  ArrowRight: { do: 'step', days: 1 },
};

/** The deed of a key, or null. */
export function deedOfKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): Deed | null {
  if (ctrlKey || metaKey || altKey) return null;
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

/** Does it to the meeting of that key. Answers whether anything changed. */
export function doTo({ view, trial }: PlanState, key: string, deed: Deed): boolean {
  const { frame } = view.peek();
  const occurrence = frame.blocking.find((o) => o.key === key);
  if (!occurrence) return false;
  const present = trial.peek().edits.get(key);
  const edit = editOf(occurrence, present, deed);
  if (edit === undefined) return false;
  if (edit === null && !present) return false;
  trial.value = edited(trial.peek(), new Map([[key, edit]]));
  return true;

  function editOf(
    o: LabelledOccurrence,
    was: Edit | undefined,
    { do: what, ...step }: Deed,
  ): Edit | null | undefined {
    switch (what) {
      case 'off':
        return toggled(was, 'off');
      case 'decline':
        return toggled(was, 'declined');
      case 'biweekly':
        return toggled(was, 'biweekly');
      case 'shorten':
        return was?.kind === 'shorter' ? null : editTo('shorter', shorterPlace(o));
      case 'put-back':
        return null;
      case 'step': {
        const to = stepped(was?.to ?? o, step, frame);
        // Back where it stands today is no edit.
        return to?.startMs === o.startMs && to.endMs === o.endMs ? null : editTo('moved', to);
      }
      default:
        return what satisfies never;
    }
  }
}

/** The same again puts it back. */
function toggled(was: Edit | undefined, kind: 'off' | 'declined' | 'biweekly'): Edit | null {
  return was?.kind === kind ? null : { kind, to: null };
}

/** An edit that puts a meeting there; undefined where there is no such place. */
function editTo(kind: 'shorter' | 'moved', to: Interval | null): Edit | undefined {
  return to ? { kind, to } : undefined;
}
