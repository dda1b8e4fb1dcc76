import { setImmediate as nextTurn } from 'node:timers/promises';

/** Time slice, in ms, after which work yields to the event loop: about so long may a request have to wait for it. */
const STRETCH_MS = 10;

/**
 * Time slicing for CPU-bound work (cooperative scheduling): yields to the event loop whenever a slice is used up, and costs next
 * to nothing otherwise. Code that should know nothing of the event loop is a generator that yields between its steps.
 */
export class Breather {
  #since = performance.now();

  /** Await this between two steps: yields to the event loop if the slice is used up. */
  async pause(): Promise<void> {
    if (!this.#isDue()) return;
    await nextTurn();
    this.#since = performance.now();
  }

  /** Runs a generator to its end; where it yields, so does this, to the event loop, if the slice is used up. */
  async run<T>(work: Generator<void, T>): Promise<T> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (this.#isDue()) await this.pause();
    }
  }

  #isDue(): boolean {
    return performance.now() - this.#since >= STRETCH_MS;
  }
}

/** Runs a generator to its end synchronously, without yielding to the event loop. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
