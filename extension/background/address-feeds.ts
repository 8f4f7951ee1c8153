import * as v from 'valibot';
import type { SecretStorage } from '../../src/accounts/secret-storage.ts';
import { SourceError } from '../../src/calendar/source-error.ts';
import { addressReader } from '../../src/sources/address/address-reader.ts';
import { type FeedAnswer, type FeedFetch, fetchFeed } from '../../src/sources/address/fetch-feed.ts';
import type { ReadText } from '../../src/sources/feed/feed-page.ts';
import { headName } from '../../src/sources/feed/head-name.ts';
import { recognise } from '../../src/sources/recognise/recognise.ts';
import type { Connector } from './connectors.ts';

export interface AddressFeedsParts extends FeedFetch {
  readonly secrets: SecretStorage;
  readonly read: ReadText;
  readonly newId: () => string;
  /** What a feed is called that does not say it. */
  readonly unnamed: (host: string) => string;
}

const FEED = v.object({ address: v.string(), name: v.string() });
const FEEDS = v.record(v.string(), FEED);
type Feed = v.InferOutput<typeof FEED>;

const FEEDS_KEY = 'address.feeds';

/** The calendars that are read at an address: the address is kept where secrets are, and nowhere else. */
export function createAddressFeeds(parts: AddressFeedsParts): Connector<'ics-address'> {
  const { secrets } = parts;
  /** The download that proved an address, for the first reading; it goes with the background. */
  const proven = new Map<string, FeedAnswer>();

  const feeds = async (): Promise<Record<string, Feed>> => {
    const kept = v.safeParse(FEEDS, await secrets.get(FEEDS_KEY));
    return kept.success ? kept.output : {};
  };

  return {
    async connect({ address: pasted, anyway }) {
      const verdict = recognise(pasted);
      if (verdict.kind === 'wrong' && !(anyway && verdict.code === 'google-public')) {
        throw new SourceError(`wrong-${verdict.code}`, 'that is no address of a calendar');
      }
      const address = verdict.kind === 'feed' ? verdict.address : (verdict.instead ?? pasted);
      const answer = await fetchFeed(parts, address);
      if (answer === null) throw new SourceError('feed-empty', 'the answer is empty');
      const known = await feeds();
      const sourceId =
        Object.keys(known).find((id) => known[id]?.address === address) ?? `address-${parts.newId()}`;
      const name = headName(answer.text) ?? parts.unnamed(new URL(address).hostname);
      await secrets.set(FEEDS_KEY, { ...known, [sourceId]: { address, name } satisfies Feed });
      proven.set(sourceId, answer);
      return { sourceId, name };
    },
    async reader(source, context) {
      const feed = (await feeds())[source.id];
      if (!feed) throw new SourceError('access-revoked', 'the address is not known any more');
      const fresh = proven.get(source.id);
      proven.delete(source.id);
      return addressReader(
        { sourceId: source.id, ...feed, ...(fresh ? { fresh } : {}) },
        { ...parts, fetch: parts.fetch },
        context,
      );
    },
    async disconnect(sourceId) {
      const { [sourceId]: _, ...others } = await feeds();
      await secrets.set(FEEDS_KEY, others);
      return true;
    },
  };
}
