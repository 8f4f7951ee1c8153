/** What is known of a provider: where its calendars are, and where one makes a password for a program. */
export interface CaldavProvider {
  readonly id: string;
  /** As the provider writes itself. */
  readonly name: string;
  /** Where discovery begins; absent where each user has a server of their own. */
  readonly server?: string;
  /** Domains of e-mail addresses that are this provider's. */
  readonly domains: readonly string[];
  /** Other hosts of the provider that its answers lead to: `.example.org` stands for all below it. */
  readonly hosts?: readonly string[];
  /** The page where a password for a program is made; absent where the usual password is the one. */
  readonly passwordPage?: string;
}

/** Hosts and pages as the providers' own help names them, in 2026. */
export const CALDAV_PROVIDERS: readonly CaldavProvider[] = [
  {
    id: 'icloud',
    name: 'iCloud',
    server: 'https://caldav.icloud.com/',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    // Each account lives on a p01-caldav to p200-caldav of its own.
    hosts: ['.icloud.com'],
    passwordPage: 'https://account.apple.com/account/manage',
  },
  {
    id: 'fastmail',
    name: 'Fastmail',
    server: 'https://caldav.fastmail.com/',
    domains: ['fastmail.com', 'fastmail.fm', 'messagingengine.com'],
    passwordPage: 'https://app.fastmail.com/settings/security/apps',
  },
  { id: 'nextcloud', name: 'Nextcloud', domains: [] },
  {
    id: 'mailbox',
    name: 'mailbox.org',
    server: 'https://dav.mailbox.org/',
    domains: ['mailbox.org'],
    passwordPage: 'https://mailbox.org/',
  },
  {
    id: 'yahoo',
    name: 'Yahoo',
    server: 'https://caldav.calendar.yahoo.com/',
    domains: ['yahoo.com', 'ymail.com', 'rocketmail.com', 'yahoo.de', 'yahoo.fr', 'yahoo.es', 'yahoo.co.uk'],
    passwordPage: 'https://login.yahoo.com/account/security',
  },
  {
    id: 'zoho',
    name: 'Zoho',
    server: 'https://calendar.zoho.com/',
    domains: ['zoho.com', 'zohomail.com'],
    passwordPage: 'https://accounts.zoho.com/home#security/app_password',
  },
  {
    id: 'posteo',
    name: 'Posteo',
    server: 'https://posteo.de:8443/',
    domains: ['posteo.de', 'posteo.net', 'posteo.org', 'posteo.eu', 'posteo.at', 'posteo.ch'],
  },
  {
    id: 'infomaniak',
    name: 'Infomaniak',
    server: 'https://sync.infomaniak.com/',
    domains: ['ik.me', 'infomaniak.com', 'ikmail.com'],
    passwordPage: 'https://manager.infomaniak.com/v3/profile/application-password',
  },
];

/** The server that an e-mail address or a typed server means; null where it is neither. */
export function serverOf(typed: string): URL | null {
  const text = typed.trim();
  const domain = /^[^\s@/]+@([^\s@/]+\.[^\s@/]+)$/.exec(text)?.[1]?.toLowerCase();
  if (domain !== undefined) {
    const provider = CALDAV_PROVIDERS.find(({ domains }) => domains.includes(domain));
    return URL.parse(provider?.server ?? `https://${domain}/`);
  }
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  // A password goes over a wire in the clear to this machine alone.
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))))
    return null;
  if (url.hostname === '' || /\s/.test(text)) return null;
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

/** Whether the password of an account on `server` may be sent to an address that the server names. */
export function trustsOf(server: string): (url: URL) => boolean {
  const own = new URL(server);
  const provider = CALDAV_PROVIDERS.find((p) => p.server !== undefined && isOf(p, own.hostname));
  return (url) =>
    url.origin === own.origin ||
    (provider !== undefined && url.protocol === 'https:' && isOf(provider, url.hostname));
}

/** Match patterns of the hosts that the browser has to allow for a server. */
export function originsOf(server: URL): string[] {
  const provider = CALDAV_PROVIDERS.find((p) => p.server !== undefined && isOf(p, server.hostname));
  const more = (provider?.hosts ?? []).map((host) => `https://*${host}/*`);
  return more.length > 0 ? more : [`${server.protocol}//${server.hostname}/*`];
}

function isOf({ server, hosts = [] }: CaldavProvider, hostname: string): boolean {
  if (server !== undefined && new URL(server).hostname === hostname) return true;
  return hosts.some((host) => hostname.endsWith(host));
}

function isLoopback(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === 'localhost';
}
