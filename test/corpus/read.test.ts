import { execFileSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read.ts';
import { BODY, SECOND } from './pages.ts';
import { tempFolder } from './temp-folder.ts';

const refused = async (folder: string) => (await readCorpus(folder)).rejected.map(({ file, line, reason }) => ({ file, line, reason }));

describe('a folder of articles', () => {
  it('is read with its subfolders, in the order of names', async () => {
    const folder = await tempFolder({ 'b.txt': BODY, 'a.md': BODY, 'sub/c.jsonl': JSON.stringify({ id: 'c', text: BODY }) });
    const { articles, rejected, fingerprints } = await readCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(rejected).toEqual([]);
    expect([...fingerprints.keys()]).toEqual(['a.md', 'b.txt', 'sub/c.jsonl']);
  });

  it('passes over hidden files, and names files of other kinds', async () => {
    const folder = await tempFolder({ 'a.txt': BODY, '.hidden': 'x', 'b.html': '<p>', 'c.TXT': BODY });
    expect((await refused(folder)).map(({ file }) => file)).toEqual(['b.html', 'c.TXT']);
  });

  it('loses only its bad files', async () => {
    const folder = await tempFolder({ 'a.txt': BODY, 'b.txt': new Uint8Array([0, 1, 2, 3, 4, 5]), 'c.txt': '', 'd.jsonl': `{"id":"d","text":"${SECOND}"}\n{` });
    const { articles, rejected } = await readCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(['a', 'd']);
    expect(rejected.map(({ file, line }) => [file, line])).toEqual([['b.txt', null], ['c.txt', null], ['d.jsonl', 2]]);
  });

  it('has each id once: the second bearer is refused, and told who has it', async () => {
    const folder = await tempFolder({ 'a.md': BODY, 'a.txt': SECOND, 'b.jsonl': [1, 2].map(() => JSON.stringify({ id: 'b', text: BODY })).join('\n') });
    const { articles, rejected } = await readCorpus(folder);
    expect(articles.map(({ file }) => file)).toEqual(['a.md', 'b.jsonl']);
    expect(rejected).toMatchObject([{ file: 'a.txt', line: null }, { file: 'b.jsonl', line: 2 }]);
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
      ['b.txt', expect.stringContaining('out of the corpus folder')], ['c.txt', expect.stringContaining('link to nothing')], ['d', expect.stringContaining('link to a folder')],
    ]);
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
    await expect(readCorpus(await tempFolder({ 'a.txt': '', 'b.html': '<p>' }))).rejects.toThrow(/b\.html .*a\.txt/);
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
