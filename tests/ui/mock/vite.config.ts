import { resolve } from 'node:path';
import { defineConfig } from 'vite';

// Builds the pages over plain values, beside the extension and never into it.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  build: {
    outDir: resolve(import.meta.dirname, '../../../.cache/ui-mock'),
    emptyOutDir: true,
    target: 'esnext',
    modulePreload: false,
  },
});
