import { SourceError } from '../../calendar/source-error.ts';
import { child, childrenOf, parseXml, type XmlElement } from './xml.ts';

export const DAV = 'DAV:';
export const CALDAV = 'urn:ietf:params:xml:ns:caldav';
export const CALENDARSERVER = 'http://calendarserver.org/ns/';
export const APPLE = 'http://apple.com/ns/ical/';

/** What a 207 says of one resource. */
export interface DavResponse {
  /** As the server wrote it, so that it can be sent back so. */
  readonly href: string;
  /** Of the resource itself; 200 where only properties have a status. */
  readonly status: number;
  /** The property of that name, where it was found (200). */
  readonly prop: (space: string, name: string) => XmlElement | undefined;
}

export interface MultiStatus {
  readonly responses: readonly DavResponse[];
  /** Of a sync-collection. */
  readonly syncToken: string | null;
}

/** Reads a 207 (RFC 4918, 13; RFC 6578, 3). Throws SourceError `bad-answer` where it is no such answer. */
export function multiStatus(text: string): MultiStatus {
  const root = parseXml(text);
  if (root?.name !== 'multistatus' || root.space !== DAV) {
    throw new SourceError('bad-answer', 'the calendar server answered with something that is no multistatus');
  }
  const responses = childrenOf(root, DAV, 'response').flatMap(responsesOf);
  return { responses, syncToken: child(root, DAV, 'sync-token')?.text.trim() || null };
}

/** One for each href: a status without properties may be said of several at once. */
function responsesOf(element: XmlElement): DavResponse[] {
  const propstats = childrenOf(element, DAV, 'propstat');
  const found = propstats.filter((p) => statusOf(p) === 200).flatMap((p) => childrenOf(p, DAV, 'prop'));
  const own = child(element, DAV, 'status');
  const status = own ? statusOf(element) : 200;
  // Some answer for a missing resource with 404 properties alone.
  const isMissing = !own && propstats.length > 0 && propstats.every((p) => statusOf(p) === 404);
  const prop = (space: string, name: string): XmlElement | undefined => {
    for (const one of found) {
      const property = child(one, space, name);
      if (property) return property;
    }
    return undefined;
  };
  return childrenOf(element, DAV, 'href').map((href) => ({
    href: href.text.trim(),
    status: isMissing ? 404 : status,
    prop,
  }));
}

/** 200 of `HTTP/1.1 200 OK`; 200 where there is no status that can be read. */
function statusOf(element: XmlElement): number {
  return Number(/^\s*\S+\s+(\d{3})/.exec(child(element, DAV, 'status')?.text ?? '')?.[1] ?? 200);
}
