const DAY = '.day';
const HEAD = '.day__head';
const ENTRY = '.block--booked';

/**
 * Arrow keys within the week: up and down through a day's head and entries in order of time, left and right to the
 * neighbouring day, there to the entry that begins nearest. At the edge the focus stays where it is, and no arrow of
 * the grid changes the week, which would take the focused entry away.
 */
export function walkGrid(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const from = event.target;
  if (!(from instanceof HTMLElement) || !from.matches(`${HEAD}, ${ENTRY}`)) return;
  const days = [...event.currentTarget.querySelectorAll<HTMLElement>(DAY)];
  const next = nextStop(event.key, from, days);
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  next?.focus();
}

/** Where a key leads: null is nowhere, undefined is no key of the grid. */
function nextStop(
  key: string,
  from: HTMLElement,
  days: readonly HTMLElement[],
): HTMLElement | null | undefined {
  const at = days.findIndex((day) => day.contains(from));
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const stops = days.flatMap((day) => [...day.querySelectorAll<HTMLElement>(`${HEAD}, ${ENTRY}`)]);
      return stops[stops.indexOf(from) + (key === 'ArrowDown' ? 1 : -1)] ?? null;
    }
    case 'ArrowLeft':
      return beside(from, days[at - 1]);
    case 'ArrowRight':
      return beside(from, days[at + 1]);
    case 'Home':
      return beside(from, days[0]);
    case 'End':
      return beside(from, days.at(-1));
    default:
      return undefined;
  }
}

function beside(from: HTMLElement, day: HTMLElement | undefined): HTMLElement | null {
  if (!day) return null;
  const head = day.querySelector<HTMLElement>(HEAD);
  if (from.matches(HEAD)) return head;
  const start = Number(from.dataset.start);
  const far = (entry: HTMLElement): number => Math.abs(Number(entry.dataset.start) - start);
  const [nearest] = [...day.querySelectorAll<HTMLElement>(ENTRY)].sort((a, b) => far(a) - far(b));
  return nearest ?? head;
}
