import { unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { findingOfficials } from '../../src/people/find-officials.ts';
import type * as finding from '../../src/people/find-officials.ts';
import { openLibrary } from '../../src/library.ts';
import { BODY, page } from '../corpus/pages.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

vi.mock('../../src/people/find-officials.ts', async (importOriginal) => {
  const real = await importOriginal<typeof finding>();
  return { ...real, findingOfficials: vi.fn(real.findingOfficials) };
});

const OTHER = '雅安市委书记兰开驰到石门镇调研，要求在雨季前修好索桥。';
const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.txt`, page(`第${i}号路在雨季前修好。`, BODY)]));
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => JSON.stringify({ id: `row-${i}`, text: `第${i}行说，三坝乡的第${i}座桥通车了。` })).join('\n');

it('a reload analyses only what is new, and answers as a library opened afresh', async () => {
  const folder = await tempFolder({ ...files, 'rows.jsonl': rows(6) });
  const library = await openLibrary(folder);
  await unlink(path.join(folder, '3.txt'));
  await writeFile(path.join(folder, '5.txt'), OTHER);
  await writeFile(path.join(folder, 'aaa.md'), page('---', 'region: 三坝乡', 'officials: 余胜祥', '---', '路修好了，桥也通了。'));
  await writeFile(
    path.join(folder, 'rows.jsonl'),
    `${rows(6).split('\n').slice(1).join('\n')}\n${JSON.stringify({ id: 'row-0', text: '第零行改了，雅安的桥还没有通。' })}`,
  );
  vi.mocked(findingOfficials).mockClear();
  await library.reload();
  expect(findingOfficials).toHaveBeenCalledTimes(3);

  const fresh = await openLibrary(folder);
  const answers = async (one: typeof library) => {
    const replies = await Promise.all([
      ...['雨季', '索桥', '三坝乡', '第3号路', '第零行', '兰开驰', '没有的词'].flatMap((query) => [
        one.search(query, { limit: 50 }),
        one.ask(`${query}在哪里?`),
      ]),
      one.region('三坝乡'),
      one.region('雅安'),
      one.official('兰开驰'),
      one.official('余胜祥'),
      one.search('桥', { region: '雅安' }),
    ]);
    return replies.map((reply) => ({ ...reply, took_ms: 0 }));
  };
  expect(await answers(library)).toEqual(await answers(fresh));
  expect(await library.revision()).toBe(await fresh.revision());
});

it('a reload that finds nothing changed analyses nothing', async () => {
  const library = await openLibrary(await tempFolder(files));
  const before = (await library.search('雨季')).results;
  vi.mocked(findingOfficials).mockClear();
  await library.reload();
  expect(findingOfficials).not.toHaveBeenCalled();
  expect((await library.search('雨季')).results).toEqual(before);
});

it('what front matter says anew is taken in', async () => {
  const folder = await tempFolder({ ...files, 'a.md': page('---', 'region: 三坝乡', '---', BODY) });
  const library = await openLibrary(folder);
  expect((await library.region('三坝乡')).total).toBe(1);
  await writeFile(path.join(folder, 'a.md'), page('---', 'region: 雅安', '---', BODY));
  await library.reload();
  expect((await library.region('三坝乡')).total).toBe(0);
  expect((await library.region('雅安')).total).toBe(1);
});

it('a reload that breaks in the middle leaves the old collection answering, and the next one reads all', async () => {
  const folder = await tempFolder(files);
  const library = await openLibrary(folder);
  const revision = await library.revision();
  await writeFile(path.join(folder, '5.txt'), OTHER);
  await writeFile(path.join(folder, '7.txt'), OTHER);
  vi.mocked(findingOfficials).mockImplementationOnce(() => {
    throw new Error('broken');
  });
  await expect(library.reload()).rejects.toThrow('broken');
  expect(await library.revision()).toBe(revision);
  expect((await library.search('索桥')).total).toBe(0);
  expect((await library.search('雨季', { limit: 50 })).results).toHaveLength(12);
  const { changes } = await library.reload();
  expect(changes.changed).toEqual(['5.txt', '7.txt']);
  expect((await library.search('索桥')).total).toBe(2);
});
