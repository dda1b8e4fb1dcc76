import type { Worker } from 'node:worker_threads';
import { HelperLost } from '../../steps/in-order.ts';
import { endThread, startThread } from './start.ts';

/** To a thread: a task and its number. */
export interface NumberedTask<Task> {
  number: number;
  task: Task;
}

/** From a thread: that it is ready, or what came of a task. */
export type Report<Result> = 'ready' | { number: number; result: Result } | { number: number; error: Error };

interface Given<Result> {
  weight: number;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * A thread that does tasks one after the other; what it runs takes them by `answerTasks`. It may be given the next ones before it
 * is ready for them.
 *
 * @example const result = await new TaskThread<string, number>(url).run('旅游扶贫')
 */
export class TaskThread<Task, Result> {
  #isReady = false;
  #isGone = false;
  #weight = 0;
  #numbers = 0;
  #cause: unknown = undefined;
  readonly #given = new Map<number, Given<Result>>();
  readonly #worker: Worker;

  /**
   * @param url the module that it runs
   * @param failed is told of an error that ends it
   */
  constructor(url: URL, failed: (error: unknown) => void = () => undefined) {
    this.#worker = startThread(url);
    this.#worker.on('message', (report: Report<Result>) => this.#reported(report));
    this.#worker.on('error', (error) => {
      this.#cause = error;
      failed(error);
    });
    this.#worker.on('exit', () => {
      this.#isReady = false;
      this.#isGone = true;
      for (const { reject } of this.#given.values()) reject(this.#lost());
      this.#given.clear();
    });
  }

  /** Whether it has loaded what it needs, and has not ended. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** The sum of the weights of what it has been given and not yet done. */
  get weight(): number {
    return this.#weight;
  }

  /** Has a task done. Rejects with the task's own error, or with {@link HelperLost} where the thread ends before. */
  run(task: Task, weight = 1): Promise<Result> {
    if (this.#isGone) return Promise.reject(this.#lost());
    const order: NumberedTask<Task> = { number: this.#numbers++, task };
    this.#weight += weight;
    this.#worker.postMessage(order);
    return new Promise((resolve, reject) => this.#given.set(order.number, { weight, resolve, reject }));
  }

  /** Ends it after the task that it is at; what it has not begun rejects. */
  close(): Promise<void> {
    return endThread(this.#worker);
  }

  #lost(): HelperLost {
    return new HelperLost('The thread ended before it had done its task', { cause: this.#cause });
  }

  #reported(report: Report<Result>): void {
    if (report === 'ready') {
      this.#isReady = true;
      return;
    }
    const given = this.#given.get(report.number);
    if (!given) return;
    this.#given.delete(report.number);
    this.#weight -= given.weight;
    if ('error' in report) given.reject(report.error);
    else given.resolve(report.result);
  }
}
