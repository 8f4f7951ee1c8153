import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { originsOf, serverOf } from '../src/accounts/caldav-providers.ts';
import { wayTo } from '../src/cli/address.ts';
import { originPattern } from '../src/sources/recognise/origins.ts';
import { recognise } from '../src/sources/recognise/recognise.ts';
import { weekAt } from '../src/time/week.ts';
import { isZone } from '../src/time/zone.ts';
import { type BrowserName, browserPath } from './browsers.ts';
import { buildAll } from './build.ts';
import { addFiles, addSample } from './drive/add-calendar.ts';
import { connectAddress } from './drive/address.ts';
import { type CaldavAccount, connectCaldav } from './drive/caldav.ts';
import { startChromium } from './drive/chromium.ts';
import type { Extension } from './drive/extension-page.ts';
import { startFirefox } from './drive/firefox.ts';
import { startGoogle } from './drive/google.ts';
import { startGoogleExport } from './drive/google-export.ts';
import { picturePopup, pictureReport } from './drive/pages.ts';
import { storeWeek } from './drive/store-week.ts';
import { filesWeek, sampleWeek, type TerminalWeek } from './drive/terminal-week.ts';

const USAGE = `npm start                           the sample calendar
npm start -- my.ics more.ics        your own calendar files
npm start -- --browser firefox      Firefox instead of Chromium
npm start -- --zone Asia/Tokyo      another time zone than the machine's
npm start -- --google                a Google account, on test servers of this machine
npm start -- --caldav https://cloud.example.org --user ada --password WORD
                                    a CalDAV account
npm start -- --address URL          a calendar's https or webcal address
npm start -- --google-export        Google's export by one click, on a test server of this machine
npm start -- --headless --out DIR   no window: pictures into DIR (default: pictures)`;

/** The command line is wrong, or a file on it. */
class Refused extends Error {}

interface Asked {
  readonly files: readonly string[];
  readonly google: boolean;
  readonly caldav: CaldavAccount | null;
  /** As it was given. A secret. */
  readonly address: string | null;
  readonly googleExport: boolean;
  readonly browser: BrowserName;
  readonly zone: string;
  readonly headless: boolean;
  readonly out: string;
}

function asked(args: readonly string[]): Asked {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : error}\n\n${USAGE}`, { cause: error });
  }
  const { values, positionals } = parsed;
  if (values.browser !== 'chromium' && values.browser !== 'firefox') {
    throw new Refused(`--browser ${values.browser}: chromium or firefox`);
  }
  const zone = values.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!isZone(zone)) throw new Refused(`--zone ${zone}: no such IANA time zone (such as Europe/Berlin)`);
  const files = positionals.map((path) => resolve(path));
  for (const file of files) {
    if (!existsSync(file) || !statSync(file).isFile()) throw new Refused(`${file}: there is no such file`);
  }
  if (values.google && files.length > 0) throw new Refused('--google takes no files');
  return {
    files,
    google: values.google,
    caldav: caldavAsked(values, files),
    address: addressAsked(values, files),
    googleExport: exportAsked(values, files),
    browser: values.browser,
    zone,
    headless: values.headless || !hasDisplay(),
    out: resolve(values.out),
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      browser: { type: 'string', default: 'chromium' },
      zone: { type: 'string' },
      google: { type: 'boolean', default: false },
      caldav: { type: 'string' },
      address: { type: 'string' },
      'google-export': { type: 'boolean', default: false },
      user: { type: 'string' },
      password: { type: 'string' },
      headless: { type: 'boolean', default: false },
      out: { type: 'string', default: 'pictures' },
    },
  });
}

function caldavAsked(
  { caldav, user, password, google }: ReturnType<typeof parse>['values'],
  files: readonly string[],
): CaldavAccount | null {
  if (caldav === undefined) {
    if (user !== undefined || password !== undefined)
      throw new Refused('--user and --password go with --caldav');
    return null;
  }
  if (google || files.length > 0) throw new Refused('--caldav takes neither files nor --google');
  if (!user || !password) throw new Refused('--caldav needs --user and --password');
  const server = serverOf(caldav);
  if (server === null) {
    throw new Refused(`--caldav ${caldav}: no address of a server (https, or http on this machine)`);
  }
  return { server: server.href, username: user, password };
}

function addressAsked(
  { address, caldav, google, 'google-export': exported }: ReturnType<typeof parse>['values'],
  files: readonly string[],
): string | null {
  if (address === undefined) return null;
  if (google || exported || caldav !== undefined || files.length > 0) {
    throw new Refused('--address stands alone: no files and no account beside it');
  }
  const verdict = recognise(address);
  if (verdict.kind === 'wrong') throw new Refused(`--address: ${wayTo(verdict.code)}`);
  return address;
}

function exportAsked(
  { caldav, google, 'google-export': exported }: ReturnType<typeof parse>['values'],
  files: readonly string[],
): boolean {
  if (exported && (google || caldav !== undefined || files.length > 0)) {
    throw new Refused('--google-export stands alone: no files and no other account beside it');
  }
  return exported;
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The hosts that a test build may read without asking, so that an address can be read. */
function hostsOf(address: string): string {
  const verdict = recognise(address);
  return verdict.kind === 'feed' ? originPattern(verdict.address) : '';
}

/** The week as the terminal counts it: of the files, or of the sample where there are none. */
async function terminalWeek(files: readonly string[], nowMs: number, zone: string): Promise<TerminalWeek> {
  return files.length > 0 ? filesWeek(files, nowMs, zone) : sampleWeek(nowMs, zone);
}

/** Names the hosts of an account or a feed to the build that follows. */
function allowHosts({ caldav, address }: Pick<Asked, 'caldav' | 'address'>): void {
  if (caldav) process.env.CRAFTWEEK_HOSTS = originsOf(new URL(caldav.server)).join(' ');
  if (address) process.env.CRAFTWEEK_HOSTS = hostsOf(address);
}

/** Fills the extension with what was asked for; with the sample, where nothing was. */
async function fill(
  extension: Extension,
  { files, caldav, address, googleExport }: Pick<Asked, 'files' | 'caldav' | 'address' | 'googleExport'>,
): Promise<void> {
  if (caldav) await connectCaldav(extension, caldav);
  else if (address) await connectAddress(extension, address);
  else if (googleExport) await startGoogleExport(extension);
  else if (files.length > 0) await addFiles(extension, files);
  else await addSample(extension);
}

/** Where there is no display: the pages as pictures in a folder, which are named. */
async function draw(extension: Extension, week: string, out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const pictures = { popup: join(out, 'popup.png'), report: join(out, 'report.png') };
  await picturePopup(extension, week, pictures.popup);
  await pictureReport(extension, week, pictures.report);
  console.log('No display here, so the pages were drawn into pictures:');
  for (const [page, path] of Object.entries(pictures)) {
    console.log(`  ${page.padEnd(7)} ${relative(process.cwd(), path)}`);
  }
}

/** Opens the week and the report, and lets the user look until the browser is closed. */
async function show(extension: Extension, week: string, isWeekOpen: boolean): Promise<void> {
  if (!isWeekOpen) await extension.open(`popup/index.html?week=${week}&tab=1`);
  await extension.open(`report/index.html?week=${week}`);
  console.log('The week and the report are open in the browser; the popup is behind its toolbar icon.');
  console.log('Close the browser, or press Ctrl+C, to end.');
  await Promise.race([extension.closed, new Promise((done) => process.once('SIGINT', done))]);
}

async function start({
  files,
  google,
  caldav,
  address,
  googleExport,
  browser,
  zone,
  headless,
  out,
}: Asked): Promise<void> {
  // First what fails quickly: a file that is no calendar needs no browser to be refused.
  const now = Date.now();
  const ahead = await terminalWeek(files, now, zone);
  const executablePath = browserPath(browser);
  console.log('Building ...');
  // An account is connected in a test build: nobody need be there to allow its host.
  const isLive = caldav !== null || address !== null || googleExport;
  const isTest = google || isLive;
  allowHosts({ caldav, address });
  await buildAll(isTest ? 'test' : 'shipped');
  const dist = `${isTest ? 'dist-test' : 'dist'}/${browser === 'firefox' ? 'firefox' : 'chrome'}`;
  const launch = browser === 'firefox' ? startFirefox : startChromium;
  const extension = await launch({ executablePath, headless, zone, dist });
  const servers = google ? await startGoogle(extension, headless) : null;
  const filled = servers?.connected ?? fill(extension, { files, caldav, address, googleExport });
  try {
    await filled;
    const { week, text, problems } = isLive ? await storeWeek(extension, now, zone) : ahead;
    for (const line of problems) console.error(line);
    // What the test servers hold is not in a file that the terminal could read.
    if (!google) console.log(`\n${text}`);
    if (headless) return await draw(extension, week, out);
    // The welcome page has opened the current week by itself.
    await show(extension, week, !isTest && week === weekAt(now, zone));
  } finally {
    await servers?.close();
    // With a window the user closed it already: that is the usual end.
    await (headless ? extension.close() : extension.close().catch(() => undefined));
  }
}

try {
  if (process.argv.includes('--help')) console.log(USAGE);
  else await start(asked(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Refused ? error.message : error instanceof Error ? error.message : error);
  process.exitCode = error instanceof Refused ? 2 : 1;
}
