import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import type * as fs from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CorpusFolder, sha256Of } from '../../src/curation/corpus-folder.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

// A test run as root may write everywhere, and has one disk: the system's refusals are played.
vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  return { ...real, access: vi.fn(real.access), link: vi.fn(real.link), rename: vi.fn(real.rename) };
});
const refusal = (code: string) => Object.assign(new Error(code), { code });
const bytes = Buffer.from('石门镇修路。');

describe('writing', () => {
  it('makes a new file, and leaves nothing else', async () => {
    const folder = await tempFolder();
    await new CorpusFolder(folder).write('新.txt', bytes);
    expect(await readdir(folder)).toEqual(['新.txt']);
    expect(await readFile(path.join(folder, '新.txt'))).toEqual(bytes);
  });

  it.each(['a.txt', 'A.txt'])('never overwrites: %s', async (name) => {
    const folder = await tempFolder({ 'a.txt': 'old' });
    await expect(new CorpusFolder(folder).write(name, bytes)).rejects.toMatchObject({ code: 'file_taken' });
    expect(await readFile(path.join(folder, 'a.txt'), 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it('does not follow a link that has the name', async () => {
    const outside = await tempFolder({ 'b.txt': 'outside' });
    const folder = await tempFolder();
    await symlink(path.join(outside, 'b.txt'), path.join(folder, 'a.txt'));
    await symlink(path.join(outside, 'none.txt'), path.join(folder, 'c.txt'));
    for (const name of ['a.txt', 'c.txt'])
      await expect(new CorpusFolder(folder).write(name, bytes)).rejects.toMatchObject({ code: 'file_taken' });
    expect(await readFile(path.join(outside, 'b.txt'), 'utf8')).toBe('outside');
    expect(await readdir(outside)).toEqual(['b.txt']);
  });

  it.each(['EPERM', 'ENOTSUP', 'ENOSYS'])('needs no hard links (%s)', async (code) => {
    const folder = await tempFolder();
    const { link } = await import('node:fs/promises');
    vi.mocked(link).mockRejectedValueOnce(refusal(code));
    await new CorpusFolder(folder).write('新.txt', bytes);
    expect(await readdir(folder)).toEqual(['新.txt']);
    expect(await readFile(path.join(folder, '新.txt'))).toEqual(bytes);
  });

  it('says so where the corpus is one file, is gone, or may not be written to', async () => {
    const folder = await tempFolder({ 'all.jsonl': '{}' });
    await expect(new CorpusFolder(path.join(folder, 'all.jsonl')).check()).rejects.toMatchObject({ code: 'corpus_is_file' });
    await expect(new CorpusFolder(path.join(folder, 'none')).check()).rejects.toMatchObject({
      code: 'corpus_not_writable',
      params: { code: 'ENOENT' },
    });
    const { access, link } = await import('node:fs/promises');
    vi.mocked(access).mockRejectedValueOnce(refusal('EROFS'));
    await expect(new CorpusFolder(folder).write('a.txt', bytes)).rejects.toMatchObject({
      code: 'corpus_not_writable',
      params: { code: 'EROFS' },
    });
    vi.mocked(link).mockRejectedValueOnce(refusal('ENOSPC'));
    await expect(new CorpusFolder(folder).write('a.txt', bytes)).rejects.toMatchObject({
      code: 'corpus_not_writable',
      params: { code: 'ENOSPC' },
    });
    expect(await readdir(folder)).toEqual(['all.jsonl']);
  });
});

describe('moving out', () => {
  it('moves a file of the folder, or of one inside it', async () => {
    const folder = await tempFolder({ 'a.txt': 'A', '内/b.txt': 'B' });
    const trash = path.join(await tempFolder(), 'trash');
    await new CorpusFolder(folder).moveOut('a.txt', path.join(trash, '1'), sha256Of(Buffer.from('A')));
    await new CorpusFolder(folder).moveOut('内/b.txt', path.join(trash, '2'), sha256Of(Buffer.from('B')));
    expect([await readFile(path.join(trash, '1'), 'utf8'), await readFile(path.join(trash, '2'), 'utf8')]).toEqual(['A', 'B']);
    expect(await readdir(folder)).toEqual(['内']);
  });

  it('copies where the other place is on another disk', async () => {
    const folder = await tempFolder({ 'a.txt': 'A' });
    const target = path.join(await tempFolder(), 'trash', '1');
    vi.mocked(rename).mockRejectedValueOnce(refusal('EXDEV'));
    await new CorpusFolder(folder).moveOut('a.txt', target, sha256Of(Buffer.from('A')));
    expect(await readFile(target, 'utf8')).toBe('A');
    expect(await readdir(folder)).toEqual([]);
  });

  it('reaches nothing outside, by no name and no link', async () => {
    const whole = await tempFolder({ 'secret.txt': 'S', 'corpus-2/x.txt': 'X', 'corpus/a.txt': 'A' });
    const folder = path.join(whole, 'corpus');
    await symlink(whole, path.join(folder, 'up'));
    const target = path.join(await tempFolder(), 'out');
    const names = fc.oneof(
      fc.constantFrom(
        '../secret.txt',
        '..\\secret.txt',
        '/etc/passwd',
        'up/secret.txt',
        'up/corpus-2/x.txt',
        'up/corpus/up',
        '../corpus-2/x.txt',
        './../secret.txt',
        'a.txt/../../secret.txt',
        '..',
        '.',
        '',
        'a\0.txt',
        'none.txt',
      ),
      fc
        .array(fc.constantFrom('..', '.', 'up', 'secret.txt', 'corpus', 'corpus-2', 'x.txt', ''), { maxLength: 6 })
        .map((parts) => parts.join('/')),
    );
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        // The link itself is in the folder, and may go.
        if (name !== 'up')
          await new CorpusFolder(folder).moveOut(name, target, '').then(
            () => {
              throw new Error('moved');
            },
            () => undefined,
          );
        expect(await readFile(path.join(whole, 'secret.txt'), 'utf8')).toBe('S');
        expect(await readFile(path.join(whole, 'corpus-2/x.txt'), 'utf8')).toBe('X');
      }),
      { numRuns: 300 },
    );
  });

  it('is refused for a folder', async () => {
    const folder = await tempFolder();
    await mkdir(path.join(folder, 'sub'));
    await writeFile(path.join(folder, 'sub/a.txt'), 'A');
    await expect(new CorpusFolder(folder).moveOut('sub', path.join(folder, '../x'), '')).rejects.toMatchObject({ code: 'unknown_file' });
  });

  it('leaves a file that is another one than was looked at', async () => {
    const folder = await tempFolder({ 'a.txt': 'A' });
    const moving = new CorpusFolder(folder).moveOut('a.txt', path.join(await tempFolder(), 'x'), sha256Of(Buffer.from('B')));
    await expect(moving).rejects.toMatchObject({ code: 'pending_gone' });
    expect(await readdir(folder)).toEqual(['a.txt']);
  });
});
