import { closeSync, openSync, readSync } from 'node:fs';
import { PerformanceObserver } from 'node:perf_hooks';

/** A stretch in which the event loop was held. Times in ms, as `performance.now()`. */
export interface Stretch {
  from: number;
  to: number;
  /** How long it was held, less the time in which this thread waited for a processor: what other programs do is not ours. */
  held: number;
  /** Of that, spent collecting garbage. */
  gc: number;
}

const TICK_MS = 1;
/** Shorter ones are not kept one by one. In ms. */
const WORTH_KEEPING = 20;

/**
 * Watches how long the event loop is held: a timer that is due each millisecond comes late by just that much. On Linux
 * the time in which the thread was ready and had no processor is taken off (schedstat), so that a busy machine does not
 * look like a slow program.
 */
export class LoopWatch {
  readonly stretches: Stretch[] = [];
  #longest = 0;
  #collected: { from: number; to: number }[] = [];
  #timer: NodeJS.Timeout;
  #last = performance.now();
  #waited: number;
  readonly #schedstat: number | null;
  readonly #observer: PerformanceObserver;
  readonly #buffer = Buffer.alloc(128);

  constructor() {
    this.#schedstat = openedOrNull(`/proc/self/task/${process.pid}/schedstat`);
    this.#waited = this.#waiting();
    this.#observer = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) this.#collected.push({ from: startTime, to: startTime + duration });
    });
    this.#observer.observe({ entryTypes: ['gc'] });
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  /** The stretches since the last call, the longest first, and how long the longest one of all was. */
  take(): { longest: number; stretches: Stretch[] } {
    this.#tick();
    const stretches = this.stretches
      .splice(0)
      .map((one) => ({ ...one, gc: this.#gcWithin(one) }))
      .sort((a, b) => b.held - a.held);
    const longest = this.#longest;
    this.#longest = 0;
    this.#collected = [];
    return { longest, stretches };
  }

  close(): void {
    clearInterval(this.#timer);
    this.#observer.disconnect();
    if (this.#schedstat !== null) closeSync(this.#schedstat);
  }

  #tick(): void {
    const [now, waited] = [performance.now(), this.#waiting()];
    const held = Math.max(0, now - this.#last - TICK_MS - (waited - this.#waited));
    this.#longest = Math.max(this.#longest, held);
    if (held > WORTH_KEEPING) this.stretches.push({ from: this.#last, to: now, held, gc: 0 });
    [this.#last, this.#waited] = [now, waited];
  }

  #gcWithin({ from, to }: Stretch): number {
    return this.#collected.reduce((sum, one) => sum + Math.max(0, Math.min(to, one.to) - Math.max(from, one.from)), 0);
  }

  /** How long this thread has waited for a processor since it began, in ms; 0 where the system does not tell. */
  #waiting(): number {
    if (this.#schedstat === null) return 0;
    const length = readSync(this.#schedstat, this.#buffer, 0, this.#buffer.length, 0);
    return Number(this.#buffer.toString('latin1', 0, length).split(' ')[1]) / 1e6;
  }
}

function openedOrNull(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch {
    return null;
  }
}
