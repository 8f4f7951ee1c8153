import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipped, paper, partFill, sideFill, wrapped } from '../../../extension/report/paper.tsx';

describe('the lines of the sheet', () => {
  it('break between words, and lose none', () => {
    const text = 'Since the week of 6 July your craft share is 24%; before it was 61%.';
    const lines = wrapped(text, 30);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(30);
  });

  it('break anywhere in Japanese, but no line begins with a full stop', () => {
    const text = '8月24日の週から本業の割合は26%、それまでは68%でした。';
    const lines = wrapped(text, 24);
    expect(lines.join('')).toBe(text);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).not.toMatch(/^[、。]/);
  });

  it('keep a word that is longer than a line whole', () => {
    expect(wrapped('Donaudampfschifffahrtsgesellschaft', 10)).toEqual(['Donaudampfschifffahrtsgesellschaft']);
  });

  it('are cut with an ellipsis, never in the middle of a character', () => {
    expect(clipped('short', 10)).toBe('short');
    expect(clipped('much too long for this', 10)).toBe('much too…');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 2, max: 40 }),
        (text, most) => {
          const cut = clipped(text, most);
          expect(text.startsWith(cut.replace(/…$/, '').trimEnd())).toBe(true);
          expect(() => encodeURIComponent(cut)).not.toThrow();
          expect(cut === text || cut.endsWith('…')).toBe(true);
          expect([...cut].length).toBeLessThanOrEqual(Math.max(most, [...text].length > most ? most : 60));
        },
      ),
    );
  });
});

describe('the fills of the sheet', () => {
  it('hold without colour: solid, ruled and hatched', () => {
    expect(partFill('craft')).toEqual({ fill: paper.craft });
    expect(partFill('management').fill).toMatch(/^url\(#/);
    expect(partFill('fragments')).toMatchObject({
      fill: expect.stringMatching(/^url\(#/),
      stroke: paper.soft,
    });
    expect(partFill('fragments').fill).not.toBe(partFill('management').fill);
    expect(sideFill('neither').fill).toBe(paper.line);
  });
});
