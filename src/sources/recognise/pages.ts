import { type Detector, wrong } from './verdict.ts';

const SIGN_IN =
  /^(accounts\.google\.com|login\.(microsoftonline|live|microsoft)\.com|account\.(proton\.me|apple\.com|live\.com)|idmsa\.apple\.com|appleid\.apple\.com|signin\.apple\.com)$/;
const BOOKING = /(^|\.)(calendly\.com|cal\.com|calendar\.app\.google|doodle\.com|savvycal\.com|zcal\.co)$/;

/** A page to sign in at, copied from the bar of the browser. */
export const signIn: Detector = ({ url: { hostname } }) =>
  SIGN_IN.test(hostname) ? wrong('sign-in-page') : null;

/** A page where others book a time. */
export const booking: Detector = ({ url: { hostname, pathname } }) =>
  (BOOKING.test(hostname) && !pathname.endsWith('.ics')) ||
  (hostname === 'calendar.google.com' && /\/appointments\//.test(pathname)) ||
  (/^outlook\.(office|office365)\.com$/.test(hostname) && /^\/book(with)?/.test(pathname))
    ? wrong('booking-page')
    : null;
