import { describe, expect, it } from 'vitest';
import { placesLike, placeText, zoneCalled } from '../../src/time/zone-names.ts';

const zones = Intl.supportedValuesOf('timeZone');

describe('a time zone', () => {
  it.each([
    ['New York', 'America/New_York'],
    ['new_york', 'America/New_York'],
    ['Tokio', 'Asia/Tokyo'],
    ['東京', 'Asia/Tokyo'],
    ['Tóquio', 'Asia/Tokyo'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Zürich', 'Europe/Zurich'],
    ['Munchen', 'Europe/Berlin'],
    ['Lisboa', 'Europe/Lisbon'],
    ['Moscou', 'Europe/Moscow'],
    ['europe/berlin', 'Europe/Berlin'],
    ['Berl', 'Europe/Berlin'],
  ])('is found by what people call its place: %s', (asked, zone) => {
    expect(zoneCalled(asked, zones)).toBe(zone);
  });

  it('is taken as it was chosen from the list', () => {
    expect(zoneCalled(placeText({ place: 'Tokio', zone: 'Asia/Tokyo' }), zones)).toBe('Asia/Tokyo');
  });

  it('is not guessed where nothing is meant', () => {
    expect(zoneCalled('Nowhere at all', zones)).toBeNull();
    expect(zoneCalled('  ', zones)).toBeNull();
  });

  it('offers the name that was asked for, nearest first', () => {
    expect(placesLike('rom', zones)[0]).toEqual({ place: 'Rom', zone: 'Europe/Rome' });
    expect(placesLike('Tok', zones).map(placeText)[0]).toBe('Tokyo (Asia/Tokyo)');
  });
});
