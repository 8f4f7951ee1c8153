import type { JSX } from 'preact';
import type { Side } from '../../src/calendar/activity.ts';

/**
 * What the check-up is printed with. A4 upright in CSS pixels at 87 to the inch; colours of paper, whatever the
 * screen's. They hold in black and white: craft is solid, management is ruled, fragments are hatched, as on the screen.
 */
export const paper = {
  width: 720,
  height: 1018,
  margin: 40,
  ink: '#1d1a17',
  soft: '#5f5952',
  line: '#d3cdc5',
  craft: '#a4542f',
  management: '#2f6ea4',
  font: '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Inter, Cantarell, Ubuntu, "Noto Sans", "Source Sans 3", "Noto Sans CJK JP", system-ui, sans-serif',
} as const;

/** How an area is filled. */
export interface Paper {
  readonly fill: string;
  readonly stroke?: string;
}

/** The sheet is drawn once on a page, so that its patterns have names of their own. */
const RULED = 'craftweek-paper-ruled';
const HATCHED = 'craftweek-paper-hatched';

/** The patterns that the fills refer to; once in a sheet. */
export function PaperPatterns(): JSX.Element {
  return (
    <defs>
      <pattern id={RULED} width="3" height="3" patternUnits="userSpaceOnUse">
        <rect width="3" height="3" fill="#ffffff" />
        <rect width="3" height="1.8" fill={paper.management} />
      </pattern>
      <pattern id={HATCHED} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" fill="#ffffff" />
        <rect width="0.9" height="4" fill={paper.soft} />
      </pattern>
    </defs>
  );
}

export function partFill(part: 'craft' | 'management' | 'fragments'): Paper {
  if (part === 'craft') return { fill: paper.craft };
  if (part === 'management') return { fill: `url(#${RULED})`, stroke: paper.management };
  return { fill: `url(#${HATCHED})`, stroke: paper.soft };
}

export function sideFill(side: Side): Paper {
  if (side === 'neither') return { fill: paper.line };
  return partFill(side);
}

/** Characters of full width take the room of two. */
function sizeOf(text: string): number {
  return [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 1.8 : 1), 0);
}

/** A sentence in lines of at most about `most` characters; scripts without spaces break anywhere. */
export function wrapped(text: string, most: number): string[] {
  const pieces = /[\u3040-\u9fff]/.test(text) ? [...text] : text.split(/(?<= )/);
  const lines: string[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    // A full stop or a comma never begins a line.
    const fits =
      line !== undefined && (sizeOf(line + piece.trimEnd()) <= most || /^[、。，．）」%％]/.test(piece));
    if (line !== undefined && fits) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}

/** A text of at most about `most` characters; what is cut off is told by an ellipsis. */
export function clipped(text: string, most: number): string {
  if (sizeOf(text) <= most) return text;
  let cut = '';
  for (const c of text) {
    if (sizeOf(cut + c) > most - 1) break;
    cut += c;
  }
  return `${cut.trimEnd()}…`;
}
