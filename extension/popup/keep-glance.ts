import { effect } from '@preact/signals';
import { measureOf } from '../../src/calendar/track.ts';
import { percentParts } from '../ui/format.ts';
import type { GlanceMark } from '../ui/glance.ts';
import type { Page } from '../ui/page.ts';
import { glanceTimes } from './glance-times.ts';
import type { PopupModel } from './model.ts';

/** What is on screen has come to rest by then; a popup is open for seconds. */
const REST_MS = 250;

/**
 * Keeps a picture of the running week each time all of it is on screen, for `first.ts` to paint at the next opening.
 * Answers with the way to stop.
 */
export function keepGlances(model: PopupModel, page: Page, root: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    clearTimeout(timer);
    const mark = model.settled.value;
    if (mark === null || model.panel.value.length > 0) return;
    timer = setTimeout(() => {
      keep(model, page, root, mark).catch((cause: unknown) => {
        // The next opening is a little slower then, and nothing else.
        console.warn('Craftweek could not keep what it showed', cause);
      });
    }, REST_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

async function keep(model: PopupModel, page: Page, root: HTMLElement, mark: GlanceMark): Promise<void> {
  const { data, t } = page;
  const [state, read] = [model.state.peek(), model.read.peek()];
  if (state.kind !== 'week' || state.view.time !== 'current' || read === null) return;
  const text = (share: number): string => percentParts(share, t.locale).value;
  const running = state.view.standing === 'running' ? read.facts.load : { ...read.facts.load, segments: [] };
  const times = glanceTimes(running, measureOf(read.track), read.sources, page.now(), text);
  await data.keepGlance(mark, { ...times, language: t.locale, html: pictureOf(root) });
}

/** What is drawn in `root`, with the places of what only now is true left blank. */
function pictureOf(root: HTMLElement): string {
  const copy = root.cloneNode(true) as HTMLElement;
  for (const moving of copy.querySelectorAll<HTMLElement>('[data-moving]'))
    moving.style.visibility = 'hidden';
  return copy.innerHTML;
}
