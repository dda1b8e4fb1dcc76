import type { Span } from './sentences.ts';

/** A `Uint32Array` that grows. */
class Numbers {
  #values = new Uint32Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  slice(start: number, end: number): Uint32Array {
    return this.#values.subarray(start, end);
  }

  /** Gives back the room that growth left over. */
  trim(): void {
    this.#values = this.#values.slice(0, this.length);
  }
}

/**
 * The forward index: for each passage its article, its place in the article's text, and its words in order as term
 * numbers, in flat arrays (4 bytes a word).
 */
export class PassageStore {
  readonly #articles = new Numbers();
  readonly #starts = new Numbers();
  readonly #ends = new Numbers();
  readonly #words = new Numbers();
  readonly #firstWords = new Numbers();
  readonly #firstPassages = new Numbers();

  /** How many passages there are. */
  get size(): number {
    return this.#articles.length;
  }

  /** Mean number of words in a passage. */
  get meanLength(): number {
    return this.size === 0 ? 0 : this.#words.length / this.size;
  }

  /** Articles come in order, and the passages of each follow one another. Returns the passage's number. */
  add(article: number, span: Span, words: readonly number[]): number {
    const passage = this.#articles.length;
    while (this.#firstPassages.length <= article) this.#firstPassages.push(passage);
    this.#articles.push(article);
    this.#starts.push(span.start);
    this.#ends.push(span.end);
    this.#firstWords.push(this.#words.length);
    for (const word of words) this.#words.push(word);
    return passage;
  }

  seal(): void {
    for (const numbers of [this.#articles, this.#starts, this.#ends, this.#words, this.#firstWords, this.#firstPassages]) numbers.trim();
  }

  articleOf(passage: number): number {
    return this.#articles.at(passage);
  }

  /** UTF-16 offsets in the article's text. */
  spanOf(passage: number): Span {
    return { start: this.#starts.at(passage), end: this.#ends.at(passage) };
  }

  /** Term numbers in the order of the text; a view, not a copy. */
  wordsOf(passage: number): Uint32Array {
    const end = passage + 1 < this.size ? this.#firstWords.at(passage + 1) : this.#words.length;
    return this.#words.slice(this.#firstWords.at(passage), end);
  }

  /** The passages of an article, first and one past the last. */
  passagesOf(article: number): { first: number; end: number } {
    const end = article + 1 < this.#firstPassages.length ? this.#firstPassages.at(article + 1) : this.size;
    return { first: this.#firstPassages.at(article), end };
  }
}
