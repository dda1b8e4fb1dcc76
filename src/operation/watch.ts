import { type ChokidarOptions, watch } from 'chokidar';
import { realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Library } from '../library.ts';
import { UserError } from '../user-error.ts';

/** Debounce, in ms: files change in bursts (a copy, a checkout), and the reload starts after so long without a change. */
const QUIET_MS = 2000;

/** Polling interval, in ms, of the check whether the corpus path still leads to the watched folder. */
const LOOK_MS = 5000;

/** Error codes: out of inotify watches (one a file), out of file descriptors or watchers. */
const LIMITS = new Set(['ENOSPC', 'EMFILE']);
const MORE_WATCHES = 'raise the limits: sysctl fs.inotify.max_user_watches=1000000 fs.inotify.max_user_instances=512';

export interface WatchLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

export interface Watch {
  close(): Promise<void>;
}

type Begin = (
  root: string,
  options: ChokidarOptions,
) => Watch & { on(event: 'all', listener: () => void): unknown; on(event: 'error', listener: (error: unknown) => void): unknown };

/**
 * Reloads the library when files of its corpus are added, removed or changed: debounced, and one reload at a time. A failed
 * reload changes nothing, as with `/reload`; the next change retries it. Where another folder takes the place of the corpus (a
 * symbolic link is replaced, a folder renamed), that one is read and watched from then on.
 *
 * @param quietMs debounce: time without a change before the reload begins
 * @param begin starts the watcher: chokidar by default
 * @param lookMs polling interval of the check for a replaced folder
 */
export function watchCorpus(
  corpus: string,
  library: Pick<Library, 'reload'>,
  log: WatchLog,
  quietMs = QUIET_MS,
  begin: Begin = watch,
  lookMs = LOOK_MS,
): Watch {
  let timer: NodeJS.Timeout | null = null;
  let closed = false;
  const root = path.resolve(corpus);
  const later = () => {
    if (timer) clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void reload(), quietMs);
  };
  const reload = async () => {
    timer = null;
    try {
      const { changes, status } = await library.reload();
      const { added, removed, changed, rejected } = changes;
      log.info(
        {
          added: added.length,
          removed: removed.length,
          changed: changed.length,
          rejected: rejected.length,
          articles: status.articles,
          ms: status.build_ms,
        },
        'reloaded',
      );
    } catch (error) {
      // Somebody else's reload may have begun before this change.
      if (error instanceof UserError && error.code === 'reload_running') return later();
      log.warn({ err: error }, 'not reloaded: the articles loaded before still answer');
    }
  };
  // What is watched is the folder that a link leads to. Below it links are not followed: what they lead to is in the folder, or not read.
  const watchNow = () => {
    const real = realPath(root);
    const watcher = begin(real, { ignoreInitial: true, ignored: (file) => isHidden(real, file), followSymlinks: false });
    watcher.on('all', later);
    watcher.on('error', failed);
    return watcher;
  };
  // Each file that cannot be watched is an error of its own: where the limit is reached, that is the same a thousand times.
  const told = new Set<string>();
  const failed = (error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (told.has(code)) return;
    told.add(code);
    log.warn({ err: error, ...(LIMITS.has(code) ? { todo: MORE_WATCHES } : {}) }, 'not all articles can be watched: use /reload');
  };
  let watcher = watchNow();
  let known: string | null = null;
  const look = async () => {
    const found = await identityOf(root);
    // While there is none, there is nothing to read: what was loaded answers on.
    if (closed || found === null || found === known) return;
    const isOther = known !== null;
    known = found;
    if (!isOther) return;
    const before = watcher;
    watcher = watchNow();
    later();
    await before.close();
  };
  void look();
  const looking = setInterval(() => void look(), lookMs);
  looking.unref();
  return {
    async close() {
      closed = true;
      clearInterval(looking);
      if (timer) clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** A folder's own path, without links; as it was given where there is none. */
function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/** What tells a folder from another in its place: its device and inode. */
async function identityOf(folder: string): Promise<string | null> {
  const info = await stat(folder, { bigint: true }).catch(() => null);
  return info && `${info.dev} ${info.ino}`;
}

/** Hidden files are no articles; `..data`, behind which a cluster's volumes exchange their files, is no such name. */
function isHidden(root: string, file: string): boolean {
  return path
    .relative(root, file)
    .split(path.sep)
    .some((part) => part.startsWith('.') && !part.startsWith('..') && part !== '.');
}
