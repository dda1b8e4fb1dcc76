/** A pool of worker threads that may take a task. */
export interface Helpers<T, R> {
  /**
   * Hands a task to a free worker.
   *
   * @returns its result, which rejects with {@link HelperLost} where the worker has died; null where no worker is free
   */
  offer(task: T): Promise<R> | null;
}

/** The worker died before it finished the task, which can be run again. */
export class HelperLost extends Error {}

interface Entry<T, R> {
  task: T;
  /** Queued, running, or done. */
  state: 'waiting' | 'taken' | 'done';
  result: Promise<R> | null;
  value?: R;
  error?: unknown;
}

/**
 * An ordered parallel map: results come in the order of the tasks, whichever thread ran them. Free workers get tasks; this thread
 * runs the one whose result is due next, or else the first queued one, and waits only where all are running.
 *
 * @param own runs a task in this thread; it should yield to the event loop
 * @param ahead look-ahead: at most so many tasks are queued, running or buffered
 * @example for await (const square of inOrder([1, 2, 3], (n) => Promise.resolve(n * n), { offer: () => null })) …
 */
export async function* inOrder<T, R>(
  tasks: Iterable<T> | AsyncIterable<T>,
  own: (task: T) => Promise<R>,
  helpers: Helpers<T, R>,
  ahead = 16,
): AsyncGenerator<R> {
  const queue: Entry<T, R>[] = [];
  const source = Symbol.asyncIterator in tasks ? tasks[Symbol.asyncIterator]() : tasks[Symbol.iterator]();
  let ended = false;
  /** Offers the queued tasks to workers, except the first, which this thread keeps for itself. */
  const giveAway = () => {
    for (const entry of queue.slice(1)) if (entry.state === 'waiting') give(entry);
  };
  const give = (entry: Entry<T, R>) => {
    const result = helpers.offer(entry.task);
    if (result === null) return;
    entry.state = 'taken';
    entry.result = result;
    result
      .then(
        (value) => Object.assign(entry, { state: 'done', value }),
        (error: unknown) =>
          Object.assign(entry, error instanceof HelperLost ? { state: 'waiting', result: null } : { state: 'done', error }),
      )
      .then(giveAway, () => undefined);
  };
  for (;;) {
    while (!ended && queue.length < ahead) {
      const next = await source.next();
      if (next.done) ended = true;
      else queue.push({ task: next.value, state: 'waiting', result: null });
      giveAway();
    }
    const head = queue[0];
    if (!head) return;
    if (head.state === 'taken' && !queue.some(({ state }) => state === 'waiting')) await head.result!.catch(() => undefined);
    else if (head.state !== 'done') {
      const entry = queue.find(({ state }) => state === 'waiting')!;
      entry.state = 'taken';
      try {
        entry.value = await own(entry.task);
      } catch (error) {
        entry.error = error;
      }
      entry.state = 'done';
    }
    if (head.state !== 'done') continue;
    queue.shift();
    if ('error' in head) throw head.error;
    yield head.value as R;
  }
}
