import { parentPort, type TransferListItem } from 'node:worker_threads';
import type { NumberedTask, Report } from './task-thread.ts';

/**
 * The thread's side of `TaskThread`: says that it is ready and does its tasks in the order in which they come.
 *
 * @param done does a task; what it throws goes back as that task's error
 * @param handedOver what of a result need not be copied, for it is not used here again
 */
export function answerTasks<Task, Result>(
  done: (task: Task) => Result | Promise<Result>,
  handedOver: (result: Result) => TransferListItem[] = () => [],
): void {
  const port = parentPort!;
  let before: Promise<void> = Promise.resolve();
  port.on('message', ({ number, task }: NumberedTask<Task>) => {
    before = before.then(async () => {
      try {
        const result = await done(task);
        port.postMessage({ number, result } satisfies Report<Result>, handedOver(result));
      } catch (error) {
        port.postMessage({ number, error: error instanceof Error ? error : new Error(String(error)) } satisfies Report<Result>);
      }
    });
  });
  port.postMessage('ready');
}
