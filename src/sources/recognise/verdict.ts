/** Whose address it is, as far as it can be told. */
export type Provider =
  | 'google'
  | 'outlook'
  | 'icloud'
  | 'fastmail'
  | 'proton'
  | 'nextcloud'
  | 'teamup'
  | 'zimbra'
  | 'other';

/** What people paste instead of a calendar's address; each has its words (`wrong_<code>`) and a way on. */
export type WrongAddress =
  | 'no-address'
  | 'calendar-text'
  | 'mail-address'
  | 'file-address'
  | 'not-https'
  | 'sign-in-page'
  | 'booking-page'
  | 'caldav'
  | 'google-embed'
  | 'google-share'
  | 'google-public'
  | 'google-page'
  | 'outlook-html'
  | 'outlook-page'
  | 'icloud-page'
  | 'fastmail-page'
  | 'proton-page'
  | 'proton-key'
  | 'nextcloud-page'
  | 'teamup-page'
  | 'zimbra-page';

export type Verdict =
  | {
      readonly kind: 'feed';
      readonly provider: Provider;
      /** As it was pasted, byte for byte; only `webcal:` has become what it stands for. A secret. */
      readonly address: string;
      /** The feed will say when, and not what. */
      readonly limited?: true;
    }
  | {
      readonly kind: 'wrong';
      readonly code: WrongAddress;
      /** The address that was most likely meant, where it follows from this one. A secret. */
      readonly instead?: string;
    };

/** An address as a detector sees it: as it was pasted, and taken apart. */
export interface Pasted {
  readonly text: string;
  readonly url: URL;
}

/** Knows the addresses of one provider; null for those of others. */
export type Detector = (pasted: Pasted) => Verdict | null;

export function feed(provider: Provider, { text }: Pasted, limited = false): Verdict {
  return { kind: 'feed', provider, address: text, ...(limited ? { limited: true } : {}) };
}

export function wrong(code: WrongAddress, instead?: string): Verdict {
  return { kind: 'wrong', code, ...(instead === undefined ? {} : { instead }) };
}
