import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work is laid down after this long, in ms: what is asked meanwhile waits no longer. */
const STRETCH_MS = 10;

/**
 * Long work in short stretches: it lets the event loop see to everything else whenever a stretch has lasted long
 * enough, and costs next to nothing otherwise. Work that knows nothing of the event loop is written as a generator that
 * yields between its steps.
 */
export class Breather {
  #since = performance.now();

  /** To be awaited between two steps. */
  async pause(): Promise<void> {
    if (!this.#isDue()) return;
    await nextTurn();
    this.#since = performance.now();
  }

  /** Runs work to its end, and pauses where it yields. */
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

/** Runs work to its end without a pause. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
