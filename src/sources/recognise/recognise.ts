import { isMailAddress } from '../../calendar/mail-address.ts';
import { apple } from './apple.ts';
import { google } from './google.ts';
import { outlook } from './outlook.ts';
import { booking, signIn } from './pages.ts';
import { proton } from './proton.ts';
import { caldav, fastmail, nextcloud, teamup, zimbra } from './servers.ts';
import { type Detector, feed, type Pasted, type Verdict, wrong } from './verdict.ts';

/** In this order; the first that knows an address decides. */
const DETECTORS: readonly Detector[] = [
  signIn,
  booking,
  google,
  outlook,
  apple,
  proton,
  fastmail,
  teamup,
  nextcloud,
  zimbra,
  caldav,
];

const LONGEST = 8_000;
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * What a pasted text is: the address of a feed, kept byte for byte, or one of the wrong things that people paste,
 * with a code for the words that lead on. Takes what surrounds an address in a mail: brackets, quotes, a label before
 * it. A detector that fails is passed over.
 */
export function recognise(text: string, detectors: readonly Detector[] = DETECTORS): Verdict {
  const trimmed = text.trim();
  if (/^\uFEFF?BEGIN:VCALENDAR/i.test(trimmed)) return wrong('calendar-text');
  const [only, ...others] = candidates(trimmed);
  if (only === undefined || others.length > 0 || only.length > LONGEST) return wrongText(trimmed);
  const address = withScheme(only);
  const url = address === null ? null : parsed(address);
  if (address === null || url === null) return wrongText(trimmed);
  if (url.protocol === 'file:') return wrong('file-address');
  const pasted: Pasted = { text: address, url };
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    return wrong('not-https', address.replace(/^http:/i, 'https:'));
  }
  for (const detect of detectors) {
    const verdict = attempt(detect, pasted);
    if (verdict) return verdict;
  }
  return feed('other', pasted);
}

function attempt(detect: Detector, pasted: Pasted): Verdict | null {
  try {
    return detect(pasted);
  } catch {
    // One provider's rules must not keep the others from theirs.
    return null;
  }
}

/** The addresses in a text: the whole of it, or those that begin with a scheme. */
function candidates(text: string): string[] {
  const bare = trimmedOf(text, `<"'“„«(`, `>"'”“»)`);
  if (/^\S+$/.test(bare)) return [bare];
  return [...text.slice(0, LONGEST).matchAll(/\b(?:https?|webcals?|feed):\/\/[^\s<>"'“”„«»]+/gi)].map(
    ([found]) => trimmedOf(found, '', ').,;'),
  );
}

/** With `https:` in place of `webcal:`, `feed:` or nothing; null where there is no host in it. */
function withScheme(text: string): string | null {
  const isSubscribed = /^(?:webcal|webcals|feed|feeds):/i.test(text);
  if (!isSubscribed && /^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
  const rest = isSubscribed
    ? text
        .slice(text.indexOf(':') + 1)
        .replace(/^\/\//, '')
        .replace(/^https?:\/\//i, '')
    : text;
  const host = hostIn(rest);
  if (host === null) return null;
  if (!isSubscribed && !host.includes('.') && !LOOPBACK.test(host)) return null;
  return `${LOOPBACK.test(host) ? 'http' : 'https'}://${rest}`;
}

/** The host at the beginning of an address without its scheme; null where there is none. */
function hostIn(rest: string): string | null {
  const end = rest.search(/[/?#]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const [before, after, ...more] = authority.split('@');
  // A name before the host is only taken where a path follows: else it is a mail address.
  if (more.length > 0 || (after !== undefined && (before === '' || rest[end] !== '/'))) return null;
  const server = after ?? authority;
  const colon = server.startsWith('[') ? server.indexOf(':', server.indexOf(']')) : server.indexOf(':');
  const host = colon < 0 ? server : server.slice(0, colon);
  const isPort = colon < 0 || /^\d{1,5}$/.test(server.slice(colon + 1));
  return host !== '' && isPort && !/\s/.test(authority) ? host : null;
}

/** A text without the characters of `first` at its beginning and those of `last` at its end. */
function trimmedOf(text: string, first: string, last: string): string {
  let [from, to] = [0, text.length];
  while (from < to && first.includes(text.charAt(from))) from++;
  while (to > from && last.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

function parsed(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return /^(https?|file):$/.test(url.protocol) ? url : null;
}

function wrongText(text: string): Verdict {
  if (isMailAddress(text.replace(/^mailto:/i, ''))) return wrong('mail-address');
  if (/^([a-z]:\\|\/(home|Users)\/|file:)/i.test(text)) return wrong('file-address');
  return wrong('no-address');
}
