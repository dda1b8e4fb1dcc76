import { defineConfig } from 'vitest/config';

/** The collection on a real OpenSearch cluster: `npm run test:cluster`. Needs JDK 17 or later, Maven, and Maven's central repository. */
export default defineConfig({
  test: {
    include: ['test/opensearch/**/*.cluster.ts'],
    pool: 'forks',
    maxWorkers: 1,
    setupFiles: ['test/property-seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
