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
  const bare = text.replace(/^[<"'“„«(]+|[>"'”“»)]+$/gu, '');
  if (/^\S+$/.test(bare)) return [bare];
  return [...text.slice(0, LONGEST).matchAll(/\b(?:https?|webcals?|feed):\/\/[^\s<>"'“”„«»]+/gi)].map(
    ([found]) => found.replace(/[).,;]+$/, ''),
  );
}

/** With `https:` in place of `webcal:`, `feed:` or nothing; null where there is no host in it. */
function withScheme(text: string): string | null {
  const subscribed = /^(?:webcals?|feeds?):(?:\/\/)?(?:https?:\/\/)?(.*)$/is.exec(text);
  const rest = subscribed?.[1] ?? (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? null : text);
  if (rest === null) return text;
  if (!/^(\[[\da-f:]+\]|[^\s/?#@:]+)(:\d+)?([/?#]|$)/i.test(rest) && !/^[^\s/@]+@[^\s/@]+\//.test(rest))
    return null;
  const host = /^(\[[^\]]*\]|[^/:?#]+)/.exec(rest)?.[0] ?? '';
  if (!subscribed && !host.includes('.') && !LOOPBACK.test(host)) return null;
  return `${LOOPBACK.test(host) ? 'http' : 'https'}://${rest}`;
}

function parsed(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return /^(https?|file):$/.test(url.protocol) ? url : null;
}

function wrongText(text: string): Verdict {
  if (/^(mailto:)?[^\s@/]+@[^\s@/]+\.[^\s@/]+$/i.test(text)) return wrong('mail-address');
  if (/^([a-z]:\\|\/(home|Users)\/|file:)/i.test(text)) return wrong('file-address');
  return wrong('no-address');
}
