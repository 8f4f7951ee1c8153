import { describe, expect, it } from 'vitest';
import { eventLink } from '../../src/calendar/event-link.ts';

describe('the link of an event', () => {
  it('is an https address, as it stands', () => {
    const link = 'https://www.google.com/calendar/event?eid=abc_20261117';
    expect(eventLink(link)).toEqual({ link });
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['a script', 'javascript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['an unguarded page', 'http://intranet/event/1'],
    ['a name and a password', 'https://me:secret@example.org/'],
    ['no address', 'Room 4'],
    ['an endless one', `https://example.org/${'a'.repeat(2000)}`],
  ])('is absent for %s', (_, address) => {
    expect(eventLink(address)).toEqual({});
  });
});
