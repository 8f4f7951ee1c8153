import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The terminal: one file that any Node from 20 on runs, with everything in it, and the model beside it. */
export default defineConfig({
  publicDir: false,
  plugins: [
    {
      name: 'craftweek-model',
      generateBundle() {
        const source = readFileSync(resolve(import.meta.dirname, 'src/classify/model/model.bin'));
        this.emitFile({ type: 'asset', fileName: 'model.bin', source });
      },
    },
  ],
  ssr: { noExternal: true },
  build: {
    ssr: resolve(import.meta.dirname, 'src/cli/craftweek.ts'),
    outDir: resolve(import.meta.dirname, 'dist/cli'),
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'craftweek.js' } },
  },
});
