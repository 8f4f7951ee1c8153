import { describe, expect, it } from 'vitest';
import { durationText, hourSum, meanDuration, signedDuration } from '../../src/words/format.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a duration', () => {
  it.each([
    [195, 'en', '3 h 15'],
    [65, 'de', '1 h 05'],
    [120, 'fr', '2 h'],
    [45, 'es', '45 min'],
    [0, 'pt', '0 min'],
    [-90, 'en', '−1 h 30'],
    [-0.2, 'en', '0 min'],
    [195, 'ja', '3時間15分'],
    [45, 'ja', '45分'],
  ])('of %d minutes reads the same way everywhere in %s: %s', (minutes, locale, text) => {
    expect(plain(durationText(minutes, locale))).toBe(text);
  });

  it('is never broken over two lines', () => {
    expect(durationText(195, 'de')).not.toContain(' ');
  });

  it('has its sign where it is a difference, and none where there is no difference', () => {
    expect(plain(signedDuration(150, 'fr'))).toBe('+2 h 30');
    expect(plain(signedDuration(-45, 'es'))).toBe('−45 min');
    expect(plain(signedDuration(0.3, 'ja'))).toBe('0分');
  });

  it('that is a mean is told to five minutes', () => {
    expect(plain(meanDuration(137, 'en'))).toBe('2 h 15');
  });
});

describe('hours in a column', () => {
  it.each([
    [635, 'en', '10.6 h'],
    [635, 'de', '10,6 h'],
    [600, 'pt', '10,0 h'],
    [0, 'fr', '0 h'],
  ])('add up by eye: %i minutes in %s are %s', (minutes, locale, text) => {
    expect(plain(hourSum(minutes, locale))).toBe(text);
  });
});
