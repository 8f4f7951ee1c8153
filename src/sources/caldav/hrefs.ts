/**
 * Names of resources: a path without the ways in which servers write the same one. Cyrus and SOGo answer with `@` where
 * `%40` was asked for, others with whole addresses. What is sent is the address as it was received.
 */
export type PathKey = string;

/** The path that an href means, decoded; null where it lies on another server. */
export function pathKey(href: string, base: string): PathKey | null {
  const url = urlOf(href, base);
  return url === null || url.origin !== new URL(base).origin ? null : decodedPath(url.pathname);
}

/** An href as an address; null where it is none. */
export function urlOf(href: string, base: string): URL | null {
  // `//a/b` is a path with an empty first part to some servers, and another host to URL.
  return URL.parse(href.startsWith('//') ? href.slice(1) : href, base);
}

/** The address of a path that a cursor or the store remembers. */
export function addressOfPath(key: PathKey, base: string): string {
  return new URL(key.split('/').map(encodeURIComponent).join('/'), base).href;
}

/** Whether two keys mean one collection: the slash at its end comes and goes. */
export function samePath(a: PathKey, b: PathKey): boolean {
  return trimmed(a) === trimmed(b);
}

function trimmed(key: PathKey): string {
  return key.endsWith('/') ? key.slice(0, -1) : key;
}

function decodedPath(path: string): string {
  return path
    .split('/')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch (error) {
        if (!(error instanceof URIError)) throw error;
        // Not UTF-8 behind its percent signs: compared as it stands.
        return part;
      }
    })
    .join('/');
}
