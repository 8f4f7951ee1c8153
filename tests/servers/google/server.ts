import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { architectContent } from './architect.ts';
import { GoogleHandler, type HandlerOptions } from './handler.ts';
import { type CalendarContent, GoogleWorld } from './world.ts';

export interface GoogleServerOptions extends Omit<HandlerOptions, 'world'> {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Default: an architect's calendar around the clock's today. */
  readonly content?: readonly CalendarContent[];
  /** Epoch ms; default: the machine's. */
  readonly clock?: () => number;
}

export interface GoogleServer {
  /** `http://127.0.0.1:PORT/`, as the `rootUrl` of Google's client. */
  readonly rootUrl: string;
  /** The base that our client is given. */
  readonly baseUrl: string;
  /** Calendars, and the hands that change them. */
  readonly world: GoogleWorld;
  /** Faults, the log, and which tokens are good. */
  readonly handler: GoogleHandler;
  close(): Promise<void>;
}

/** Starts the Calendar API on loopback. */
export async function startGoogleServer(options: GoogleServerOptions = {}): Promise<GoogleServer> {
  const { port = 0, clock = Date.now, content, ...rest } = options;
  const world = new GoogleWorld(content ?? architectContent(clock()), clock);
  const handler = new GoogleHandler({ world, ...rest });
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
    handler.answer({ method: incoming.method ?? 'GET', url, headers }).then(
      ({ status, headers: answered, body, cutAt, delayMs, unreachable }) => {
        if (unreachable) {
          incoming.socket.destroy();
          return;
        }
        const packed = /\bgzip\b/.test(headers.get('accept-encoding') ?? '') && body !== '';
        const bytes = packed ? gzipSync(body) : Buffer.from(body);
        setTimeout(() => {
          outgoing.writeHead(status, {
            ...answered,
            ...(packed ? { 'content-encoding': 'gzip', vary: 'Accept-Encoding' } : {}),
            ...(status === 304 ? {} : { 'content-length': bytes.length }),
          });
          if (cutAt === null) {
            outgoing.end(bytes);
            return;
          }
          const share = body.length === 0 ? 0 : cutAt / body.length;
          outgoing.write(bytes.subarray(0, Math.floor(bytes.length * share)), () =>
            incoming.socket.destroy(),
          );
        }, delayMs);
      },
      (error: unknown) => {
        outgoing.writeHead(500, { 'content-type': 'text/plain' });
        outgoing.end(`the test server itself failed: ${error instanceof Error ? error.stack : error}`);
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const rootUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    rootUrl,
    baseUrl: `${rootUrl}calendar/v3/`,
    world,
    handler,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
