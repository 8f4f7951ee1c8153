/**
 * Does `work` in a browser whose disk is full at the `nth` row that is written meanwhile (from 0), and has room again
 * after that. Answers whether it came to that.
 */
export async function refusingPut(nth: number, work: () => Promise<unknown>): Promise<boolean> {
  const { put } = IDBObjectStore.prototype;
  let puts = 0;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
    const request = put.apply(this, args);
    if (puts++ === nth) {
      // As browsers do it: the request is taken, and a moment later the whole transaction is aborted with that error.
      const { transaction } = this;
      Object.defineProperty(transaction, 'error', { value: new DOMException('full', 'QuotaExceededError') });
      queueMicrotask(() => transaction.abort());
    }
    return request;
  };
  try {
    await work();
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  return puts > nth;
}
