/** Terms between two yields of {@link Lexicon.of}: some milliseconds of work. */
const SLICE = 20_000;

/**
 * The dictionary of the index: a number for each term, used in the posting lists. Numbers are given in order of first
 * occurrence and never change; to drop terms, a new lexicon is made of the rest (`IndexBuilder.after`).
 */
export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];

  /** A lexicon of these terms, numbered in their order. Yields between slices of work. */
  static *of(terms: readonly string[]): Generator<void, Lexicon> {
    const lexicon = new Lexicon();
    for (const term of terms) if (lexicon.add(term) % SLICE === SLICE - 1) yield;
    return lexicon;
  }

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
    return number;
  }

  /** The number of a term, or undefined where no article has it. */
  numberOf(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  termOf(number: number): string {
    return this.#terms[number]!;
  }

  /** All terms in the order of their numbers. */
  terms(): readonly string[] {
    return this.#terms;
  }
}
