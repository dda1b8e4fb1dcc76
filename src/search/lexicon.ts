/** Numbers for terms, and in how many passages each stands: what the forward index and the plan of a query work with. */
export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  #frequencies = new Uint32Array(1024);

  /** How many terms there are; numbers run from 0 to one less. */
  get size(): number {
    return this.#terms.length;
  }

  /** The number of a term, a new one where it is new. */
  add(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#numbers.set(term, number);
    this.#terms.push(term);
    if (number >= this.#frequencies.length) {
      const larger = new Uint32Array(this.#frequencies.length * 2);
      larger.set(this.#frequencies);
      this.#frequencies = larger;
    }
    return number;
  }

  /** The number of a term, or undefined where no passage has it. */
  numberOf(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  termOf(number: number): string {
    return this.#terms[number]!;
  }

  /** In how many passages the term stands. */
  frequency(number: number): number {
    return this.#frequencies[number]!;
  }

  /** Counts one more passage with the term. */
  count(number: number): void {
    this.#frequencies[number]!++;
  }
}
