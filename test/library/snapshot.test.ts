import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readCorpus } from '../../src/corpus/files/read.ts';
import { load, type Loaded } from '../../src/library/embedded/build.ts';
import type { Findings } from '../../src/library/embedded/findings.ts';
import { ChunkWriter } from '../../src/library/embedded/snapshot/chunk-file.ts';
import { SnapshotKeeper } from '../../src/library/embedded/snapshot/keeper.ts';
import { readSnapshot, snapshotFile, writeSnapshot } from '../../src/library/embedded/snapshot/snapshot.ts';
import { openLibrary } from '../../src/library.ts';
import type * as finding from '../../src/people/find-officials.ts';
import { findingOfficials } from '../../src/people/find-officials.ts';
import { Gazetteer } from '../../src/places/gazetteer.ts';
import { BODY, page } from '../corpus/pages.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

vi.mock('../../src/people/find-officials.ts', async (importOriginal) => {
  const real = await importOriginal<typeof finding>();
  return { ...real, findingOfficials: vi.fn(real.findingOfficials) };
});

const gazetteer = Gazetteer.load();
const FILES = {
  'a.txt': page('雅安市委书记兰开驰到石门镇调研', '雅安市委书记兰开驰5月1日到石门镇调研，要求在雨季前修好索桥。', BODY),
  'b.jsonl': [
    ...['一', '二', '三'].map((one) => JSON.stringify({ id: one, text: `第${one}行说，三坝乡的第${one}座橋通車了。` })),
    '{',
  ].join('\n'),
  'c.md': page('---', 'region: 三坝乡', '---', BODY),
  'd.txt': '',
};
const collect = async (folder: string, old?: Findings): Promise<Loaded> => load(await readCorpus(folder, old?.files), gazetteer, 0, old);
const logs = () => ({ info: vi.fn(), warn: vi.fn() });

/** A corpus, its collection, and the snapshot of it. */
async function written() {
  const folder = await tempFolder(Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`corpus/${name}`, text])));
  const corpus = path.join(folder, 'corpus');
  const collection = await collect(corpus);
  const file = snapshotFile(corpus, null);
  await writeSnapshot(file, collection);
  return { corpus, collection, file };
}

describe('a snapshot', () => {
  it('gives back all that was found, in .cache beside the corpus', async () => {
    const { corpus, collection, file } = await written();
    expect(path.dirname(file)).toBe(path.join(path.dirname(corpus), '.cache'));
    const read = (await readSnapshot(file)) as Findings;
    for (const part of ['articles', 'numbers', 'foldedTitles', 'regions', 'open', 'officials', 'files'] as const)
      expect(read[part]).toEqual(collection[part]);
    expect(read.index.postings).toEqual(collection.index.postings);
    expect(read.index.store).toEqual(collection.index.store);
    expect(read.index.statistics.pairs).toEqual(collection.index.statistics.pairs);
    expect(read.index.folded).toEqual(collection.index.folded);
    expect(read.index.lexicon.terms()).toEqual(collection.index.lexicon.terms());
    expect(await readdir(path.dirname(file))).toEqual([path.basename(file)]);
  });

  it('spares the analysis at the next start, and what has changed since is read', async () => {
    const { corpus, file } = await written();
    await writeFile(path.join(corpus, 'c.md'), page('---', 'region: 雅安', '---', BODY));
    vi.mocked(findingOfficials).mockClear();
    const log = logs();
    const library = await openLibrary(corpus, { cacheDir: null, log });
    expect(log.info).toHaveBeenCalledWith(expect.objectContaining({ snapshot: file, articles: 5 }), 'snapshot');
    expect(findingOfficials).toHaveBeenCalledTimes(1);
    expect((await library.region('雅安')).total).toBe(2);
    expect((await library.official('兰开驰')).total).toBe(1);
    expect((await library.search('橋')).total).toBe(3);
    expect((await library.status()).rejected.map((one) => [one.file, one.line])).toEqual([
      ['b.jsonl', 4],
      ['d.txt', null],
    ]);
  });

  it('with any byte other is refused, and everything is read again', async () => {
    const { corpus, file } = await written();
    const bytes = await readFile(file);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const other = Buffer.from(bytes);
        other[at]! ^= change;
        await writeFile(file, other);
        expect(await readSnapshot(file)).toBe('damaged');
      }),
      { numRuns: 25 },
    );
    const log = logs();
    expect((await (await openLibrary(corpus, { cacheDir: null, log })).status()).articles).toBe(5);
    expect(log.warn).toHaveBeenCalledWith({ snapshot: file, reason: 'damaged' }, expect.stringContaining('read again'));
  });

  it('that was cut off or goes on is refused', async () => {
    const { file } = await written();
    const bytes = await readFile(file);
    for (const length of [0, 3, 36, 100, bytes.length - 36, bytes.length - 1]) {
      await writeFile(file, bytes.subarray(0, length));
      expect(await readSnapshot(file)).toBe('damaged');
    }
    await writeFile(file, 'not a snapshot');
    expect(await readSnapshot(file)).toBe('damaged');
  });

  it.each([
    { format: 1, code: 'another' },
    { format: 0, code: '' },
  ])('of other code is not taken over', async (head) => {
    const file = path.join(await tempFolder(), 'a.snapshot');
    const writer = await ChunkWriter.create(file);
    await writer.write(head);
    await writer.finish();
    expect(await readSnapshot(file)).toBe('other-code');
  });

  it('that is not there is nothing to speak of', async () => {
    const folder = await tempFolder({ 'corpus/a.txt': BODY });
    const log = logs();
    await openLibrary(path.join(folder, 'corpus'), { cacheDir: null, log });
    expect(log.warn).not.toHaveBeenCalled();
  });
});

describe('the keeper of a snapshot', () => {
  it('tells why a file was refused in the words of today', async () => {
    const { collection, file } = await written();
    const told = (findings: Findings) => [...findings.files.values()].flatMap(({ parsed }) => parsed.filter((one) => 'reason' in one));
    const files = new Map(
      [...collection.files].map(([name, record]) => [
        name,
        { ...record, parsed: record.parsed.map((one) => ('reason' in one ? { ...one, reason: 'as it was once said' } : one)) },
      ]),
    );
    await writeSnapshot(file, { ...collection, files });
    expect(told(collection).length).toBeGreaterThan(0);
    expect(told((await readSnapshot(file)) as Findings)).toEqual(told(collection));
  });

  it('leaves what another process is writing, and clears away what is left', async () => {
    const file = path.join(await tempFolder(), 'a.snapshot');
    const [one, other] = [await ChunkWriter.create(file), await ChunkWriter.create(file)];
    const host = hostname().replace(/[^A-Za-z0-9]/g, '_');
    const [gone] = [spawnSync(process.execPath, ['--version']).pid];
    const [old, elsewhere, ofTheGone] = ['another-1-00', 'another-2-00', `${host}-${gone}-00`].map((name) => `${file}.${name}`);
    for (const left of [old!, elsewhere!, ofTheGone!]) await writeFile(left, '');
    await utimes(old!, 0, 0);
    const third = await ChunkWriter.create(file);
    expect((await readdir(path.dirname(file))).filter((name) => name.includes('-00'))).toEqual([path.basename(elsewhere!)]);
    await third.abandon();
    for (const [writer, value] of [[one, 'one'] as const, [other, 'other'] as const]) {
      await writer.write(value);
      await writer.finish();
      expect((await readFile(file)).includes(value)).toBe(true);
    }
    expect(await readdir(path.dirname(file))).toEqual(['a.snapshot', path.basename(elsewhere!)]);
  });

  it('only logs where it cannot be written, and leaves nothing behind', async () => {
    const folder = await tempFolder({ 'corpus/a.txt': BODY, 'cache': 'a file, no folder' });
    const corpus = path.join(folder, 'corpus');
    const log = logs();
    new SnapshotKeeper(corpus, path.join(folder, 'cache'), log).keep(await collect(corpus));
    await vi.waitFor(() =>
      expect(log.warn).toHaveBeenCalledWith(
        expect.objectContaining({ err: expect.any(Error) as Error }),
        expect.stringContaining('could not be written'),
      ),
    );
  });

  it('keeps the older one where the disk is full in the middle', async () => {
    const { collection, file } = await written();
    const before = await readFile(file);
    const full = {
      ...collection,
      foldedTitles: new Proxy(collection.foldedTitles as string[], {
        get: (target, key) => {
          if (key === '3') throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
          return Reflect.get(target, key) as unknown;
        },
      }),
    };
    await expect(writeSnapshot(file, full)).rejects.toThrow('no space left');
    expect((await readFile(file)).equals(before)).toBe(true);
    expect(await readdir(path.dirname(file))).toEqual([path.basename(file)]);
  });

  it('writes what is newest, and not what it has written', async () => {
    const folder = await tempFolder({ 'corpus/a.txt': BODY });
    const corpus = path.join(folder, 'corpus');
    const log = logs();
    const keeper = new SnapshotKeeper(corpus, null, log);
    const collection = await collect(corpus);
    keeper.keep(collection);
    await vi.waitFor(() => expect(log.info).toHaveBeenCalledTimes(1), 10_000);
    keeper.keep(collection);
    await mkdir(path.join(corpus, 'sub'));
    await writeFile(path.join(corpus, 'sub', 'b.txt'), '石门镇的索桥也修好了。');
    keeper.keep(await collect(corpus, collection));
    await vi.waitFor(() => expect(log.info).toHaveBeenCalledTimes(2), 10_000);
    expect(((await readSnapshot(keeper.file)) as Findings).articles).toHaveLength(2);
  });
});
