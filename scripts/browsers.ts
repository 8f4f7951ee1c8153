import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

interface Known {
  /** Environment variable that names a binary of the user's own choice. */
  readonly variable: string;
  readonly commands: readonly string[];
  readonly places: readonly string[];
  /** Debian's package. */
  readonly debian: string;
}

const KNOWN: Readonly<Record<BrowserName, Known>> = {
  chromium: {
    variable: 'CRAFTWEEK_CHROMIUM',
    // Google-branded Chrome no longer takes --load-extension, so Chromium and its kin come first.
    commands: ['chromium', 'chromium-browser', 'microsoft-edge', 'google-chrome-for-testing'],
    places: [
      '/usr/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    debian: 'chromium',
  },
  firefox: {
    variable: 'CRAFTWEEK_FIREFOX',
    commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    places: [
      '/usr/bin/firefox-esr',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debian: 'firefox-esr',
  },
};

/** Fonts that the pictures need, among them Japanese ones; installed together with a browser. */
const FONTS = ['fonts-dejavu-core', 'fonts-noto-cjk'];

/**
 * Path of a browser: the one that the user's environment names, an installed one, or one installed now with
 * apt-get where that is possible (root on Debian and its kin). Throws with the one command to run otherwise.
 */
export function browserPath(name: BrowserName): string {
  const known = KNOWN[name];
  const chosen = process.env[known.variable];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`${known.variable} names ${chosen}, which is not there or cannot be run`);
  }
  const found = find(known);
  if (found) return found;
  if (canInstall()) {
    console.log(`No ${name} here: installing it with apt-get (once)`);
    const apt = (...args: string[]): void => {
      execFileSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    };
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', known.debian, ...FONTS);
    const installed = find(known);
    if (installed) return installed;
  }
  throw new Error(`${name} is needed and was not found. ${advice(name)}`);
}

function advice(name: BrowserName): string {
  const known = KNOWN[name];
  const command =
    process.platform === 'darwin'
      ? `brew install --cask ${name}`
      : process.platform === 'win32'
        ? `winget install ${name === 'firefox' ? 'Mozilla.Firefox' : 'Hibbiki.Chromium'}`
        : `sudo apt-get install ${known.debian}`;
  return `Install it with: ${command}   (or name a binary in ${known.variable})`;
}

function find(known: Known): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((dir) => known.commands.map((command) => join(dir, command)));
  return [...known.places, ...onPath].find(isExecutable);
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not ours to run: look on.
    return false;
  }
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

if (import.meta.main) {
  for (const name of ['chromium', 'firefox'] as const) console.log(`${name}: ${browserPath(name)}`);
}
