import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The terminal: one file that any Node from 20 on runs, with everything in it. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: resolve(import.meta.dirname, 'src/cli/craftweek.ts'),
    outDir: resolve(import.meta.dirname, 'dist/cli'),
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'craftweek.js' } },
  },
});
