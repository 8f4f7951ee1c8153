import { defineConfig } from 'vitest/config';

/** One browser after the other: the machine is small, and each suite has the browser to itself. */
export default defineConfig({
  test: {
    include: ['tests/browsers/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A suite of its own for each browser: CRAFTWEEK_BROWSER is chromium or firefox.
    reporters: ['default'],
  },
});
