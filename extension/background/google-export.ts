import * as v from 'valibot';
import type { SecretStorage } from '../../src/accounts/secret-storage.ts';
import { SourceError } from '../../src/calendar/source-error.ts';
import { exportReader } from '../../src/sources/export/export-reader.ts';
import { type Export, readExport } from '../../src/sources/export/export-zip.ts';
import { type ExportFetch, fetchExport } from '../../src/sources/export/fetch-export.ts';
import type { ReadText } from '../../src/sources/feed/feed-page.ts';
import type { GoogleExports, SignedInAccount } from './connectors.ts';

export interface GoogleExportParts extends Omit<ExportFetch, 'origin'> {
  readonly secrets: SecretStorage;
  /** Where Google Calendar is. */
  readonly origin: () => Promise<string>;
  readonly read: ReadText;
  readonly now: () => number;
  /** What the `n`-th account is called, from 0 on, and its own calendar. */
  readonly names: { readonly account: (n: number) => string; readonly own: string };
}

/** Google has them in this order, and a browser is rarely signed in to more. */
const MOST_ACCOUNTS = 4;
const ACCOUNT = v.object({ account: v.number(), accountId: v.string() });
const accountKey = (sourceId: string): string => `google-export.account.${sourceId}`;
const idOf = (accountId: string): string => `google-export-${accountId}`;

/** Connects and reads what the browser is signed in to; keeps no secret, since it has none. */
export function createGoogleExports(parts: GoogleExportParts): GoogleExports {
  const { secrets } = parts;
  /** Downloads of a moment ago, by the account's place, and by the source that they are to be read for. */
  const looked = new Map<number, Export>();
  const fresh = new Map<string, Export>();

  const exportOf = async (account: number): Promise<Export> =>
    readExport(await fetchExport({ ...parts, origin: await parts.origin() }, account));

  /**
   * The exports of all accounts that are signed in, that of one place first. Throws what its reading throws, but where
   * nobody is signed in there: that goes to `refused` while the others answer.
   */
  async function* exportsFrom(
    first: number,
    refused: unknown[],
  ): AsyncGenerator<{ readonly place: number; readonly found: Export }> {
    try {
      yield { place: first, found: await exportOf(first) };
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      refused.push(error);
    }
    for (let place = 0; place < MOST_ACCOUNTS; place++) {
      if (place === first) continue;
      const found = await exportOf(place).catch((error: unknown) => {
        refused.push(error);
        return null;
      });
      // Whoever is not signed in at a place is at none behind it.
      if (found === null) return;
      yield { place, found };
    }
  }

  /** The export of the account that was connected, wherever it stands among the signed-in ones by now. */
  const exportFor = async (sourceId: string): Promise<Export> => {
    const kept = v.safeParse(ACCOUNT, await secrets.get(accountKey(sourceId)));
    if (!kept.success) throw new SourceError('access-revoked', 'the account is not connected any more');
    const { account, accountId } = kept.output;
    const refused: unknown[] = [];
    let others = false;
    for await (const { place, found } of exportsFrom(account, refused)) {
      others ||= found.accountId !== accountId;
      if (found.accountId !== accountId) continue;
      if (place !== account) await secrets.set(accountKey(sourceId), { account: place, accountId });
      return found;
    }
    if (others) throw new SourceError('export-other-account', 'another account is signed in');
    throw refused[0];
  };

  return {
    async accounts() {
      const found: SignedInAccount[] = [];
      const seen = new Set<string>();
      for (let account = 0; account < MOST_ACCOUNTS; account++) {
        const one = await exportOf(account).catch((error: unknown) => {
          if (account === 0) throw error;
          return null;
        });
        // A place without an account of its own is answered for the first one.
        if (one === null || seen.has(one.accountId)) break;
        seen.add(one.accountId);
        looked.set(account, one);
        const shown = one.calendars.filter((c) => !c.isSubscribed);
        found.push({ account, calendars: shown.map((c) => (c.isOwn ? parts.names.own : c.name)) });
      }
      return found;
    },
    async connect({ account }) {
      const one = looked.get(account) ?? (await exportOf(account));
      looked.delete(account);
      const { accountId } = one;
      const sourceId = idOf(accountId);
      fresh.set(sourceId, one);
      await secrets.set(accountKey(sourceId), { account, accountId });
      return { sourceId, name: parts.names.account(account) };
    },
    async reader(source, context) {
      const kept = fresh.get(source.id);
      fresh.delete(source.id);
      const fetch = kept ? async () => kept : () => exportFor(source.id);
      return exportReader({ sourceId: source.id, ownName: parts.names.own, fetch }, parts, context);
    },
    async disconnect(sourceId) {
      await secrets.remove(accountKey(sourceId));
      return true;
    },
  };
}

function isSignedOut(error: unknown): boolean {
  return error instanceof SourceError && error.code === 'export-signed-out';
}
