import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CALDAV_PROVIDERS } from '../src/accounts/caldav-providers.ts';

/**
 * Reads every shipped file (`dist/chrome`, `dist/firefox`) for what must not be in it: what only test builds may hold,
 * code made from text, and addresses beside those that are named here.
 */
const root = join(import.meta.dirname, '..');

/** Marks of test builds (vite.config.ts defines `__TEST_BUILD__` there). */
const TEST_MARKS = /testClockOffsetMs|test(Google|Outlook)Servers/;
const CODE_FROM_TEXT = /\beval\(|new Function\(/;
const ADDRESS = /https?:\/\/[\w.*-]+/g;
/** Names of formats, the loopback of one's own CalDAV server, and the accounts that a user may connect. */
const KNOWN_ADDRESSES = new Set([
  'http://www.w3.org',
  'http://127.0.0.1',
  'http://localhost',
  'https://*',
  'https://accounts.google.com',
  'https://oauth2.googleapis.com',
  'https://www.googleapis.com',
  'https://console.cloud.google.com',
  'https://graph.microsoft.com',
  'https://login.microsoftonline.com',
  // Names of XML elements.
  'http://calendarserver.org',
  'http://apple.com',
  // Calendar servers that a user may choose, and the pages where one makes a password for them.
  ...CALDAV_PROVIDERS.flatMap(({ server, passwordPage }) => [server, passwordPage])
    .filter((url) => url !== undefined)
    .map((url) => `https://${new URL(url).hostname}`),
  // Pages with a new event filled in, opened by the user's click alone.
  'https://calendar.google.com',
  'https://outlook.office.com',
  // ky's placeholder for a relative address, and a link in one of its messages: nothing is asked there.
  'https://empty.invalid',
  'https://github.com',
]);

const findings: string[] = [];
let files = 0;
for (const dist of ['dist/chrome', 'dist/firefox']) {
  for (const entry of readdirSync(join(root, dist), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.png')) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    const name = relative(root, path);
    files++;
    if (TEST_MARKS.test(text)) findings.push(`${name}: holds what only test builds may`);
    if (CODE_FROM_TEXT.test(text)) findings.push(`${name}: makes code from text`);
    for (const [address] of text.matchAll(ADDRESS)) {
      if (!KNOWN_ADDRESSES.has(address)) findings.push(`${name}: names ${address}`);
    }
  }
}
if (files === 0) findings.push('nothing is built: run npm run build');
for (const finding of new Set(findings)) console.error(finding);
console.log(`${files} shipped files, ${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;
