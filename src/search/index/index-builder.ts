import { atOnce } from '../../steps/breather.ts';
import { isFunctionWord } from '../../language/terms.ts';
import { type ArticleTerms, TermReader, TermTranslation } from './article-terms.ts';
import { PairCounter } from './bigrams.ts';
import { GrowingNumbers } from './growing.ts';
import { type Indexable, SearchIndex } from './index.ts';
import { Lexicon } from './lexicon.ts';
import { PassageStoreWriter } from './passage-store.ts';
import { posting, Postings } from './postings.ts';
import { innerTerms } from '../question/question.ts';
import { type SparseRows, SparseRowsWriter } from './sparse-rows.ts';
import { IndexStatistics } from './statistics.ts';

/** The previous index and its forward index (passages × terms), from which unchanged articles are copied. */
interface Older {
  index: SearchIndex;
  rows: SparseRows;
  /** The next lexicon, and the map from old term numbers to new ones; null where the numbers stay. */
  lexicon: Lexicon;
  numbers: Uint32Array | null;
}

/** The lexicon is compacted once this share of its terms is in no passage any more. */
const MOST_GONE = 0.1;
/** Terms handled between two yields: some milliseconds of work. */
const SLICE = 20_000;

/** Gathers articles, one after the other, into a {@link SearchIndex}. */
export class IndexBuilder {
  readonly #lexicon: Lexicon;
  readonly #older: Older | null;
  readonly #passages = new PassageStoreWriter();
  readonly #pairs = new PairCounter();
  readonly #folded: string[] = [];
  readonly #foldedTitles: string[] = [];
  /** The forward index (passages × terms) as it grows; the posting lists are its transpose. */
  readonly #rows = new SparseRowsWriter();
  /** By term: the index of its latest entry among those of all rows, plus 1; 0 where it has none. */
  readonly #places = new GrowingNumbers();
  /** By term: the shorter terms in it; undefined where not yet computed, null for stop words. */
  readonly #inner: (readonly number[] | null | undefined)[] = [];
  readonly #reader = new TermReader();
  readonly #translation = new TermTranslation();

  private constructor(older: Older | null) {
    this.#older = older;
    this.#lexicon = older?.lexicon ?? new Lexicon();
  }

  static fresh(): IndexBuilder {
    return new IndexBuilder(null);
  }

  /** A builder that can {@link keep} articles of an older index without tokenizing them again. Yields between slices of work. */
  static *after(index: SearchIndex): Generator<void, IndexBuilder> {
    const rows = yield* index.postings.rows.transposed(index.store.size);
    return new IndexBuilder({ index, rows, ...(yield* withoutGone(index)) });
  }

  /** Takes over an article of the older index, by its number there; returns its number here. */
  keep(number: number): number {
    if (!this.#older) throw new Error('There is no older index to keep articles of.');
    const { index, rows, numbers } = this.#older;
    const article = this.#passages.beginArticle();
    const folded = index.folded[number]!;
    this.#folded.push(folded);
    this.#foldedTitles.push(index.foldedTitles[number]!);
    const { first, end } = index.store.passagesOf(number);
    for (let passage = first; passage < end; passage++) {
      const span = index.store.spanOf(passage);
      this.#passages.add(span, index.store.lengths[passage]!);
      this.#pairs.count(folded.slice(span.start, span.end));
      this.#rows.beginRow();
      for (let i = rows.firsts[passage]!; i < rows.firsts[passage + 1]!; i++) {
        const term = rows.columns[i]!;
        this.#rows.push(numbers === null ? term : numbers[term]!, rows.values[i]!);
      }
    }
    return article;
  }

  /** Adds the next article; returns its number. Yields after each passage: an article may be a book. */
  *adding(article: Indexable): Generator<void, number> {
    const terms = yield* this.#reader.reading(article);
    this.#translation.learn(this.#reader.lexicon.terms().slice(this.#translation.size));
    return yield* this.merging(article.text, terms, this.#translation);
  }

  /** The same for an article tokenized elsewhere; `translation` maps its term numbers. */
  *merging(text: string, read: ArticleTerms, translation: TermTranslation): Generator<void, number> {
    const article = this.#passages.beginArticle();
    this.#foldedTitles.push(read.foldedTitle);
    // Where nothing was converted, one string serves as both.
    const folded = read.folded ?? text;
    this.#folded.push(folded);
    const numbersOf = (terms: Uint32Array) => Array.from(terms, (term) => translation.numberIn(this.#lexicon, term));
    const titleWords = numbersOf(read.titleTerms);
    for (let passage = 0, first = 0; passage < read.lengths.length; first += read.lengths[passage++]!) {
      const span = { start: read.spans[2 * passage]!, end: read.spans[2 * passage + 1]! };
      const numbers = numbersOf(read.terms.subarray(first, first + read.lengths[passage]!));
      this.#passages.add(span, numbers.length);
      this.#pairs.count(folded.slice(span.start, span.end));
      this.#post(numbers, titleWords);
      yield;
    }
    return article;
  }

  /** {@link adding} without yielding. */
  add(article: Indexable): number {
    return atOnce(this.adding(article));
  }

  /** The folded text of an article that was added. */
  foldedOf(article: number): string {
    return this.#folded[article]!;
  }

  /** Finishes the index. Yields between slices of work. */
  *finishing(): Generator<void, SearchIndex> {
    const postings = new Postings(yield* (yield* this.#rows.finishing()).transposed(this.#lexicon.size));
    const store = yield* this.#passages.finishing();
    const statistics = new IndexStatistics(this.#lexicon, postings, store, this.#pairs.finish());
    return new SearchIndex(this.#lexicon, postings, store, statistics, this.#folded, this.#foldedTitles);
  }

  #post(numbers: readonly number[], titleWords: readonly number[]): void {
    this.#rows.beginRow();
    const begin = this.#rows.length;
    this.#countAll(numbers, begin, posting.word, posting.inner);
    this.#countAll(titleWords, begin, posting.title, posting.title);
  }

  #countAll(numbers: readonly number[], begin: number, whole: number, within: number): void {
    for (const number of numbers) {
      const inner = this.#innerOf(number);
      // Stop words get no postings: their posting lists would be the longest and discriminate nothing.
      if (inner === null) continue;
      this.#count(number, begin, whole);
      for (const one of inner) this.#count(one, begin, within);
    }
  }

  #count(term: number, begin: number, what: number): void {
    while (term >= this.#places.length) this.#places.push(0);
    const place = this.#places.at(term) - 1;
    if (place < begin) this.#places.set(term, this.#rows.push(term, what) + 1);
    else this.#rows.setValue(place, counted(this.#rows.value(place), what));
  }

  #innerOf(number: number): readonly number[] | null {
    const known = this.#inner[number];
    if (known !== undefined) return known;
    const word = this.#lexicon.termOf(number);
    return (this.#inner[number] = isFunctionWord(word) ? null : innerTerms(word).map((inner) => this.#lexicon.add(inner)));
  }
}

/**
 * The lexicon for the next index. It is the same one, as term numbers never change, until {@link MOST_GONE} of its terms are in no
 * passage: then it is compacted and renumbered, or a collection whose articles come and go would keep every word it ever
 * had. Yields between slices of work.
 */
function* withoutGone({ lexicon, postings }: SearchIndex): Generator<void, Pick<Older, 'lexicon' | 'numbers'>> {
  let gone = 0;
  for (let number = 0; number < lexicon.size; number++) {
    if (postings.frequency(number) === 0) gone++;
    if (number % SLICE === SLICE - 1) yield;
  }
  if (gone <= MOST_GONE * lexicon.size) return { lexicon, numbers: null };
  const numbers = new Uint32Array(lexicon.size);
  const left = new Lexicon();
  for (let number = 0; number < numbers.length; number++) {
    if (postings.frequency(number) > 0) numbers[number] = left.add(lexicon.termOf(number));
    if (number % SLICE === SLICE - 1) yield;
  }
  return { lexicon: left, numbers };
}

function counted(value: number, what: number): number {
  if (what === posting.title) return value | posting.title;
  const full = what === posting.word ? posting.wordsOf(value) === posting.MOST_WORDS : posting.innerOf(value) === posting.MOST_INNER;
  return full ? value : value + what;
}
