import { defineConfig } from 'vitest/config';

/** The tests that reach the four folders which are mutated (`npm run mutate`): Stryker runs, for each mutant, those that do. */
export default defineConfig({
  test: {
    include: ['search', 'people', 'places', 'corpus', 'question', 'library'].map((folder) => `test/${folder}/**/*.test.ts`),
    setupFiles: ['test/property-seed.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
