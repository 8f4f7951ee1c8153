import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originPattern } from '../../../src/sources/recognise/origins.ts';
import { recognise } from '../../../src/sources/recognise/recognise.ts';

const SECRET = 'https://calendar.google.com/calendar/ical/ada%40example.org/private-0a1b2c/basic.ics';

describe('an address that is a feed', () => {
  it.each([
    ['google', SECRET],
    ['google', 'https://www.google.com/calendar/ical/ada%40example.org/private-0a1b2c/basic.ics'],
    ['outlook', 'https://outlook.office365.com/owa/calendar/0a@example.org/1b2c/calendar.ics'],
    ['outlook', 'https://outlook.live.com/owa/calendar/0a/1b/cid-2C/calendar.ics'],
    ['icloud', 'https://p71-caldav.icloud.com/published/2/MTA'],
    ['fastmail', 'https://user.fm/calendar/v1-0a1b/Work.ics'],
    [
      'proton',
      'https://calendar.proton.me/api/calendar/v1/url/0a==/calendar.ics?CacheKey=1b&PassphraseKey=2c%3D',
    ],
    ['nextcloud', 'https://cloud.example.org/remote.php/dav/public-calendars/Ab12?export'],
    ['teamup', 'https://ics.teamup.com/feed/ks0a1b/0.ics'],
    ['zimbra', 'https://mail.example.org/home/ada@example.org/Calendar?fmt=ics'],
    ['other', 'https://example.org/rota.php?team=4'],
    ['other', 'http://127.0.0.1:8080/week.ics'],
  ])('of %s is kept byte for byte: %s', (provider, address) => {
    expect(recognise(address)).toEqual({ kind: 'feed', provider, address });
  });

  it.each([
    ['webcal://p71-caldav.icloud.com/published/2/MTA', 'https://p71-caldav.icloud.com/published/2/MTA'],
    ['webcals://example.org/a.ics', 'https://example.org/a.ics'],
    ['WEBCAL://127.0.0.1:81/a.ics', 'http://127.0.0.1:81/a.ics'],
    ['feed:https://example.org/a.ics', 'https://example.org/a.ics'],
    ['example.org/a.ics', 'https://example.org/a.ics'],
    ['  <https://example.org/a.ics> ', 'https://example.org/a.ics'],
    ['Secret address: https://example.org/a.ics.', 'https://example.org/a.ics'],
    ['https://ada:pass@example.org/a.ics', 'https://ada:pass@example.org/a.ics'],
  ])('%s is read as %s', (text, address) => {
    expect(recognise(text)).toMatchObject({ kind: 'feed', address });
  });

  it('of Proton without its key is known to say only when', () => {
    const address = 'https://calendar.proton.me/api/calendar/v1/url/0a==/calendar.ics?CacheKey=1b';
    expect(recognise(address)).toMatchObject({ kind: 'feed', limited: true });
  });
});

describe('another thing that people paste', () => {
  it.each([
    ['google-embed', 'https://calendar.google.com/calendar/embed?src=ada%40example.org&ctz=Europe%2FBerlin'],
    ['google-share', 'https://calendar.google.com/calendar/u/0?cid=YWRhQGV4YW1wbGUub3Jn'],
    ['google-public', 'https://calendar.google.com/calendar/ical/ada%40example.org/public/basic.ics'],
    ['google-page', 'https://calendar.google.com/calendar/u/0/r/settings/calendar/x'],
    ['outlook-html', 'https://outlook.office365.com/owa/calendar/0a@example.org/1b2c/calendar.html'],
    ['outlook-page', 'https://outlook.office.com/calendar/view/week'],
    ['icloud-page', 'https://www.icloud.com/calendar'],
    ['fastmail-page', 'https://app.fastmail.com/calendar/week'],
    ['proton-page', 'https://calendar.proton.me/u/0/week'],
    [
      'proton-key',
      'https://calendar.proton.me/api/calendar/v1/url/0a/calendar.ics?CacheKey=1&PassphraseKey=2c',
    ],
    ['nextcloud-page', 'https://cloud.example.org/index.php/apps/calendar/p/Ab12/Work'],
    ['nextcloud-page', 'https://cloud.example.org/remote.php/dav/public-calendars/Ab12'],
    ['teamup-page', 'https://teamup.com/ks0a1b'],
    ['zimbra-page', 'https://mail.example.org/home/ada@example.org/Calendar'],
    ['caldav', 'https://caldav.fastmail.com/dav/calendars/user/ada@example.org/'],
    ['caldav', 'https://cloud.example.org/remote.php/dav/calendars/ada/work/'],
    ['sign-in-page', 'https://accounts.google.com/v3/signin/identifier?continue=x'],
    ['sign-in-page', 'https://login.microsoftonline.com/common/oauth2/authorize'],
    ['booking-page', 'https://calendly.com/ada/30min'],
    ['not-https', 'http://example.org/a.ics'],
    ['mail-address', 'ada@example.org'],
    ['calendar-text', 'BEGIN:VCALENDAR\r\nVERSION:2.0'],
    ['file-address', 'file:///home/ada/work.ics'],
    ['file-address', 'C:\\Users\\ada\\work.ics'],
    ['no-address', ''],
    ['no-address', 'my work calendar'],
    ['no-address', 'https://a.example/1.ics and https://a.example/2.ics'],
  ])('is called %s: %s', (code, text) => {
    expect(recognise(text)).toMatchObject({ kind: 'wrong', code });
  });

  it.each([
    [
      'https://outlook.live.com/owa/calendar/0a/1b/cid-2C/index.html',
      'https://outlook.live.com/owa/calendar/0a/1b/cid-2C/calendar.ics',
    ],
    [
      'https://cloud.example.org/nc/index.php/apps/calendar/p/Ab12',
      'https://cloud.example.org/nc/remote.php/dav/public-calendars/Ab12?export',
    ],
    [
      'https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fexample.org%2Fa.ics',
      'https://example.org/a.ics',
    ],
    ['https://mail.example.org/home/ada/Calendar.html', 'https://mail.example.org/home/ada/Calendar?fmt=ics'],
    ['http://example.org/a.ics', 'https://example.org/a.ics'],
  ])('leads from %s to %s', (text, instead) => {
    expect(recognise(text)).toMatchObject({ kind: 'wrong', instead });
    expect(recognise(instead)).toMatchObject({ kind: 'feed', address: instead });
  });

  it('never makes it throw, and what it takes for a feed can be asked for', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true }), fc.string({ unit: 'binary' })),
        (text) => {
          const verdict = recognise(text);
          if (verdict.kind === 'feed') expect(originPattern(verdict.address)).toMatch(/^https?:\/\/.+\/\*$/);
        },
      ),
    );
  });
});

it('a detector that fails is passed over', () => {
  const failing = (): never => {
    throw new Error('broken');
  };
  expect(recognise(SECRET, [failing])).toMatchObject({ kind: 'feed', provider: 'other' });
});

it('asks for one origin, and for iCloud’s hosts where an address sends on to another of them', () => {
  expect(originPattern('https://example.org:8443/a.ics')).toBe('https://example.org/*');
  expect(originPattern('https://p71-caldav.icloud.com/published/2/MTA')).toBe('https://*.icloud.com/*');
});
