import type { JSX } from 'preact';
import { durationText, hourFigure } from '../../src/words/format.ts';
import { percentParts } from './format.ts';
import { usePage } from './page.ts';

/** Minutes as hours with at most one decimal, for columns that add up; the unit is set smaller. */
export function Hours({ minutes }: { minutes: number }): JSX.Element {
  return (
    <span class="amount">
      {hourFigure(minutes, usePage().t.locale)}
      {'\u00a0'}
      <span class="amount__unit">h</span>
    </span>
  );
}

/** Minutes as a duration, `3 h 15`, with the units set smaller. */
export function Duration({ minutes }: { minutes: number }): JSX.Element {
  const pieces = durationText(minutes, usePage().t.locale).split(/(\p{L}+)/u);
  return (
    <span class="amount">
      {pieces.map((piece) => (/\p{L}/u.test(piece) ? <span class="amount__unit">{piece}</span> : piece))}
    </span>
  );
}

/** A share 0 to 1 as a whole per cent, the sign smaller on that side of the number where the language has it. */
export function Percent({ share }: { share: number }): JSX.Element {
  const { value, unit, unitFirst } = percentParts(share, usePage().t.locale);
  const sign = <span class="amount__unit amount__unit--sign">{unit}</span>;
  return (
    <span class="amount">
      {unitFirst && sign}
      {value}
      {!unitFirst && sign}
    </span>
  );
}
