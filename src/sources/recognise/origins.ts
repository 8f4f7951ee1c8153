/**
 * The match pattern to ask permission for, so that an address can be read. One origin; for a provider whose address
 * sends on to another of its hosts (iCloud's `p71` to `p39`, say) those hosts, since a redirect's target cannot be
 * seen and asked for. Host permissions have no port.
 */
export function originPattern(address: string): string {
  const { protocol, hostname } = new URL(address);
  return hostname.endsWith('.icloud.com') ? 'https://*.icloud.com/*' : `${protocol}//${hostname}/*`;
}
