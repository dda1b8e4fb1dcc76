/**
 * Long work is written as a generator that pauses after some milliseconds of it; who runs it decides what a pause is
 * for.
 */

/** Runs work without a pause. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Runs work, and lets the event loop breathe at each pause: a bot goes on answering. */
export async function inSlices<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
