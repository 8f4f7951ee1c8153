import type { Written } from '../../src/store/database.ts';

/** Name of the channel on which pages hear that the store has changed. */
const STORE_CHANNEL = 'craftweek-store';

/** What stands on the channel. */
interface StoreMessage {
  readonly kind: 'changed';
  /** `progress`: only how far a reading has come. */
  readonly what: Written;
}

/** Tells the pages of every write. Opened once, when the background starts. */
export function storeChannel(): (what: Written) => void {
  const channel = new BroadcastChannel(STORE_CHANNEL);
  return (what) => {
    if (what === 'nothing') return;
    const message: StoreMessage = { kind: 'changed', what };
    channel.postMessage(message);
  };
}
