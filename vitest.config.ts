import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Each worker that segments words loads nodejieba's dictionaries: 1 to 3 s and 250 MB. Two suit a small machine.
    pool: 'forks',
    maxWorkers: 2,
    // Only to end a test that hangs; nothing is measured.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
