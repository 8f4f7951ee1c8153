import type { JSX } from 'preact';

/** Drawn on a grid of 16 with one stroke, in our own hand. */
const PATHS = {
  back: 'M10 3 5 8l5 5',
  forward: 'm6 3 5 5-5 5',
  close: 'm4 4 8 8M12 4l-8 8',
  settings: 'M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7M10.75 2.75v3.5M5.25 9.75v3.5',
  report: 'M2.5 13.5h11M4.5 11V8.5M8 11V3.5M11.5 11V6.5',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6L13 6M13 2.5V6H9.5',
  add: 'M8 3v10M3 8h10',
  remove: 'M3 8h10',
  trouble: 'M8 2.5 14 13H2L8 2.5ZM8 6.5v3M8 11.4v.1',
  file: 'M9 2H4v12h8V5L9 2Zm0 0v3h3',
  up: 'm3 10 5-5 5 5',
  down: 'm3 6 5 5 5-5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
