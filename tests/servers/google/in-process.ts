import { gzipSync } from 'node:zlib';
import type { GoogleHandler } from './handler.ts';

/** What went over the wire that is not there, in bytes of packed bodies. */
export interface Traffic {
  requests: number;
  bytes: number;
}

/** A `fetch` that reaches the handler without a socket. With `traffic`, bodies are packed to be weighed. */
export function fetchOf(handler: GoogleHandler, traffic?: Traffic): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const answer = await handler.answer({
      method: request.method,
      url: new URL(request.url),
      headers: request.headers,
    });
    if (traffic) {
      traffic.requests++;
      traffic.bytes += gzipSync(answer.body).length;
    }
    if (answer.unreachable) throw new TypeError('fetch failed');
    const { status, headers, body, cutAt } = answer;
    if (cutAt === null) return new Response(status === 304 ? null : body, { status, headers });
    const begun = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from(body.slice(0, cutAt)));
      },
      pull(controller) {
        controller.error(new TypeError('terminated'));
      },
    });
    return new Response(begun, { status, headers });
  };
}
