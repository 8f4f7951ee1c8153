import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 20_000;
const LOOK_MS = 100;

/** The first of the browser's pages whose address holds `part`, looked for until it is there. */
export async function waitForWindow<P extends { url(): string }>(
  pages: () => readonly P[] | Promise<readonly P[]>,
  part: string,
): Promise<P> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = (await pages()).find((page) => page.url().includes(part));
    if (found) return found;
    if (performance.now() > until) throw new Error(`no window came up at ${part}`);
    await delay(LOOK_MS);
  }
}
