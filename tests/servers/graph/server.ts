import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GraphHandler } from './handler.ts';
import { GraphWorld } from './world.ts';

export interface GraphServer {
  /** `http://127.0.0.1:PORT/v1.0/`. */
  readonly baseUrl: string;
  readonly world: GraphWorld;
  readonly handler: GraphHandler;
  close(): Promise<void>;
}

/** Starts Graph on loopback, with an empty mailbox. */
export async function startGraphServer(): Promise<GraphServer> {
  const world = new GraphWorld();
  const handler = new GraphHandler(world);
  const server = createServer((incoming, outgoing) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
    void handler.answer(new URL(incoming.url ?? '/', handler.base), headers).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(await response.text());
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  handler.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0/`;
  return {
    baseUrl: handler.base,
    world,
    handler,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
