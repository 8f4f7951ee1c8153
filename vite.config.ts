import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { defineConfig, type InlineConfig, type Plugin, type UserConfig } from 'vite';
import { mergedMessages } from './scripts/messages.ts';

export type Target = 'chrome' | 'firefox';

const root = resolve(import.meta.dirname, 'extension');
/** Folders of extension/ that hold a page. */
const PAGES = ['popup', 'settings', 'welcome', 'report'];

interface Manifest {
  background: { service_worker?: string; scripts?: string[]; type: string };
  permissions: string[];
  optional_permissions?: string[];
  [field: string]: unknown;
}

/** The root manifest.json as one browser wants it: sources named by their built names, foreign fields gone. */
function manifestFor(manifest: Manifest, target: Target, testBuild: boolean): Manifest {
  const out = structuredClone(manifest);
  const script = 'background/index.js';
  if (target === 'chrome') {
    out.background = { service_worker: script, type: 'module' };
    delete out.browser_specific_settings;
  } else {
    out.background = { scripts: [script], type: 'module' };
    delete out.key;
    delete out.minimum_chrome_version;
    // Firefox takes `identity` at install only, where it shows the user no warning for it; Chrome asks when it is used.
    const { permissions, optional_permissions: optional = [] } = manifest;
    out.permissions = [...permissions, ...optional];
    delete out.optional_permissions;
  }
  if (testBuild) {
    // Nobody is there to click on the browser's question; asking for what is granted answers true at once.
    out.permissions = [...new Set([...out.permissions, 'identity'])];
    out.host_permissions = [
      'http://127.0.0.1/*',
      'http://localhost/*',
      // Hosts of an account that is connected where nobody can click (scripts/start.ts).
      ...(process.env.CRAFTWEEK_HOSTS ?? '').split(' ').filter(Boolean),
      'https://www.googleapis.com/*',
      'https://oauth2.googleapis.com/*',
      'https://graph.microsoft.com/*',
      'https://login.microsoftonline.com/*',
      'https://calendar.google.com/*',
    ];
    delete out.optional_permissions;
  }
  return out;
}

/**
 * The popup's module is loaded by its first script, behind the picture that this one paints
 * (extension/popup/first.ts): only the way there is other than in the source.
 */
const firstScript: Plugin = {
  name: 'craftweek-first-script',
  transformIndexHtml: {
    order: 'post',
    handler(html, { path }) {
      if (path !== '/popup/index.html') return html;
      const module = /\s*<script type="module"[^>]*><\/script>/;
      if (!module.test(html)) throw new Error('the popup has no module script');
      return html.replace(module, '').replace('</body>', '  <script src="./first.js"></script>\n  </body>');
    },
  },
};

function extension(target: Target, testBuild: boolean): Plugin {
  return {
    name: 'craftweek-extension',
    buildStart() {
      this.addWatchFile(resolve('manifest.json'));
    },
    generateBundle() {
      const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as Manifest;
      this.emitFile({
        type: 'asset',
        fileName: 'manifest.json',
        source: JSON.stringify(manifestFor(manifest, target, testBuild), null, 2),
      });
      for (const entry of readdirSync(join(root, 'icons'), { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        this.emitFile({ type: 'asset', fileName: relative(root, path), source: readFileSync(path) });
      }
      // Data, fetched when the background first labels something: no start pays for it.
      this.emitFile({
        type: 'asset',
        fileName: 'model.bin',
        source: readFileSync('src/classify/model/model.bin'),
      });
      for (const [language, messages] of mergedMessages(join(root, '_locales'))) {
        this.emitFile({
          type: 'asset',
          fileName: `_locales/${language}/messages.json`,
          source: JSON.stringify(messages),
        });
      }
    },
  };
}

/** What every script of the extension is built with. */
function common(target: Target, testBuild: boolean) {
  return {
    root,
    base: './',
    publicDir: false,
    define: {
      // Only test builds let a suite move the background's clock (extension/background/clock.ts).
      __TEST_BUILD__: JSON.stringify(testBuild),
      __GOOGLE_CLIENT_ID__: JSON.stringify(process.env.CRAFTWEEK_GOOGLE_CLIENT_ID ?? ''),
      __MICROSOFT_CLIENT_ID__: JSON.stringify(process.env.CRAFTWEEK_MICROSOFT_CLIENT_ID ?? ''),
    },
    build: {
      outDir: resolve(import.meta.dirname, testBuild ? 'dist-test' : 'dist', target),
      target: ['chrome156', 'firefox153'],
      modulePreload: false,
      // .size-limit.mjs holds the sizes.
      chunkSizeWarningLimit: 1000,
    },
  } as const satisfies UserConfig;
}

/** The pages, with the manifest and all that is no script. */
export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  const testBuild = process.env.CRAFTWEEK_BUILD === 'test';
  const shared = common(target, testBuild);
  return {
    ...shared,
    plugins: [firstScript, extension(target, testBuild)],
    build: {
      ...shared.build,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(PAGES.map((page) => [`${page}/index`, join(root, page, 'index.html')])),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  };
});

/** Scripts in one file of their own. */
const ALONE = {
  // A chunk shared with it would bring its writes into every page, and a worker has no `import()`.
  'background/index': { source: 'background/index.ts', format: 'es' },
  // Runs before any module.
  'popup/first': { source: 'popup/first.ts', format: 'iife' },
} as const;

/** How each script that stands alone is built, into the folder of the pages and after them. */
export function aloneConfigs(target: Target, testBuild: boolean): InlineConfig[] {
  return Object.entries(ALONE).map(([name, { source, format }]) =>
    aloneConfig(name, source, format, target, testBuild),
  );
}

function aloneConfig(
  name: string,
  source: string,
  format: 'es' | 'iife',
  target: Target,
  testBuild: boolean,
): InlineConfig {
  const shared = common(target, testBuild);
  return {
    ...shared,
    configFile: false,
    mode: target,
    build: {
      ...shared.build,
      emptyOutDir: false,
      rolldownOptions: {
        input: { [name]: join(root, source) },
        output: { format, entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  };
}
