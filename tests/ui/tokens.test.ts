import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../extension/ui/tokens.css'), 'utf8');
const [lightText = '', darkText = ''] = css.split('@media (prefers-color-scheme: dark)');

type Colour = readonly [lightness: number, chroma: number, hue: number];

function colours(text: string): Map<string, Colour> {
  const found = text.matchAll(/--([\w-]+):\s*oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g);
  return new Map([...found].map((m) => [m[1] ?? '', [Number(m[2]), Number(m[3]), Number(m[4])]]));
}

/** Relative luminance by WCAG, from oklch over linear sRGB (Ottosson's matrices), clipped to the gamut. */
function luminance([lightness, chroma, hue]: Colour): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (x: number): number => Math.min(1, Math.max(0, x));
  return (
    0.2126 * clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) +
    0.7152 * clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) +
    0.0722 * clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  );
}

function contrast(one: Colour, other: Colour): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const light = colours(lightText);
const themes = [
  ['light', light],
  ['dark', new Map([...light, ...colours(darkText)])],
] as const;

describe.each(themes)('the %s colours', (_, theme) => {
  const colour = (name: string): Colour => {
    const found = theme.get(name);
    if (!found) throw new Error(`no --${name}`);
    return found;
  };

  it.each(['', '-soft', '-ink'])('give craft%s and management the same lightness and chroma', (part) => {
    const [craftL, craftC, craftH] = colour(`craft${part}`);
    const [managementL, managementC, managementH] = colour(`management${part}`);
    expect([craftL, craftC]).toEqual([managementL, managementC]);
    expect(Math.abs(craftH - managementH)).toBeGreaterThan(120);
  });

  it.each([
    ['ink', 'paper'],
    ['ink', 'paper-raised'],
    ['ink', 'paper-sunk'],
    ['ink-soft', 'paper'],
    ['ink-soft', 'paper-sunk'],
    ['notice', 'paper'],
    ['on-hue', 'craft'],
    ['on-hue', 'management'],
    ['craft-ink', 'paper'],
    ['management-ink', 'paper'],
    ['ink', 'craft-soft'],
    ['ink', 'management-soft'],
    ['ink', 'away'],
  ])('let %s be read on %s (AA, 4.5)', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['craft', 'paper'],
    ['management', 'paper'],
    ['line-strong', 'paper'],
    ['line-strong', 'paper-raised'],
    ['focus-ring', 'paper'],
  ])('let the shape of %s be seen on %s (AA, 3)', (shape, ground) => {
    expect(contrast(colour(shape), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

describe('the type scale', () => {
  it('rises by the square root of a fifth from 14 px', () => {
    const steps = [...css.matchAll(/--step-(-?\d+): ([\d.]+)rem/g)];
    expect(steps.length).toBeGreaterThan(5);
    for (const [, step, rem] of steps) {
      expect(Number(rem) * 16).toBeCloseTo(14 * 1.5 ** (Number(step) / 2), 1);
    }
  });
});
