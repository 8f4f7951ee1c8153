import * as v from 'valibot';
import type { Source, SourceKind } from '../../src/calendar/source.ts';
import type { ReadContext, SourceReader } from '../../src/sources/contract.ts';

/** What connecting a source takes, by its kind; checked before a connector sees it. */
export const CONNECT_INPUTS = {
  /** The address that the sign-in page, which `signInBegin` named, went back to. */
  google: v.strictObject({
    kind: v.literal('google'),
    answerUrl: v.pipe(v.string(), v.url(), v.maxLength(20_000)),
  }),
  outlook: v.strictObject({
    kind: v.literal('outlook'),
    answerUrl: v.pipe(v.string(), v.url(), v.maxLength(20_000)),
  }),
  caldav: v.strictObject({
    kind: v.literal('caldav'),
    /** An address of the server or an e-mail address at a known provider, as the user typed it. */
    server: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)),
    username: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
    password: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)),
  }),
  /** Which of the accounts that the browser is signed in to, from 0 on. */
  'google-export': v.strictObject({
    kind: v.literal('google-export'),
    account: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
  }),
  /** As it was pasted. `anyway` takes one that leads further but is no mistake: Google's public address. */
  'ics-address': v.strictObject({
    kind: v.literal('ics-address'),
    address: v.pipe(v.string(), v.maxLength(20_000)),
    anyway: v.exactOptional(v.boolean()),
  }),
} as const satisfies Partial<Record<SourceKind, v.GenericSchema>>;

export type ConnectKind = keyof typeof CONNECT_INPUTS;
export type ConnectInput<K extends ConnectKind = ConnectKind> = v.InferOutput<(typeof CONNECT_INPUTS)[K]>;

/** A source that was connected. */
interface Connected {
  readonly sourceId: string;
  /** What the user sees. */
  readonly name: string;
  /** Set where nothing says at which address the user is invited: who declined cannot be told without it. */
  readonly asksAddress?: true;
}

/** How one kind of account or feed is connected, read and let go. Errors are `SourceError`s. */
export interface Connector<K extends ConnectKind> {
  /** Proves the access and keeps its secrets; answers with the source to add, or to refresh where it is known. */
  connect(input: ConnectInput<K>): Promise<Connected>;
  /** The reader of a connected source; null where this context cannot read it. */
  reader(source: Source, context: ReadContext): Promise<SourceReader | null>;
  /** Forgets the secrets, then takes the access back. False where the server could not be told. */
  disconnect(sourceId: string): Promise<boolean>;
}

/** One line a kind: a missing one is a type error. */
export type Connectors = { readonly [K in ConnectKind]: Connector<K> };

/** Kinds whose access is granted on a sign-in page. */
export const SIGN_IN_KINDS = ['google', 'outlook'] as const satisfies readonly ConnectKind[];
export type SignInKind = (typeof SIGN_IN_KINDS)[number];

/** The way to a sign-in page; `connect` ends what it begins. */
export interface SignIn {
  /** The client id that would be used now, or null where neither the build nor the user has one. */
  clientId(): Promise<string | null>;
  /** The address of the sign-in page. Throws SourceError `no-client` where no client id is known. */
  begin(asked: {
    clientId?: string;
    clientSecret?: string;
    redirectUri: string;
    address?: string;
  }): Promise<string>;
}
export type SignIns = { readonly [K in SignInKind]: SignIn };

/** The connector of a source; null for files and the sample, which are connected to nothing. */
export function connectorOf(connectors: Connectors, kind: SourceKind): Connector<ConnectKind> | null {
  // Reader and disconnection take the same for every kind; only `connect` does not, and is reached by `connected`.
  return kind in connectors ? (connectors[kind as ConnectKind] as Connector<ConnectKind>) : null;
}

/** Connects with the connector of the input's own kind. */
export function connected<K extends ConnectKind>(
  connectors: Connectors,
  input: ConnectInput<K> & { readonly kind: K },
): ReturnType<Connector<K>['connect']> {
  return connectors[input.kind].connect(input);
}

/** One account that is signed in in this browser, by what it holds. */
export interface SignedInAccount {
  /** Its place among the accounts of the browser, from 0 on. */
  readonly account: number;
  readonly calendars: readonly string[];
}

/** Google's export of the accounts that the browser is signed in to. */
export interface GoogleExports extends Connector<'google-export'> {
  /** The accounts that answer. Throws SourceError where not even the first does. */
  accounts(): Promise<readonly SignedInAccount[]>;
}
