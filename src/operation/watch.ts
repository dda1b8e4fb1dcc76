import { type ChokidarOptions, watch } from 'chokidar';
import path from 'node:path';
import type { Library } from '../library.ts';
import { UserError } from '../user-error.ts';

/** Files come in swarms (a copy, a checkout): the reload waits until there was no change for so long. In ms. */
const QUIET_MS = 2000;

/** Out of watches (one a file), or of watchers. */
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
 * Reloads the library when files of its corpus come, go or change: some seconds after the last change, one reload at a
 * time. A reload that fails changes nothing, as by hand; it is tried again at the next change.
 *
 * @param quietMs how long there must be no change before the reload begins
 * @param begin what watches: chokidar, unless told
 */
export function watchCorpus(
  corpus: string,
  library: Pick<Library, 'reload'>,
  log: WatchLog,
  quietMs = QUIET_MS,
  begin: Begin = watch,
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
  const isHidden = (file: string) =>
    path
      .relative(root, file)
      .split(path.sep)
      .some((part) => part.startsWith('.') && part !== '..' && part !== '.');
  const watcher = begin(root, { ignoreInitial: true, ignored: (file) => isHidden(file), followSymlinks: false });
  watcher.on('all', later);
  // Each file that cannot be watched is an error of its own: where the limit is reached, that is the same a thousand times.
  const told = new Set<string>();
  watcher.on('error', (error) => {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (told.has(code)) return;
    told.add(code);
    log.warn({ err: error, ...(LIMITS.has(code) ? { todo: MORE_WATCHES } : {}) }, 'not all articles can be watched: use /reload');
  });
  return {
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await watcher.close();
    },
  };
}
