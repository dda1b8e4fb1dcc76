/** Discord takes five edits of a message in two seconds; people read slower. */
const EVERY_MS = 2500;

/** Tells how far long work is, now and then: never two edits at a time, and none once the work has ended. */
export class ProgressReport {
  private last: number;
  private underWay: Promise<unknown> | null = null;

  /** @param show changes what is seen; that it fails is no reason to stop the work */
  constructor(
    private readonly show: (done: number, total: number) => Promise<unknown>,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.last = now();
  }

  /** To be called as often as one likes. */
  readonly report = (done: number, total: number): void => {
    if (this.underWay !== null || done >= total || this.now() - this.last < EVERY_MS) return;
    this.last = this.now();
    this.underWay = this.show(done, total)
      .catch(() => undefined)
      .finally(() => {
        this.underWay = null;
      });
  };

  /** Resolves when the last edit is done: what comes after it stays. */
  async settle(): Promise<void> {
    await this.underWay;
  }
}
