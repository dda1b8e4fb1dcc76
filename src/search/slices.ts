/**
 * Long work is written as a generator that pauses after some milliseconds of it; who runs it decides what a pause is
 * for. A bot lets others work meanwhile (src/breather.ts).
 */

/** Runs work without a pause. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
