import { afterAll, describe, expect, it, vi } from 'vitest';
import { readCorpus } from '../../src/corpus/files/read.ts';
import { load, type Loaded } from '../../src/library/embedded/build.ts';
import { ReadingThreads } from '../../src/library/embedded/threads/reading-threads.ts';
import { threadsFor } from '../../src/library/threads/count.ts';
import type { Helpers } from '../../src/steps/in-order.ts';
import { Gazetteer } from '../../src/places/gazetteer.ts';
import { BODY, page } from '../corpus/pages.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

const gazetteer = Gazetteer.load();
const NUMERALS = [...'一二三四五六七八九'];
const FILES = {
  ...Object.fromEntries(
    NUMERALS.map((one, i) => [`${i}.txt`, page(`第${one}座橋通車`, `雅安市委书记兰开驰5月${i + 1}日说，第${one}座桥通车了。`, BODY)]),
  ),
  'broken.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
  'declared.md': page('---', 'region: 三坝乡', 'officials: 余胜祥', '---', BODY),
  'rows.jsonl': [
    ...NUMERALS.map((one) => JSON.stringify({ id: one, text: `第${one}行说，三坝乡的第${one}条路修好了。${BODY.repeat(50)}` })),
    '{',
    JSON.stringify({ id: '一', text: '与第一行同名。' }),
  ].join('\n'),
};

/** What a thread runs, in place of what it should. */
const script = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

/** Threads that have started, in so many looks at most. */
async function started(threads: ReadingThreads): Promise<ReadingThreads> {
  for (let look = 0; look < 600; look++) {
    const answer = threads.analysing.offer([]);
    if (answer) {
      await answer.catch(() => undefined);
      return threads;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no thread has started');
}

async function loadedBy(folder: string, threads: ReadingThreads): Promise<Loaded> {
  const corpus = await readCorpus(folder, undefined, threads.reading);
  return load(corpus, gazetteer, 0, undefined, undefined, threads.analysing);
}

/** All that a collection is made of. */
function contents({ articles, rejected, regions, open, officials, foldedTitles, index, files }: Loaded) {
  const { lexicon, postings, store, folded } = index;
  const read = [...files].map(([name, { sha256, parsed }]) => ({ name, sha256, parsed }));
  return { articles, rejected, regions, open, officials, foldedTitles, terms: lexicon.terms(), postings, store, folded, read };
}

describe('threads that read along', () => {
  const nobody = new ReadingThreads(0, vi.fn());
  const running: ReadingThreads[] = [];
  afterAll(() => Promise.all(running.map((threads) => threads.close())));

  it('make the very same collection of files and of rows, and take part in each kind of work', async () => {
    const folder = await tempFolder(FILES);
    const lost = vi.fn();
    const threads = new ReadingThreads(1, lost, undefined, 0);
    running.push(threads);
    await started(threads);
    const taken = { rows: 0, files: 0, articles: 0 };
    const counting = <T, R>(kind: keyof typeof taken, helpers: Helpers<T, R>) => ({
      offer: (task: T) => {
        const answer = helpers.offer(task);
        if (answer) taken[kind]++;
        return answer;
      },
    });
    const corpus = await readCorpus(folder, undefined, {
      rows: counting('rows', threads.reading.rows),
      files: counting('files', threads.reading.files),
    });
    const loaded = await load(corpus, gazetteer, 0, undefined, undefined, counting('articles', threads.analysing));
    expect(contents(loaded)).toEqual(contents(await loadedBy(folder, nobody)));
    expect(Object.values(taken).every((count) => count > 0)).toBe(true);
    expect(lost).not.toHaveBeenCalled();
  });

  it('are done without when they end in the middle', async () => {
    const ending = script(`import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ number, task }) => {
        if (task.articles?.length === 0) parentPort.postMessage({ number, result: { analyses: [], fresh: [] } });
        else process.exit(1);
      });
      parentPort.postMessage('ready');`);
    const folder = await tempFolder(FILES);
    const threads = new ReadingThreads(1, vi.fn(), ending, 0);
    running.push(threads);
    await started(threads);
    expect(contents(await loadedBy(folder, threads))).toEqual(contents(await loadedBy(folder, nobody)));
    expect(threads.analysing.offer([])).toBeNull();
  });

  it('are done without where they cannot start, which is told', async () => {
    const folder = await tempFolder(FILES);
    const lost = vi.fn();
    const threads = new ReadingThreads(1, lost, script('throw new Error("no dictionary")'), 0);
    running.push(threads);
    expect(contents(await loadedBy(folder, threads))).toEqual(contents(await loadedBy(folder, nobody)));
    for (let look = 0; look < 100 && lost.mock.calls.length === 0; look++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(lost).toHaveBeenCalledWith(expect.objectContaining({ message: 'no dictionary' }));
  });

  it('do not start for little to read', async () => {
    const folder = await tempFolder(FILES);
    const lost = vi.fn();
    // Starting this would be told.
    const threads = new ReadingThreads(1, lost, script('throw new Error("started")'));
    await loadedBy(folder, threads);
    await threads.close();
    expect(lost).not.toHaveBeenCalled();
  });
});

it('are as many as processors and memory allow', () => {
  const GB = 1024 ** 3;
  expect(threadsFor({}, 1, 64 * GB)).toBe(0);
  expect(threadsFor({}, 2, 8 * GB)).toBe(1);
  expect(threadsFor({}, 2, 0.5 * GB)).toBe(0);
  expect(threadsFor({}, 4, 2 * GB)).toBe(2);
  expect(threadsFor({}, 64, 64 * GB)).toBe(7);
});
