/** npm as our parent: where it goes away without a word to us, nobody would stop the bot any more. */

/** How long after its end, in ms, it is noticed at the latest. */
const LOOK_EVERY_MS = 500;

/**
 * Calls `end` when the `npm start` that started this process has ended. npm hands SIGINT and SIGTERM on to what it started (hence the
 * `exec` of that script: shells do not), but a SIGHUP or a SIGKILL ends npm alone, as does any end of it on Windows. Started by anything
 * else, nothing is watched: whoever starts `node` itself may end, and the bot goes on.
 */
export function whenNpmEnds(end: () => void, env = process.env): void {
  if (env['npm_lifecycle_event'] !== 'start') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (!hasEnded(parent)) return;
    clearInterval(timer);
    end();
  }, LOOK_EVERY_MS).unref();
}

/**
 * Whether the process that was our parent has ended.
 *
 * @param current our parent by now: where the first has ended, POSIX names another; Windows goes on naming the one that is gone
 */
export function hasEnded(parent: number, current: number = process.ppid): boolean {
  if (current !== parent) return true;
  try {
    process.kill(parent, 0);
    return false;
  } catch (error) {
    // EPERM: it is there, and another user's.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
