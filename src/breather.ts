import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work is laid down after this long, in ms: what is asked meanwhile waits no longer. */
const STRETCH_MS = 10;

/**
 * Long work in short stretches: awaited between its steps, it lets the event loop see to everything else whenever a
 * stretch has lasted long enough, and costs next to nothing otherwise.
 */
export class Breather {
  #since = performance.now();

  async pause(): Promise<void> {
    if (performance.now() - this.#since < STRETCH_MS) return;
    await nextTurn();
    this.#since = performance.now();
  }

  /** Runs work that pauses of itself now and then. */
  async run<T>(work: Generator<void, T>): Promise<T> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      await this.pause();
    }
  }
}
