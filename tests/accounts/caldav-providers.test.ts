import { describe, expect, it } from 'vitest';
import { CALDAV_PROVIDERS, originsOf, serverOf, trustsOf } from '../../src/accounts/caldav-providers.ts';

describe('the server that was typed', () => {
  it.each([
    ['ada@icloud.com', 'https://caldav.icloud.com/'],
    ['Ada@Fastmail.com', 'https://caldav.fastmail.com/'],
    ['ada@example.org', 'https://example.org/'],
    ['cloud.example.org', 'https://cloud.example.org/'],
    ['cloud.example.org:8443/dav', 'https://cloud.example.org:8443/dav'],
    [' https://ada:secret@cloud.example.org/dav/#x ', 'https://cloud.example.org/dav/'],
    ['http://127.0.0.1:5232', 'http://127.0.0.1:5232/'],
    ['http://localhost:5232/ada/', 'http://localhost:5232/ada/'],
    ['http://cloud.example.org/', null],
    ['ftp://cloud.example.org/', null],
    ['not a server', null],
    ['', null],
  ])('%j is %s', (typed, expected) => {
    expect(serverOf(typed)?.href ?? null).toBe(expected);
  });
});

describe('the password of an account', () => {
  it.each([
    ['https://cloud.example.org/', 'https://cloud.example.org/dav/', true],
    ['https://cloud.example.org/', 'https://dav.example.org/', false],
    ['https://cloud.example.org/', 'http://cloud.example.org/', false],
    ['https://cloud.example.org/', 'https://cloud.example.org:8443/', false],
    ['https://caldav.icloud.com/', 'https://p34-caldav.icloud.com:443/123/', true],
    ['https://caldav.icloud.com/', 'http://p34-caldav.icloud.com/', false],
    ['https://caldav.icloud.com/', 'https://icloud.com.thief.example/', false],
    ['https://caldav.icloud.com/', 'https://evilicloud.com/', false],
  ])('of %s goes to %s: %s', (server, url, expected) => {
    expect(trustsOf(server)(new URL(url))).toBe(expected);
  });
});

describe('the hosts that the browser is asked for', () => {
  it('are the one of the server, or the provider’s own where accounts live on many', () => {
    expect(originsOf(new URL('https://cloud.example.org:8443/dav'))).toEqual(['https://cloud.example.org/*']);
    expect(originsOf(new URL('https://caldav.icloud.com/'))).toEqual(['https://*.icloud.com/*']);
    expect(originsOf(new URL('http://127.0.0.1:5232/'))).toEqual(['http://127.0.0.1/*']);
  });

  it('are of https alone for every provider, and their pages too', () => {
    for (const { server, passwordPage } of CALDAV_PROVIDERS) {
      for (const url of [server, passwordPage]) if (url) expect(new URL(url).protocol).toBe('https:');
    }
  });
});
