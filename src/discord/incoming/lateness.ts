/** The quickest arrival of this long, and of as long before it, stands for “at once”. */
const WINDOW_MS = 10 * 60_000;

/** Milliseconds since 1970 by a clock that nobody sets: a correction of the time would make everything seem late. */
const steadyNow = () => performance.timeOrigin + performance.now();

/**
 * How late interactions reach us: after a stall of ours, or a connection that came back. Their age is told by Discord's
 * clock and ours, which differ; so it is counted from the quickest arrival of the last minutes.
 */
export class Lateness {
  private quickest = Infinity;
  private quickestBefore = Infinity;
  private windowEnds = -Infinity;

  constructor(private readonly now: () => number = steadyNow) {}

  /** @param createdAt by Discord's clock, in ms @returns how many ms later than the quickest it arrives */
  of(createdAt: number): number {
    const now = this.now();
    if (now >= this.windowEnds) {
      this.quickestBefore = now >= this.windowEnds + WINDOW_MS ? Infinity : this.quickest;
      this.quickest = Infinity;
      this.windowEnds = now + WINDOW_MS;
    }
    const age = now - createdAt;
    this.quickest = Math.min(this.quickest, age);
    return age - Math.min(this.quickest, this.quickestBefore);
  }
}
