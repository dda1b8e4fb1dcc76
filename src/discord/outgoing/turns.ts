import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many answers are worked on at once. Whoever comes then is told first that it takes a while. */
const AT_ONCE = 4;
/** An answer that takes longer than this (a reload, a file) gives its turn away while it goes on, in ms. */
const TURN_MS = 1000;
/** So long at most does everybody's work wait for signs of life that are being sent, in ms: a socket may hang. */
const SENDING_MS = 2500;

/** Nobody has come for so many turns of the event loop: what was on the network has been read. */
const QUIET = 3;

/**
 * Turns for the work behind answers. Hundreds that come at once would all be worked on before anybody is told anything, and Discord
 * forgets in three seconds: so signs of life go first, then the work, in the order in which it came.
 */
export class Turns {
  #working = 0;
  #sending = 0;
  #arrived = 0;
  #isGoing = false;
  readonly #waiting = new Set<() => void>();

  /** @param atOnce how many may work at once */
  constructor(private readonly atOnce = AT_ONCE) {}

  /** Whether the next one would have to wait. */
  get areTaken(): boolean {
    return this.#working >= this.atOnce || this.#waiting.size > 0;
  }

  /** Sends a sign of life: work that has not begun waits for it. */
  async first<T>(send: () => Promise<T>): Promise<T> {
    this.#sending++;
    this.#arrived++;
    const sent = once(() => {
      this.#sending--;
      void this.#go();
    });
    const timer = setTimeout(sent, SENDING_MS);
    try {
      return await send();
    } finally {
      clearTimeout(timer);
      sent();
    }
  }

  /** Does work when its turn has come; rejects as the work does. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.areTaken) await new Promise<void>((begin) => this.#waiting.add(begin));
    else this.#working++;
    const over = once(() => {
      this.#working--;
      void this.#go();
    });
    const timer = setTimeout(over, TURN_MS);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
      over();
    }
  }

  /** Begins what waits, one after the other: what came on the network meanwhile is seen to before each. */
  async #go(): Promise<void> {
    if (this.#isGoing) return;
    this.#isGoing = true;
    for (const begin of this.#waiting) {
      await this.#quiet();
      if (this.#sending > 0 || this.#working >= this.atOnce) break;
      this.#waiting.delete(begin);
      this.#working++;
      begin();
    }
    this.#isGoing = false;
  }

  async #quiet(): Promise<void> {
    const until = performance.now() + SENDING_MS;
    for (let [quiet, arrived] = [0, this.#arrived]; quiet < QUIET && performance.now() < until; quiet++) {
      await nextTurn();
      if (this.#arrived !== arrived) [quiet, arrived] = [0, this.#arrived];
    }
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
