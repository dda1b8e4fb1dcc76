/** Graceful shutdown: which signals start it, and its deadline. */
import { whenOutputCloses } from './output.ts';
import { whenNpmEnds } from './parent.ts';

/** A terminal that is closed, Ctrl+C, a service manager. */
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;
/**
 * Signals within this long, in ms, count as one: Ctrl+C under `npm start` reaches us twice, from the terminal and from npm, and a service
 * manager may send SIGHUP after SIGTERM. A later one forces the exit.
 */
const SAME_ORDER_MS = 1000;
/** Exit status by the shells' convention: 128 + SIGINT. */
const INTERRUPTED = 130;

export interface StopOrder {
  /** Resolves with what ordered it: a signal's name, `output` where nobody reads ours any more, `npm` where the npm above us has ended. */
  readonly given: Promise<string>;
  /** Sets the deadline, in ms after the order to stop: the process exits then, whatever is under way. */
  within(ms: number): void;
  /** Gives the order. */
  give(by: string): void;
}

/**
 * Listens for the order to stop. Called before anything else is loaded: what comes sooner ends Node itself.
 *
 * @param exit ends the process: after the time of {@link StopOrder.within} with 0, at a second signal after a second with 130
 */
export function listenForStop(exit: (status: number) => void = (status) => process.exit(status)): StopOrder {
  let at: number | null = null;
  let resolve: (by: string) => void;
  const given = new Promise<string>((resolved) => {
    resolve = resolved;
  });
  const order: StopOrder = {
    given,
    within: (ms) => void given.then(() => setTimeout(() => exit(0), Math.max(0, ms - (performance.now() - at!))).unref()),
    give: (by) => {
      at ??= performance.now();
      resolve(by);
    },
  };
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (at !== null && performance.now() - at > SAME_ORDER_MS) exit(INTERRUPTED);
      order.give(signal);
    });
  }
  whenOutputCloses(() => order.give('output'));
  whenNpmEnds(() => order.give('npm'));
  return order;
}
