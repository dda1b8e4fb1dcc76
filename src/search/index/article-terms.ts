import { inFigures } from '../../language/numerals.ts';
import { fold } from '../../language/script.ts';
import { words } from '../../language/segment.ts';
import { isWord, termOf } from '../../language/terms.ts';
import type { Indexable } from './index.ts';
import { Lexicon } from './lexicon.ts';
import { passages } from './passages.ts';

/** One tokenized article; terms are numbers in the lexicon of the {@link TermReader} that tokenized it. */
export interface ArticleTerms {
  /** '' where the title was made from the first sentence: it says nothing that the text does not say again. */
  foldedTitle: string;
  /** The folded text; null where it is the text itself. */
  folded: string | null;
  titleTerms: Uint32Array;
  /** Start and end of each passage, one after the other; UTF-16 offsets into the text. */
  spans: Uint32Array;
  /** Terms of each passage. */
  lengths: Uint32Array;
  /** The terms of all passages, one after the other. */
  terms: Uint32Array;
}

/** The tokenizer: cuts articles into passages and terms. The slow part of indexing; it needs no index, so it can run in a worker thread. */
export class TermReader {
  readonly lexicon = new Lexicon();

  /**
   * Tokenizes one article. Yields after each passage: an article may be a book.
   *
   * @example atOnce(new TermReader().reading({ title: '通车', titleBasis: 'stated', text: '桥通车了。' })).spans // [0, 5]
   */
  *reading({ title, titleBasis, text }: Indexable): Generator<void, ArticleTerms> {
    const foldedTitle = titleBasis === 'derived' ? '' : fold(title);
    const titleTerms = Uint32Array.from(this.#numbersOf(foldedTitle));
    const folded = fold(text);
    const spans = passages(text);
    const byPassage: number[][] = [];
    for (const { start, end } of spans) {
      byPassage.push(this.#numbersOf(folded.slice(start, end)));
      yield;
    }
    return {
      foldedTitle,
      folded: folded === text ? null : folded,
      titleTerms,
      spans: Uint32Array.from(spans.flatMap(({ start, end }) => [start, end])),
      lengths: Uint32Array.from(byPassage, (numbers) => numbers.length),
      terms: Uint32Array.from(byPassage.flat()),
    };
  }

  #numbersOf(folded: string): number[] {
    return words(inFigures(folded))
      .filter(isWord)
      .map((word) => this.lexicon.add(termOf(word)));
  }
}

/**
 * Maps term numbers of a {@link TermReader}'s lexicon to those of an index. A term gets its number in the index at its first
 * lookup, so the index does not depend on which thread tokenized which article, or when.
 */
export class TermTranslation {
  readonly #terms: string[] = [];
  readonly #numbers: number[] = [];

  /** Terms that the reader has met since the last call, in the order of their numbers. */
  learn(terms: readonly string[]): void {
    for (const term of terms) this.#terms.push(term);
  }

  /** How many terms are known. */
  get size(): number {
    return this.#terms.length;
  }

  /** The number in `lexicon`, which must be the same at each call. */
  numberIn(lexicon: Lexicon, term: number): number {
    return (this.#numbers[term] ??= lexicon.add(this.#terms[term]!));
  }
}
