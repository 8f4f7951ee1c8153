/** No address of an event is longer. */
const LONGEST_LINK = 2000;

/**
 * Where an event stands on the web, as a source says it: an https address without a name and password in it, else
 * nothing. What a calendar holds was written by others, so no other scheme becomes something to click.
 */
export function eventLink(address: string | null | undefined): { readonly link?: string } {
  if (!address || address.length > LONGEST_LINK || !URL.canParse(address)) return {};
  const { protocol, username, password, href } = new URL(address);
  return protocol === 'https:' && username === '' && password === '' ? { link: href } : {};
}
