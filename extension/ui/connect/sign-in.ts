import type { SignInKind } from '../../background/connectors.ts';
import type { PageData } from '../data.ts';

/** How a sign-in ended: the code is one of `SourceErrorCode`, or says that nothing was allowed or all was closed. */
export type SignInEnd = { readonly ok: true } | { readonly ok: false; readonly code: string };

/**
 * Connects an account through its provider's sign-in page. Call it first thing in a click: browsers let a page ask for
 * a permission only then.
 */
export async function signInThrough(
  data: PageData,
  kind: SignInKind,
  asked: { clientId?: string; clientSecret?: string },
): Promise<SignInEnd> {
  const window = data.signIn[kind];
  if (!(await window.allow())) return { ok: false, code: 'not-allowed' };
  const begun = await data.commands('signInBegin', { kind, redirectUri: window.redirectUri(), ...asked });
  if (!begun.ok) return begun;
  const answerUrl = await window.signIn(begun.value.url);
  if (answerUrl === null) return { ok: false, code: 'window-closed' };
  const finished = await data.commands('connect', { kind, answerUrl });
  return finished.ok ? { ok: true } : finished;
}
