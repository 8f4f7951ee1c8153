/** Hosts of services for calls, with all of their subdomains. */
const HOSTS = [
  'zoom.us',
  'zoomgov.com',
  'teams.microsoft.com',
  'teams.live.com',
  'teams.cloud.microsoft',
  'lync.com',
  'meet.google.com',
  'hangouts.google.com',
  'webex.com',
  'whereby.com',
  'meet.jit.si',
  '8x8.vc',
  'chime.aws',
  'bluejeans.com',
  'gotomeeting.com',
  'gotomeet.com',
  'gotomeet.me',
  'goto.com',
  'join.me',
  'around.co',
  'livestorm.co',
  'skype.com',
  'facetime.apple.com',
  'ringcentral.com',
  'meet.proton.me',
  'kmeet.infomaniak.com',
  'meeting.tencent.com',
  'voovmeeting.com',
  'vc.feishu.cn',
  'vc.larksuite.com',
  'riverside.fm',
] as const;

/** Names of programs that many run themselves, as they stand in a host or a path. */
const IN_HOST = ['jitsi', 'bigbluebutton', 'opentalk'] as const;
const IN_PATH = ['/bbb/', '/bigbluebutton/'] as const;

/** No address of a call is longer; what follows is not looked at. */
const LONGEST_ADDRESS = 2000;
/** More addresses than this are not looked at in one text. */
const MOST_ADDRESSES = 500;

/**
 * Whether a text holds the address of a call with a known service, also one wrapped into another address, as mail
 * filters do (`https://...safelinks...?url=https%3A%2F%2Fteams.microsoft.com%2F...`). Linear in the text.
 */
export function hasMeetingLink(text: string): boolean {
  // Two searches, since an address within an address has its slashes written as %2F.
  return hasLinkAfter(text, '://') || hasLinkAfter(text, '%3A%2F%2F');
}

function hasLinkAfter(text: string, mark: string): boolean {
  let at = text.indexOf(mark);
  for (let n = 0; at >= 0 && n < MOST_ADDRESSES; n++) {
    const from = at + mark.length;
    const [address] = text.slice(from, from + LONGEST_ADDRESS).split(/[\s"<>]/, 1);
    if (isOfCall((address ?? '').toLowerCase().replaceAll('%2f', '/'))) return true;
    at = text.indexOf(mark, from);
  }
  return false;
}

/** Whether an address without its scheme, in lower case, is one of a call. */
function isOfCall(address: string): boolean {
  const end = address.search(/[/?#\\]/);
  const authority = end < 0 ? address : address.slice(0, end);
  const path = end < 0 ? '' : address.slice(end);
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d{1,5}$/, '');
  return (
    HOSTS.some((known) => host === known || host.endsWith(`.${known}`)) ||
    IN_HOST.some((name) => host.includes(name)) ||
    host.startsWith('bbb.') ||
    IN_PATH.some((name) => path.includes(name))
  );
}
