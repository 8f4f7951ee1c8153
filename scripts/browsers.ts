import { type Program, programPath } from './programs.ts';

export type BrowserName = 'chromium' | 'firefox';

/** Fonts that the pictures need, among them Japanese ones; installed together with a browser. */
const FONTS = ['fonts-dejavu-core', 'fonts-noto-cjk'];

const KNOWN: Readonly<Record<BrowserName, Program>> = {
  chromium: {
    name: 'chromium',
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
    debian: ['chromium', ...FONTS],
    advice: advice('chromium', 'chromium', 'Hibbiki.Chromium'),
  },
  firefox: {
    name: 'firefox',
    variable: 'CRAFTWEEK_FIREFOX',
    commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    places: [
      '/usr/bin/firefox-esr',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debian: ['firefox-esr', ...FONTS],
    advice: advice('firefox', 'firefox-esr', 'Mozilla.Firefox'),
  },
};

/** Path of a browser, found or installed as `programPath` does. */
export function browserPath(name: BrowserName): string {
  return programPath(KNOWN[name]);
}

function advice(brew: string, debian: string, winget: string): string {
  if (process.platform === 'darwin') return `brew install --cask ${brew}`;
  return process.platform === 'win32' ? `winget install ${winget}` : `sudo apt-get install ${debian}`;
}

if (import.meta.main) {
  for (const name of ['chromium', 'firefox'] as const) console.log(`${name}: ${browserPath(name)}`);
}
