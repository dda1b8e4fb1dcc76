/** How often one person may ask. `uses` at once, and as many again over `seconds`; 0 uses: as often as they like. */
export interface Rate {
  uses: number;
  seconds: number;
}

/**
 * Counts uses by person, in bounded memory. For each it keeps one number only: when all their uses are theirs again (the
 * “theoretical arrival time” of the generic cell rate algorithm, ITU-T I.371).
 */
export class Cooldown {
  /** In the order of the last use. */
  private readonly free = new Map<string, number>();
  private readonly perUse: number;
  private readonly burst: number;

  /** @param capacity people remembered; beyond it, who asked longest ago is forgotten, and so has all uses again */
  constructor(
    { uses, seconds }: Rate,
    private readonly capacity = 10_000,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.perUse = uses === 0 ? 0 : (seconds * 1000) / uses;
    this.burst = seconds * 1000;
  }

  /** Counts a use; or tells in how many ms the next one is free, and counts nothing. */
  take(person: string): number | null {
    if (this.perUse === 0) return null;
    const now = this.now();
    const next = Math.max(now, this.free.get(person) ?? 0) + this.perUse;
    // A hair's breadth is forgiven: sums of fractions are not exact.
    const wait = next - now - this.burst;
    if (wait > 1e-6) return wait;
    this.free.delete(person);
    this.free.set(person, next);
    const oldest = this.free.keys().next();
    if (this.free.size > this.capacity && !oldest.done) this.free.delete(oldest.value);
    return null;
  }

  get size(): number {
    return this.free.size;
  }
}
