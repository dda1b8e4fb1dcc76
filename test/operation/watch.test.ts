import { EventEmitter } from 'node:events';
import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { UserError } from '../../src/user-error.ts';
import { watchCorpus } from '../../src/operation/watch.ts';
import { BODY } from '../corpus/pages.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

const logs = () => ({ info: vi.fn(), warn: vi.fn() });
/** The watcher has begun when a first change is seen. */
function watching(folder: string, reload: () => Promise<never>, log = logs()) {
  const watch = watchCorpus(folder, { reload }, log, 50);
  onTestFinished(() => watch.close());
  return log;
}
const touch = (folder: string, name: string) => writeFile(path.join(folder, name), `${BODY}\n${Math.random()}`);

it('a change in the folder, however deep, is read by itself', async () => {
  const folder = await tempFolder({ 'a.txt': BODY, 'sub/b.txt': BODY });
  const library = await openLibrary(folder);
  const log = logs();
  const watch = watchCorpus(folder, library, log, 50);
  onTestFinished(() => watch.close());
  let wave = 0;
  // The watcher may not be ready at the first change.
  await vi.waitFor(
    async () => {
      await writeFile(path.join(folder, 'sub', 'b.txt'), `石门镇的索桥也修好了。${wave++}`);
      expect((await library.search('索桥')).total).toBe(1);
    },
    { timeout: 120_000, interval: 500 },
  );
  expect(log.info).toHaveBeenCalledWith(expect.objectContaining({ changed: 1, articles: 2 }), 'reloaded');
  expect(log.warn).not.toHaveBeenCalled();
});

it('a reload that fails is logged, one that is under way is waited for, and both are tried again', async () => {
  const folder = await tempFolder({ 'a.txt': BODY });
  const reload = vi.fn<() => Promise<never>>();
  reload.mockRejectedValueOnce(new UserError('reload_running', 'running')).mockRejectedValue(new Error('disk'));
  const log = watching(folder, reload);
  await vi.waitFor(
    async () => {
      if (reload.mock.calls.length === 0) await touch(folder, 'a.txt');
      expect(reload.mock.calls.length).toBeGreaterThanOrEqual(2);
    },
    { timeout: 120_000, interval: 300 },
  );
  await vi.waitFor(() =>
    expect(log.warn).toHaveBeenCalledWith(
      { err: expect.objectContaining({ message: 'disk' }) as Error },
      expect.stringContaining('not reloaded'),
    ),
  );
  const calls = reload.mock.calls.length;
  await vi.waitFor(
    async () => {
      await touch(folder, 'b.txt');
      expect(reload.mock.calls.length).toBeGreaterThan(calls);
    },
    { timeout: 120_000, interval: 300 },
  );
});

it('follows the folder that a link leads to, and the one that takes its place', async () => {
  const folder = await tempFolder({ 'one/a.txt': BODY, 'two/a.txt': BODY });
  const link = path.join(folder, 'articles');
  await symlink(path.join(folder, 'one'), link);
  const reload = vi.fn<() => Promise<never>>().mockRejectedValue(new Error('not now'));
  const watch = watchCorpus(link, { reload }, logs(), 50, undefined, 50);
  onTestFinished(() => watch.close());
  const seen = async (act: () => Promise<void>) => {
    const before = reload.mock.calls.length;
    await vi.waitFor(
      async () => {
        if (reload.mock.calls.length === before) await act();
        expect(reload.mock.calls.length).toBeGreaterThan(before);
      },
      { timeout: 60_000, interval: 300 },
    );
  };
  await seen(() => touch(folder, 'one/b.txt'));
  // Set anew in one step, as deployments do.
  await symlink(path.join(folder, 'two'), path.join(folder, 'next'));
  let renamed = false;
  await seen(async () => {
    if (!renamed) await rename(path.join(folder, 'next'), link);
    renamed = true;
  });
  await seen(() => touch(folder, 'two/b.txt'));
  // Another folder of the same name.
  let replaced = false;
  await seen(async () => {
    if (replaced) return;
    replaced = true;
    await rename(path.join(folder, 'two'), path.join(folder, 'old'));
    await mkdir(path.join(folder, 'two'));
  });
  await seen(() => touch(folder, 'two/c.txt'));
});

it('hidden files and folders are nothing to it', async () => {
  const folder = await tempFolder({ 'a.txt': BODY, '.cache/x': 'x' });
  const reload = vi.fn<() => Promise<never>>().mockRejectedValue(new Error('not now'));
  watching(folder, reload);
  await vi.waitFor(
    async () => {
      if (reload.mock.calls.length === 0) await touch(folder, 'a.txt');
      expect(reload).toHaveBeenCalled();
    },
    { timeout: 120_000, interval: 300 },
  );
  await new Promise((resolve) => setTimeout(resolve, 400));
  const calls = reload.mock.calls.length;
  await touch(folder, '.cache/x');
  await touch(folder, '.b.txt.swp');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(reload.mock.calls.length).toBe(calls);
});

it('where there are too few watches, that is told once, with what to do', () => {
  const log = logs();
  const watcher = new EventEmitter() as EventEmitter & { close(): Promise<void> };
  watcher.close = () => Promise.resolve();
  const watch = watchCorpus('/articles', { reload: vi.fn() }, log, 50, () => watcher);
  onTestFinished(() => watch.close());
  for (let i = 0; i < 3; i++) watcher.emit('error', Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
  watcher.emit('error', Object.assign(new Error('denied'), { code: 'EACCES' }));
  expect(log.warn).toHaveBeenCalledTimes(2);
  expect(log.warn).toHaveBeenCalledWith(
    expect.objectContaining({ todo: expect.stringContaining('max_user_watches') as string }),
    expect.stringContaining('/reload'),
  );
});
