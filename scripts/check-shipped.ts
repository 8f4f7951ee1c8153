import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deflateRawSync } from 'node:zlib';

/**
 * Reads every shipped file (`dist/chrome`, `dist/firefox`) for what must not be in it: what only test builds may hold,
 * code made from text, and addresses that stand nowhere where addresses belong. And holds the package to its size.
 */
const root = join(import.meta.dirname, '..');

/** Marks of test builds (vite.config.ts defines `__TEST_BUILD__` there). */
const TEST_MARKS = /testClockOffsetMs|test(Google|Outlook)Servers/;
const CODE_FROM_TEXT = /\beval\(|new Function\(/;
const ADDRESS = /https?:\/\/[\w.*-]+/g;
/** What only names a format, a placeholder of a library, or the loopback of one's own server. */
const NO_DESTINATION = new Set([
  'http://www.w3.org',
  'http://calendarserver.org',
  'http://apple.com',
  'http://127.0.0.1',
  'http://localhost',
  'https://*',
  'https://empty.invalid',
  'https://github.com',
]);
/**
 * Where destinations stand: the providers whose calendars a user may connect, and the pages that a click opens. An
 * address that no file of these names has come from somewhere else.
 */
const DESTINATIONS = ['src/accounts', 'src/sources', 'src/plan/protect.ts', 'extension/ui/connect'];

function addressesIn(path: string): string[] {
  if (statSync(path).isDirectory()) return readdirSync(path).flatMap((name) => addressesIn(join(path, name)));
  return [...readFileSync(path, 'utf8').matchAll(ADDRESS)].map(([address]) => address);
}

const KNOWN_ADDRESSES = new Set([
  ...NO_DESTINATION,
  ...DESTINATIONS.flatMap((place) => addressesIn(join(root, place))),
]);

/** Most that a browser's package may weigh, zipped. */
const MOST_ZIPPED = 900 * 1024;

/** The end of a zip's directory. */
const END_BYTES = 22;

/** What a file takes in a zip: deflated by zlib, as the packers of the stores do, with its two headers. */
function zippedBytes(name: string, content: Uint8Array): number {
  const [local, central] = [30, 46];
  return local + central + 2 * Buffer.byteLength(name) + deflateRawSync(content, { level: 9 }).length;
}

const findings: string[] = [];
let files = 0;
for (const dist of ['dist/chrome', 'dist/firefox']) {
  let zipped = END_BYTES;
  for (const entry of readdirSync(join(root, dist), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    zipped += zippedBytes(relative(join(root, dist), path), readFileSync(path));
    if (entry.name.endsWith('.png')) continue;
    const text = readFileSync(path, 'utf8');
    const name = relative(root, path);
    files++;
    if (TEST_MARKS.test(text)) findings.push(`${name}: holds what only test builds may`);
    if (CODE_FROM_TEXT.test(text)) findings.push(`${name}: makes code from text`);
    for (const [address] of text.matchAll(ADDRESS)) {
      if (!KNOWN_ADDRESSES.has(address)) findings.push(`${name}: names ${address}`);
    }
  }
  if (zipped > MOST_ZIPPED) findings.push(`${dist}: ${zipped} bytes zipped, at most ${MOST_ZIPPED}`);
  console.log(`${dist}: ${Math.round(zipped / 1000)} kB zipped`);
}
if (files === 0) findings.push('nothing is built: run npm run build');
for (const finding of new Set(findings)) console.error(finding);
console.log(`${files} shipped files, ${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;
