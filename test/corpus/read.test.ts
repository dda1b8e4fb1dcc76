import { execFileSync } from 'node:child_process';
import { mkdir, rename, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Corpus, readCorpus } from '../../src/corpus/files/read.ts';
import { BODY, SECOND } from './pages.ts';
import { tempFolder } from './temp-folder.ts';

const refused = async (folder: string) => (await readCorpus(folder)).rejected.map(({ file, line, reason }) => ({ file, line, reason }));

describe('a folder of articles', () => {
  it('is read with its subfolders, in the order of names', async () => {
    const folder = await tempFolder({ 'b.txt': BODY, 'a.md': BODY, 'sub/c.jsonl': JSON.stringify({ id: 'c', text: BODY }) });
    const { articles, rejected, files } = await readCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(rejected).toEqual([]);
    expect([...files.keys()]).toEqual(['a.md', 'b.txt', 'sub/c.jsonl']);
  });

  it('passes over hidden files, and names files of other kinds', async () => {
    const folder = await tempFolder({ 'a.txt': BODY, '.hidden': 'x', 'b.png': '<p>', 'c.exe': BODY });
    expect((await refused(folder)).map(({ file }) => file)).toEqual(['b.png', 'c.exe']);
  });

  it('loses only its bad files', async () => {
    const folder = await tempFolder({
      'a.txt': BODY,
      'b.txt': new Uint8Array([0, 1, 2, 3, 4, 5]),
      'c.txt': '',
      'd.jsonl': `{"id":"d","text":"${SECOND}"}\n{`,
    });
    const { articles, rejected } = await readCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(['a', 'd']);
    expect(rejected.map(({ file, line }) => [file, line])).toEqual([
      ['b.txt', null],
      ['c.txt', null],
      ['d.jsonl', 2],
    ]);
  });

  it('has each id once: the second bearer is refused, and told who has it', async () => {
    const folder = await tempFolder({
      'a.md': BODY,
      'a.txt': SECOND,
      'b.jsonl': [1, 2].map(() => JSON.stringify({ id: 'b', text: BODY })).join('\n'),
    });
    const { articles, rejected } = await readCorpus(folder);
    expect(articles.map(({ file }) => file)).toEqual(['a.md', 'b.jsonl']);
    expect(rejected).toMatchObject([
      { file: 'a.txt', line: null },
      { file: 'b.jsonl', line: 2 },
    ]);
    expect(rejected[0]!.reason).toContain('a.md');
    expect(rejected[1]!.reason).toContain('b.jsonl line 1');
  });

  it('does not follow links out of itself, to nothing, or to folders', async () => {
    const outside = await tempFolder({ 'secret.txt': BODY });
    const folder = await tempFolder({ 'a.txt': BODY });
    await mkdir(path.join(folder, 'sub'));
    await symlink(path.join(outside, 'secret.txt'), path.join(folder, 'b.txt'));
    await symlink(path.join(folder, 'gone.txt'), path.join(folder, 'c.txt'));
    await symlink(path.join(folder, 'sub'), path.join(folder, 'd'));
    await symlink(path.join(folder, 'a.txt'), path.join(folder, 'e.txt'));
    const { articles, rejected } = await readCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(['a', 'e']);
    expect(rejected.map(({ file, reason }) => [file, reason])).toEqual([
      ['b.txt', expect.stringContaining('out of the corpus folder')],
      ['c.txt', expect.stringContaining('link to nothing')],
      ['d', expect.stringContaining('link to a folder')],
    ]);
  });

  it('is read however deep it is, with whatever names', async () => {
    const deep = Array.from({ length: 200 }, () => 'd').join('/');
    const folder = await tempFolder({
      [`${deep}/a.txt`]: BODY,
      '新闻 稿件/二〇二六年 一月（终稿）.txt': BODY,
      '#%?&.md': BODY,
      'two  spaces .txt': BODY,
    });
    const { articles, rejected } = await readCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(['#%?&', `${deep}/a`, 'two  spaces ', '新闻 稿件/二〇二六年 一月（终稿）']);
    expect(rejected).toEqual([]);
  });

  it('names files whose names are not UTF-8', async () => {
    const folder = await tempFolder({ 'a.txt': BODY, 'b.txt': BODY });
    await rename(path.join(folder, 'b.txt'), Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xd0, 0xc2]), Buffer.from('.txt')]));
    expect(await refused(folder)).toMatchObject([{ reason: expect.stringContaining('not UTF-8') as string }]);
  });

  it('names files that are too large to be an article, without reading them', async () => {
    const folder = await tempFolder({ 'a.txt': BODY, 'huge.txt': '', 'book.md': '书'.repeat(200_001) });
    await truncate(path.join(folder, 'huge.txt'), 200 * 1024 * 1024);
    expect(await refused(folder)).toMatchObject([
      { file: 'book.md', reason: expect.stringContaining('200001') as string },
      { file: 'huge.txt', reason: expect.stringContaining('200 MB') as string },
    ]);
  });

  it('loses one bad line of many, by its number', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => JSON.stringify({ id: i, text: `第${i}号路修好了。` }));
    rows[2345] = '{"id": 2345, "text": ';
    const folder = await tempFolder({ 'a.jsonl': rows.join('\n') });
    const { articles, rejected } = await readCorpus(folder);
    expect(articles).toHaveLength(2999);
    expect(rejected).toMatchObject([{ file: 'a.jsonl', line: 2346, code: 'not-json' }]);
  });

  it('counts wrong lines beyond the first thousand of a file', async () => {
    const folder = await tempFolder({ 'a.jsonl': `${JSON.stringify({ id: 'a', text: BODY })}${'\n{'.repeat(1500)}` });
    const { rejected } = await readCorpus(folder);
    expect(rejected).toHaveLength(1001);
    expect(rejected.at(-1)).toMatchObject({ file: 'a.jsonl', line: null, code: 'more-lines', values: { left: 500 } });
  });

  it('does not wait for what is not a file', async () => {
    const folder = await tempFolder({ 'a.txt': BODY });
    execFileSync('mkfifo', [path.join(folder, 'pipe.txt')]);
    expect(await refused(folder)).toEqual([{ file: 'pipe.txt', line: null, reason: 'it is not a file' }]);
  });

  it('may itself be a link', async () => {
    const folder = await tempFolder({ 'articles/a.txt': BODY });
    await symlink(path.join(folder, 'articles'), path.join(folder, 'link'));
    expect((await readCorpus(path.join(folder, 'link'))).articles).toHaveLength(1);
  });

  it('without an article is an error that says what was refused', async () => {
    await expect(readCorpus(await tempFolder())).rejects.toMatchObject({ name: 'UserError', code: 'corpus_empty' });
    await expect(readCorpus(await tempFolder({ 'a.txt': '', 'b.png': '<p>' }))).rejects.toThrow(/b\.png .*a\.txt/);
  });

  it('that is not there is an error that says so', async () => {
    await expect(readCorpus('/no/such/folder')).rejects.toMatchObject({ name: 'UserError', code: 'corpus_unavailable' });
    await expect(readCorpus('/no/such/folder')).rejects.toThrow(/no such file or folder/);
  });
});

it('one file may be given instead of a folder', async () => {
  const folder = await tempFolder({ 'a.jsonl': JSON.stringify({ id: 'x', text: BODY }), 'b.txt': BODY });
  expect((await readCorpus(path.join(folder, 'a.jsonl'))).articles).toMatchObject([{ id: 'x', file: 'a.jsonl' }]);
});

describe('a folder that is read again', () => {
  const past = new Date('2020-01-01T00:00:00Z');
  /** As if the files had been written long before they were read. */
  const settled = (corpus: Corpus): Corpus['files'] =>
    new Map([...corpus.files].map(([file, record]) => [file, { ...record, settled: true }]));

  it('keeps the very articles of files that have not changed, and reads the others', async () => {
    const folder = await tempFolder({ 'a.txt': BODY, 'b.txt': BODY, 'c.txt': BODY });
    const before = await readCorpus(folder);
    await writeFile(path.join(folder, 'b.txt'), SECOND);
    const after = await readCorpus(folder, settled(before));
    expect(after.articles[0]).toBe(before.articles[0]);
    expect(after.articles[1]!.text).toBe(SECOND);
    expect(after.articles[2]).toBe(before.articles[2]);
  });

  it('does not read a file whose stamp is the same', async () => {
    const folder = await tempFolder({ 'a.txt': BODY });
    const { files } = await readCorpus(folder);
    const forged = new Map([...files].map(([file, record]) => [file, { ...record, sha256: 'of other bytes', settled: true }]));
    expect((await readCorpus(folder, forged)).files.get('a.txt')!.sha256).toBe('of other bytes');
  });

  it('sees a change of the same size whose time was set back', async () => {
    const folder = await tempFolder({ 'a.txt': BODY });
    const file = path.join(folder, 'a.txt');
    await utimes(file, past, past);
    const before = await readCorpus(folder);
    const other = BODY.replace('三处', '四处');
    await writeFile(file, other);
    await utimes(file, past, past);
    expect((await stat(file)).size).toBe(Buffer.byteLength(BODY));
    expect((await readCorpus(folder, settled(before))).articles[0]!.text).toBe(other);
  });

  it('asks the bytes of a file that was written just before it was read', async () => {
    const folder = await tempFolder({ 'a.txt': BODY });
    const { files } = await readCorpus(folder);
    expect(files.get('a.txt')!.settled).toBe(false);
    const forged = new Map([...files].map(([file, record]) => [file, { ...record, sha256: 'of other bytes' }]));
    expect((await readCorpus(folder, forged)).files.get('a.txt')!.sha256).toBe(files.get('a.txt')!.sha256);
  });

  it('keeps the articles of a file that was only touched', async () => {
    const folder = await tempFolder({ 'a.txt': BODY });
    const before = await readCorpus(folder);
    await utimes(path.join(folder, 'a.txt'), past, past);
    expect((await readCorpus(folder, settled(before))).articles[0]).toBe(before.articles[0]);
  });
});
