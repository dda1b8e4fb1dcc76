import type * as fs from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { readCorpus } from '../../src/corpus/files/read.ts';
import { BODY } from './pages.ts';
import { tempFolder } from './temp-folder.ts';

// A test run as root may read everything, so the file system's refusal is played.
vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  return { ...real, open: vi.fn(real.open) };
});

it.each([
  ['EACCES', 'no permission'],
  ['ENOENT', 'went away'],
  ['EIO', 'cannot be read (EIO)'],
])('a file that gives %s is named, and the others are read', async (code, reason) => {
  const folder = await tempFolder({ 'a.txt': BODY, 'b.txt': BODY });
  vi.mocked(open).mockRejectedValueOnce(Object.assign(new Error(code), { code }));
  const { articles, rejected } = await readCorpus(folder);
  expect(articles.map(({ id }) => id)).toEqual(['b']);
  expect(rejected).toMatchObject([{ file: 'a.txt', line: null, reason: expect.stringContaining(reason) as string }]);
});

it('a bug is not taken for a bad file', async () => {
  const folder = await tempFolder({ 'a.txt': BODY });
  vi.mocked(open).mockRejectedValueOnce(new TypeError('bug'));
  await expect(readCorpus(folder)).rejects.toThrow(TypeError);
});
