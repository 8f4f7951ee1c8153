import { defineConfig } from 'vitest/config';

// The browser suites start real browsers and are run one after the other by scripts/test-browsers.ts.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browsers/**', 'node_modules/**'],
    testTimeout: 30_000,
  },
});
