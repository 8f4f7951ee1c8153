/** Sizes that browsers draw in the toolbar, in device pixels. */
const SIZES = [16, 32] as const;

/** The colours of the mark (icons/icon.svg): one lightness, which stands on light and dark toolbars. */
const CRAFT = '#ca7148';
const REST = '#4b90d5';

/** The mark on its grid of 16: two tracks, 14 high, no track lower than 2. */
const TRACK = { width: 5, left: 2, right: 9, top: 1, height: 14, least: 2, radius: 1.25 } as const;

/** Heights of the two tracks on the grid of 16: craft, and the rest of the week. */
function trackHeights(share: number): { craft: number; rest: number } {
  const whole = Math.min(Math.max(share, 0), 1);
  const height = (part: number): number => Math.max(TRACK.least, part * TRACK.height);
  return { craft: height(whole), rest: height(1 - whole) };
}

/** The mark of Craftweek with its tracks as high as the week's craft share and the rest. */
export function toolbarIcon(share: number): Record<number, ImageData> {
  return Object.fromEntries(SIZES.map((size) => [size, mark(size, share)]));
}

function mark(size: number, share: number): ImageData {
  const context = new OffscreenCanvas(size, size).getContext('2d');
  if (!context) throw new Error('no 2d canvas in this browser');
  const unit = size / 16;
  context.scale(unit, unit);
  const { craft, rest } = trackHeights(share);
  const bottom = TRACK.top + TRACK.height;
  const track = (left: number, height: number, color: string): void => {
    // Whole device pixels: a blurred edge is all that one sees of a bar this small.
    const top = bottom - Math.round(height * unit) / unit;
    context.fillStyle = color;
    context.beginPath();
    context.roundRect(left, top, TRACK.width, bottom - top, TRACK.radius);
    context.fill();
  };
  track(TRACK.left, craft, CRAFT);
  track(TRACK.right, rest, REST);
  return context.getImageData(0, 0, size, size);
}
