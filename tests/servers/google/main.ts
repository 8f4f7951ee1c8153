/**
 * Runs the Calendar API with an architect's calendar until it is stopped:
 *
 *     node tests/servers/google/main.ts [--port 8765]
 */
import { parseArgs } from 'node:util';
import { startGoogleServer } from './server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8765' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error('--port wants a number from 0 to 65535');
  process.exitCode = 2;
} else {
  const server = await startGoogleServer({ port });
  console.log(`Calendar API on ${server.baseUrl}`);
  process.on('SIGINT', () => void server.close());
  process.on('SIGTERM', () => void server.close());
}
