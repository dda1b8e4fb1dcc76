/** Whoever else may take a task: threads. */
export interface Helpers<T, R> {
  /**
   * Gives a task away.
   *
   * @returns its result, which rejects with {@link HelperLost} where nobody will bring it; null where nobody is free for it
   */
  offer(task: T): Promise<R> | null;
}

/** Who had taken the task is gone; the task is as it was. */
export class HelperLost extends Error {}

interface Entry<T, R> {
  task: T;
  /** `waiting` for somebody, `taken`, or done. */
  state: 'waiting' | 'taken' | 'done';
  result: Promise<R> | null;
  value?: R;
  error?: unknown;
}

/**
 * The results of tasks in the order of the tasks, whoever does them: helpers where they are free, and this thread, which
 * takes the task whose result is due next, or else the first that nobody has taken. It waits only where all are taken.
 *
 * @param own does a task here; it should give way to the event loop
 * @param ahead at most so many tasks are begun or kept that have not been asked for
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
  /** Gives away what waits, but for the first, which is ours. */
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
