import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/calendar/decode-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the text of a calendar file', () => {
  it('is that of its UTF-8, without the mark', () => {
    expect(decodeText(utf8('\ufeffSUMMARY:Café 設計 🎨'))).toBe('SUMMARY:Café 設計 🎨');
  });

  it('is whole where a line was folded inside a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', '設', '🎨', ' '), minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('\r\n ', '\n\t'),
        (text, width, fold) => {
          const bytes = utf8(`SUMMARY:${text}`);
          const parts: number[] = [];
          for (const [i, byte] of bytes.entries()) {
            if (i > 0 && i % width === 0) parts.push(...utf8(fold));
            parts.push(byte);
          }
          const unfolded = decodeText(new Uint8Array(parts)).replaceAll(/\r?\n[ \t]/g, '');
          expect(unfolded).toBe(`SUMMARY:${text}`);
        },
      ),
    );
  });

  it('is read by its mark as UTF-16, and as Windows-1252 where it is no UTF-8', () => {
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0xe9, 0x00]))).toBe('Aé');
    expect(decodeText(new Uint8Array([0xfe, 0xff, 0x00, 0x41, 0x00, 0xe9]))).toBe('Aé');
    expect(decodeText(new Uint8Array([0x43, 0x61, 0x66, 0xe9]))).toBe('Café');
  });

  it('stays UTF-8 where one character is broken, as at the end of a download that broke', () => {
    const text = 'SUMMARY:Größe\r\nDESCRIPTION:Maß';
    expect(decodeText(utf8(text).subarray(0, -1))).toBe('SUMMARY:Größe\r\nDESCRIPTION:Ma\uFFFD');
    expect(decodeText(utf8('Ma\uFFFD'))).toBe('Ma\uFFFD');
  });
});
