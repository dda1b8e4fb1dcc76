import { mkdir, rm, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { BODY, page, SECOND } from '../corpus/pages.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

describe('a reload', () => {
  it('tells which files came, went and changed, and which are refused', async () => {
    const folder = await tempFolder({ 'kept.txt': BODY, 'gone.txt': BODY, 'edited.txt': BODY });
    const library = await openLibrary(folder);
    await unlink(path.join(folder, 'gone.txt'));
    await writeFile(path.join(folder, 'edited.txt'), SECOND);
    await writeFile(path.join(folder, 'new.txt'), page(BODY, '石门镇的索桥也修好了。'));
    await writeFile(path.join(folder, 'bad.jsonl'), '{');
    const { changes, status } = await library.reload();
    expect(changes).toMatchObject({
      added: ['bad.jsonl', 'new.txt'],
      removed: ['gone.txt'],
      changed: ['edited.txt'],
      rejected: [{ file: 'bad.jsonl', line: 1 }],
    });
    expect(status).toMatchObject({ articles: 3, rejected: [{ file: 'bad.jsonl' }] });
    expect((await library.search('索桥')).total).toBe(1);
    await expect(library.article('gone')).rejects.toThrow();
  });

  it('of unchanged files changes nothing', async () => {
    const library = await openLibrary(await tempFolder({ 'a.txt': BODY }));
    const before = await library.revision();
    expect((await library.reload()).changes).toEqual({ added: [], removed: [], changed: [], rejected: [] });
    expect(await library.revision()).toBe(before);
  });

  it('of a changed file gives the collection another name', async () => {
    const folder = await tempFolder({ 'a.txt': BODY });
    const library = await openLibrary(folder);
    const before = await library.revision();
    await writeFile(path.join(folder, 'a.txt'), SECOND);
    await library.reload();
    expect(await library.revision()).not.toBe(before);
  });

  it.each([
    [
      'is gone',
      async (folder: string) => {
        await rm(folder, { recursive: true });
      },
      'corpus_unavailable',
    ],
    [
      'is empty',
      async (folder: string) => {
        await unlink(path.join(folder, 'a.txt'));
      },
      'corpus_empty',
    ],
    [
      'has only bad files',
      async (folder: string) => {
        await writeFile(path.join(folder, 'a.txt'), '');
      },
      'corpus_empty',
    ],
  ])('of a folder that %s says so, and the old collection goes on answering', async (_, spoil, code) => {
    const folder = await tempFolder({ 'a.txt': BODY });
    const library = await openLibrary(folder);
    const [before, revision] = [(await library.search('雨季')).results, await library.revision()];
    await spoil(folder);
    await expect(library.reload()).rejects.toMatchObject({ name: 'UserError', code });
    expect((await library.search('雨季')).results).toEqual(before);
    expect(before).toHaveLength(1);
    expect(await library.revision()).toBe(revision);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'a.txt'), SECOND);
    expect((await library.reload()).changes.changed).toEqual(['a.txt']);
  });

  it('is one at a time, and the old collection answers meanwhile', async () => {
    const folder = await tempFolder(
      Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.txt`, `第${i}号路在雨季前修好。${BODY}`])),
    );
    const library = await openLibrary(folder);
    await writeFile(path.join(folder, 'new.txt'), '石门镇的索桥也修好了。');
    const first = library.reload();
    await expect(library.reload()).rejects.toMatchObject({ name: 'UserError', code: 'reload_running' });
    expect((await library.search('索桥')).total).toBe(0);
    expect((await library.search('雨季', { limit: 100 })).results).toHaveLength(50);
    await first;
    expect((await library.search('索桥')).total).toBe(1);
    await expect(library.reload()).resolves.toBeDefined();
  });
});

describe('opening', () => {
  it('fails with what is wrong', async () => {
    await expect(openLibrary('/no/such/folder')).rejects.toMatchObject({ code: 'corpus_unavailable' });
    await expect(openLibrary(await tempFolder())).rejects.toMatchObject({ code: 'corpus_empty' });
  });

  it('tells the state of what is loaded', async () => {
    const library = await openLibrary(await tempFolder({ 'a.txt': BODY, 'b.html': '<p>' }));
    expect(await library.status()).toMatchObject({ articles: 1, passages: 1, rejected: [{ file: 'b.html' }] });
    expect(new Date((await library.status()).loaded_at).toISOString()).toBe((await library.status()).loaded_at);
  });
});

describe('front matter', () => {
  const FRONT = page('---', 'title: 石门镇修路记', 'region: 四川省雅安市', 'officials: 王建国', 'date: 2019-07', '---');

  it('says what an article is about, before the regions that are read from it', async () => {
    const library = await openLibrary(await tempFolder({ 'a.md': page(FRONT, `河南省新乡市的施工队也来了。${BODY}`) }));
    expect((await library.region('雅安')).results).toMatchObject([{ relation: 'about' }]);
    expect((await library.region('新乡')).results).toMatchObject([{ relation: 'mentioned' }]);
  });

  it('names officials whom the text does not, and the date to filter by', async () => {
    const library = await openLibrary(await tempFolder({ 'a.md': page(FRONT, BODY) }));
    expect(await library.official('王建国')).toMatchObject({ official: { name: '王建国', titles: [] }, total: 1 });
    expect((await library.search('雨季', { from: '2019-07-31', official: '王建国' })).total).toBe(1);
    expect((await library.search('雨季', { from: '2019-08' })).total).toBe(0);
  });
});
