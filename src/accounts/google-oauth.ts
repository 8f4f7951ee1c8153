import type { OAuthEndpoints, OAuthProvider } from './oauth-grant.ts';

/** Read-only: events, and the list of calendars. Neither tells who the user is. */
export const GOOGLE_SCOPES = [
  'https://www.googleapis.com/auth/calendar.events.readonly',
  'https://www.googleapis.com/auth/calendar.calendarlist.readonly',
];

/** As `accounts.google.com/.well-known/openid-configuration` names them. */
export const GOOGLE_ENDPOINTS = {
  issuer: 'https://accounts.google.com',
  authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
  token: 'https://oauth2.googleapis.com/token',
  revoke: 'https://oauth2.googleapis.com/revoke',
} satisfies OAuthEndpoints;

/**
 * Google. Its token endpoint wants the secret of a desktop or web client also where PKCE is used
 * (developers.google.com/identity/protocols/oauth2/native-app), and does not treat that of a desktop client as one. A web
 * client without its secret is answered with a token that lasts an hour and is renewed silently while the user is signed
 * in to Google.
 */
export function googleOAuth(endpoints: OAuthEndpoints): OAuthProvider {
  return {
    endpoints,
    scopes: GOOGLE_SCOPES,
    params: ({ silent, flow }) => ({
      prompt: silent ? 'none' : flow === 'code' ? 'consent select_account' : 'select_account',
      // A refresh token comes with the first consent only, so consent is asked for each time.
      ...(flow === 'code' ? { access_type: 'offline' } : {}),
    }),
  };
}
