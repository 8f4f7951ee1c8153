import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { aloneConfigs } from '../vite.config.ts';

const root = join(import.meta.dirname, '..');

/**
 * Builds what is shipped into dist/: chrome, firefox and cli. `test` builds the two extensions into dist-test/
 * instead, whose background reads its clock's offset from storage so that suites can move time.
 */
export async function buildAll(kind: 'shipped' | 'test' = 'shipped'): Promise<void> {
  process.env.CRAFTWEEK_BUILD = kind;
  for (const mode of ['chrome', 'firefox'] as const) {
    await build({ configFile: join(root, 'vite.config.ts'), mode, logLevel: 'warn' });
    for (const alone of aloneConfigs(mode, kind === 'test')) await build({ ...alone, logLevel: 'warn' });
  }
  if (kind === 'test') return;
  await build({ configFile: join(root, 'vite.cli.config.ts'), logLevel: 'warn' });
  await chmod(join(root, 'dist/cli/craftweek.js'), 0o755);
}

if (import.meta.main) await buildAll(process.argv.includes('--test') ? 'test' : 'shipped');
