import { expect, it } from 'vitest';
import { heapFor, requireHeap } from '../../src/library/embedded/heap.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

const MB = 1024 * 1024;

it('refuses a heap that is too small before anything is read, and says what is needed', async () => {
  const folder = await tempFolder({
    'a.txt': 'x'.repeat(MB),
    'b.jsonl': 'x'.repeat(MB),
    'page.html': 'x'.repeat(MB),
    'c.png': 'x'.repeat(MB),
  });
  const needs = heapFor(2.1 * MB);
  await requireHeap(folder, (needs + 56) * MB);
  await expect(requireHeap(folder, (needs + 55) * MB)).rejects.toMatchObject({
    code: 'too_little_memory',
    params: { path: folder, needs, has: needs - 1 },
    message: expect.stringContaining(`--max-old-space-size=${needs}`) as string,
  });
});

it('counts what is packed as more, and two such files as twice as much', async () => {
  const one = await tempFolder({ 'a.jsonl.gz': 'x'.repeat(MB) });
  const two = await tempFolder({ 'a.jsonl.gz': 'x'.repeat(MB), 'b.jsonl.gz': 'x'.repeat(MB) });
  await expect(requireHeap(one, 0)).rejects.toMatchObject({ params: { needs: 80 + 4 * 8 } });
  await expect(requireHeap(two, 0)).rejects.toMatchObject({ params: { needs: 80 + 2 * 4 * 8 } });
});
