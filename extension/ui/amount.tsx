import type { JSX } from 'preact';
import { hourParts, type NumberParts, percentParts } from './format.ts';
import { usePage } from './page.ts';

/** A number with its unit set smaller beside it, in the language's order. */
function Amount({ parts }: { parts: NumberParts }): JSX.Element {
  const unit = parts.unit && <span class="amount__unit">{parts.unit}</span>;
  return (
    <span class="amount">
      {parts.unitFirst && unit}
      {parts.value}
      {!parts.unitFirst && unit}
    </span>
  );
}

/** Minutes as hours with at most one decimal. */
export function Hours({ minutes }: { minutes: number }): JSX.Element {
  return <Amount parts={hourParts(minutes, usePage().t.locale)} />;
}

/** A share 0 to 1 as a whole per cent. */
export function Percent({ share }: { share: number }): JSX.Element {
  return <Amount parts={percentParts(share, usePage().t.locale)} />;
}
