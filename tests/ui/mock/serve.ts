import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Builds the pages over plain values and serves them; answers with their address and the way to stop. */
export async function serveMock(): Promise<{ address: string; stop: () => void }> {
  await build({ configFile: resolve(import.meta.dirname, 'vite.config.ts'), logLevel: 'warn' });
  const built = resolve(import.meta.dirname, '../../../.cache/ui-mock');
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').pathname;
    const path = asked === '/' ? '/index.html' : asked;
    try {
      const body = readFileSync(join(built, path));
      response.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain');
      response.end(body);
    } catch {
      // Nothing of that name was built.
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const at = server.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  return { address: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}
