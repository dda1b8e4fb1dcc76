import { defineConfig } from 'vitest/config';

/** The page of the local Discord in a real browser: `npm run test:browser`. Needs Chromium and a font with Chinese. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.browser.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
