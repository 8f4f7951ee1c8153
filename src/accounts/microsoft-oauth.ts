import { SourceError } from '../calendar/source-error.ts';
import type { OAuthEndpoints, OAuthProvider } from './oauth-grant.ts';

/** Reading calendars, and a refresh token. Neither mail nor contacts, and not who the user is. */
export const MICROSOFT_SCOPES = ['https://graph.microsoft.com/Calendars.Read', 'offline_access'];

/** Of accounts of work, school and home alike (learn.microsoft.com/entra/identity-platform/v2-protocols). */
export const MICROSOFT_ENDPOINTS: OAuthEndpoints = {
  issuer: 'https://login.microsoftonline.com/common/v2.0',
  authorize: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
  token: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
};

/**
 * Codes by which Microsoft says that the company, and not the user, decides: consent of an administrator (90094, 90095,
 * 900941, 65001 behind a page), the user not assigned to the program (50105), access rules (53000 to 53003)
 * (learn.microsoft.com/entra/identity-platform/reference-error-codes).
 */
const COMPANY = /AADSTS(90094|90095|900941|65001|50105|5300[0-3])\b/;

/**
 * Microsoft. The client has to be registered with a redirect of the type *single-page application*: a token request
 * that carries an Origin, as one from an extension does, is refused for others (AADSTS9002326). Its refresh tokens live
 * 24 hours and are followed by a silent sign-in. There is no way to take an access back but the user's own page.
 */
export function microsoftOAuth(endpoints: OAuthEndpoints): OAuthProvider {
  return {
    endpoints,
    scopes: MICROSOFT_SCOPES,
    params: ({ silent }) => ({ prompt: silent ? 'none' : 'select_account' }),
    refusal(error, description) {
      if (/AADSTS9002326\b/.test(description)) {
        return new SourceError('client-refused', 'the client is not registered as a single-page application');
      }
      // Asked silently, a missing consent is no more than the question to sign in again.
      const isCompany = COMPANY.test(description) && error !== 'interaction_required';
      return isCompany ? new SourceError('consent-blocked', 'the company has to approve the program') : null;
    },
  };
}
