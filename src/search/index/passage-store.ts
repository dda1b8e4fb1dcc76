import type { Span } from '../../language/span.ts';
import { GrowingNumbers } from './growing.ts';

/** Where each passage stands: its article, its place in the article's text, its number of words. */
export class PassageStore {
  constructor(
    readonly articles: Uint32Array,
    readonly starts: Uint32Array,
    readonly ends: Uint32Array,
    /** Words of each passage. */
    readonly lengths: Uint32Array,
    /** The first passage of each article. */
    readonly firsts: Uint32Array,
  ) {}

  /** How many passages there are. */
  get size(): number {
    return this.articles.length;
  }

  articleOf(passage: number): number {
    return this.articles[passage]!;
  }

  /** UTF-16 offsets in the article's text. */
  spanOf(passage: number): Span {
    return { start: this.starts[passage]!, end: this.ends[passage]! };
  }

  /** The passages of an article, first and one past the last. */
  passagesOf(article: number): { first: number; end: number } {
    return { first: this.firsts[article]!, end: this.firsts[article + 1] ?? this.size };
  }
}

/** A {@link PassageStore} that is still being filled: articles in order, the passages of each one after the other. */
export class PassageStoreWriter {
  readonly #articles = new GrowingNumbers();
  readonly #starts = new GrowingNumbers();
  readonly #ends = new GrowingNumbers();
  readonly #lengths = new GrowingNumbers();
  readonly #firsts = new GrowingNumbers();

  /** Begins the next article; returns its number. */
  beginArticle(): number {
    this.#firsts.push(this.#articles.length);
    return this.#firsts.length - 1;
  }

  /** Adds a passage of `words` words to the article begun last. */
  add(span: Span, words: number): void {
    this.#articles.push(this.#firsts.length - 1);
    this.#starts.push(span.start);
    this.#ends.push(span.end);
    this.#lengths.push(words);
  }

  /** Freezes the store; yields between slices of work. */
  *finishing(): Generator<void, PassageStore> {
    return new PassageStore(
      yield* this.#articles.taking(),
      yield* this.#starts.taking(),
      yield* this.#ends.taking(),
      yield* this.#lengths.taking(),
      yield* this.#firsts.taking(),
    );
  }
}
