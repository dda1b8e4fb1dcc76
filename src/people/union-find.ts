/** Disjoint sets of the numbers below `size`, with path halving and union by size: near-linear (Tarjan 1975). */
export class UnionFind {
  readonly #parent: Int32Array;
  readonly #size: Int32Array;
  /** Steps taken towards roots so far: what a test counts. */
  steps = 0;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
    this.#size = new Int32Array(size).fill(1);
  }

  /** The number that stands for the set of `i`. */
  find(i: number): number {
    let at = i;
    while (this.#parent[at]! !== at) {
      this.steps++;
      this.#parent[at] = this.#parent[this.#parent[at]!]!;
      at = this.#parent[at]!;
    }
    return at;
  }

  union(a: number, b: number): void {
    const [one, other] = [this.find(a), this.find(b)];
    if (one === other) return;
    const [large, small] = this.#size[one]! >= this.#size[other]! ? [one, other] : [other, one];
    this.#parent[small] = large;
    this.#size[large]! += this.#size[small]!;
  }

  /** The sets, each with its members in ascending order, in the order of their first members. */
  groups(): number[][] {
    const byRoot = new Map<number, number[]>();
    for (let i = 0; i < this.#parent.length; i++) {
      const group = byRoot.get(this.find(i));
      if (group) group.push(i);
      else byRoot.set(this.find(i), [i]);
    }
    return [...byRoot.values()];
  }
}
