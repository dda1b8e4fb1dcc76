/** The order to stop: how it comes, and by when it must have been followed. */
import { whenOutputCloses } from './output.ts';
import { whenNpmEnds } from './parent.ts';

/** A terminal that is closed, Ctrl+C, a service manager. */
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;
/**
 * Signals within this long in ms are one order: Ctrl+C under `npm start` reaches us twice, from the terminal and from npm, and a service
 * manager may send SIGHUP behind SIGTERM. A later one is impatience.
 */
const SAME_ORDER_MS = 1000;
/** As a shell tells that a program was interrupted. */
const INTERRUPTED = 130;

export interface StopOrder {
  /** Resolves with what ordered it: a signal's name, `output` where nobody reads ours any more, `npm` where the npm above us has ended. */
  readonly given: Promise<string>;
  /** From now on an order that is given has been followed after so many ms: the process ends then, whatever is under way. */
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
