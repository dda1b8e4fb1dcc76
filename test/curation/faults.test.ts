/** As SQLite tests itself: the first, the second, the third … call to the file system or the database fails, and the state is checked. */
import { readdir } from 'node:fs/promises';
import type * as fs from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Curator } from '../../src/curation/curator.ts';
import type { Library } from '../../src/library.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { UserError } from '../../src/user-error.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

/** Which call fails: null none. With `dead`, all after it fail as well, as of a process that was killed. */
const fault = vi.hoisted(() => ({ left: null as number | null, dead: false, met: false }));
const strike = vi.hoisted(() => (error: Error) => {
  if (fault.left === null) return;
  fault.left--;
  if (fault.left > 0 || (fault.left < 0 && !fault.dead)) return;
  fault.met = true;
  throw error;
});

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  const failing = Object.entries(real).map(([name, value]) => [
    name,
    typeof value !== 'function' || name === 'mkdtemp'
      ? value
      : async (...args: unknown[]) => {
          strike(Object.assign(new Error('played'), { code: 'EIO' }));
          return (value as (...args: unknown[]) => Promise<unknown>)(...args);
        },
  ]);
  return Object.fromEntries(failing) as typeof fs;
});

/** A store whose calls fail as a locked database does. */
function failing(store: Store): Store {
  const table = <T extends object>(of: T): T =>
    new Proxy(of, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function'
          ? (...args: unknown[]) => {
              strike(new UserError('not_kept', 'played'));
              return (value as (...args: unknown[]) => unknown).apply(target, args);
            }
          : value;
      },
    });
  return { ...store, problem: null, pending: table(store.pending), changes: table(store.changes), intents: table(store.intents) };
}

const BY = { user: '1', server: '2' };
const CONTENT = Buffer.from('石门镇修路，区委书记到会。');
const library = (corpus: string) =>
  ({
    preview: () => Promise.resolve({ articles: 1, shown: [], rejected: [] }),
    files: async () => (await readdir(corpus)).map((file) => ({ file, sha256: null, articles: 1, title: null, rejected: 0 })),
    reload: () => Promise.resolve({ changes: {}, status: {} }),
  }) as unknown as Library;

beforeEach(() => {
  fault.left = null;
});

/** Does `change` again and again, another call failing each time, until none is left to fail; `check` sees what each has left. */
async function withEachFault(dead: boolean, change: (curator: Curator) => Promise<void>): Promise<number> {
  for (let at = 1; ; at++) {
    const corpus = await tempFolder({ '旧.txt': '旧闻' });
    const data = await tempFolder();
    const store = openStore(data);
    Object.assign(fault, { left: at, dead, met: false });
    await change(new Curator({ corpusDir: corpus, dataDir: data, store: failing(store), library: library(corpus) })).catch(() => undefined);
    fault.left = null;
    await store.close();
    await checkAfterStart(corpus, data);
    if (!fault.met) return at - 1;
  }
}

/** Whatever happened: after the next start the folder holds what the log says, and nothing lies about. */
async function checkAfterStart(corpus: string, data: string): Promise<void> {
  const store = openStore(data);
  await new Curator({ corpusDir: corpus, dataDir: data, store, library: library(corpus) }).reconcile();
  const expected = new Set(['旧.txt']);
  for (const { action, file } of (await store.changes.latest(100)).reverse())
    expect(action === 'add' ? expected.add(file) : expected.delete(file)).toBeTruthy();
  expect(new Set(await readdir(corpus))).toEqual(expected);
  const waiting = (await store.pending.all()).filter(({ action }) => action === 'add');
  const quarantined = await readdir(path.join(data, 'quarantine')).catch((): string[] => []);
  // A proposal whose file was not written has none: deciding on it says so.
  expect(waiting.map(({ id }) => id)).toEqual(expect.arrayContaining(quarantined));
  expect(await store.intents.all()).toEqual([]);
  await store.close();
}

describe.each([
  ['once', false],
  ['from then on, as if killed', true],
])('each call fails %s', (_, dead) => {
  it('while a file is added', async () => {
    const calls = await withEachFault(dead, async (curator) => {
      const upload = { name: '新.txt', size: CONTENT.length, type: null, read: () => Promise.resolve(CONTENT) };
      const { pending } = await curator.proposeAdding(upload, undefined, BY);
      await curator.decide(pending.id, true, BY);
    });
    expect(calls).toBeGreaterThan(15);
  });

  it('while one is removed', async () => {
    const calls = await withEachFault(dead, async (curator) => {
      const { pending } = await curator.proposeRemoving('旧.txt', BY);
      await curator.decide(pending.id, true, BY);
    });
    expect(calls).toBeGreaterThan(10);
  });
});

describe('a proposal', () => {
  it('is forgotten after a day, whether another is made or not', async () => {
    const corpus = await tempFolder({ '旧.txt': '旧闻' });
    const data = await tempFolder();
    const store = openStore(data);
    let now = new Date();
    const curator = new Curator({ corpusDir: corpus, dataDir: data, store, library: library(corpus), now: () => now });
    const { pending } = await curator.proposeRemoving('旧.txt', BY);
    now = new Date(Date.now() + 25 * 60 * 60 * 1000);
    await expect(curator.decide(pending.id, true, BY)).rejects.toMatchObject({ code: 'pending_gone' });
    expect(await readdir(corpus)).toEqual(['旧.txt']);
    await store.close();
  });
});
