import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests that put something in the place of a module: each needs its modules for itself. */
const MOCKING = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && readFileSync(path.join('test', file), 'utf8').includes('vi.mock('))
  .map((file) => path.posix.join('test', file.replaceAll(path.sep, '/')));

export default defineConfig({
  test: {
    // Each worker that segments words loads nodejieba's dictionaries: 1 to 3 s and 250 MB. Two suit a small machine.
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['test/property-seed.ts'],
    // Only to end a test that hangs, on the busiest machine; nothing is measured.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      // Files of one worker share their modules, and so the dictionaries: a third less time.
      { extends: true, test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: MOCKING, isolate: false } },
      { extends: true, test: { name: 'isolated', include: MOCKING } },
    ],
  },
});
