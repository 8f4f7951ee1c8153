import { describe, expect, it } from 'vitest';
import { hasMeetingLink } from '../../src/calendar/meeting-link.ts';

describe('a call link', () => {
  it.each([
    'https://us02web.zoom.us/j/123?pwd=abc',
    'Join: https://teams.microsoft.com/l/meetup-join/19%3ameeting',
    'Teilnehmen <https://meet.google.com/abc-defg-hij>',
    'https://meet.jit.si/Room',
    'https://jitsi.example.org/room',
    'http://bbb.example.edu/b/kim-123',
    'https://lernen.example.edu/bbb/room',
    'https://bigbluebutton.example.org/rooms/x',
    'https://join.skype.com/abc',
    'https://example.webex.com:443/meet/kim',
    'HTTPS://ZOOM.US/J/1',
    'zoommtg://zoom.us/join?confno=1',
    'https://eur03.safelinks.protection.outlook.com/ap/t-5/?url=https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup',
  ])('is found in %s', (text) => {
    expect(hasMeetingLink(text)).toBe(true);
  });

  it.each([
    '',
    'zoom',
    'https://example.org/zoom.us',
    'https://notzoom.us.example.org/j/1',
    'https://myzoom.us/j/1',
    'https://zoom.us@example.org/j/1',
    'https://docs.google.com/document/d/1',
    'Room 3, second floor: bring your own chair',
  ])('is not seen in %j', (text) => {
    expect(hasMeetingLink(text)).toBe(false);
  });

  it('is found behind the first words of a text and behind other links', () => {
    expect(hasMeetingLink(`${'https://example.org/a '.repeat(20)}https://whereby.com/kim`)).toBe(true);
  });
});
