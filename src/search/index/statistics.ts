import type { PairFrequencies } from './bigrams.ts';
import type { Lexicon } from './lexicon.ts';
import type { PassageStore } from './passage-store.ts';
import type { Postings } from './postings.ts';

/** A term and the number of passages that it stands in. */
export interface TermFrequency {
  term: string;
  frequency: number;
}

/**
 * Collection statistics for scoring (document frequencies, average length). Kept apart from the index, which may hold only the
 * candidate passages of one question: these are scored by the statistics of the whole collection, too.
 */
export interface Statistics {
  /** How many passages there are: N of the idf. */
  readonly passages: number;
  /** Mean number of words in a passage: avgdl of BM25. */
  readonly meanLength: number;
  /** In how many passages characters and pairs of neighbours stand. */
  readonly pairs: PairFrequencies;
  /** Document frequency of a term, as a word or inside one; 0 where no passage has it, and for stop words. */
  frequencyOf(term: string): number;
  /** The `most` most frequent of the terms for which `wanted` holds, the most frequent first. Yields between slices of work. */
  frequent(most: number, wanted: (term: string) => boolean): Generator<void, readonly TermFrequency[]>;
}

/** Terms between two yields. */
const STEP = 5000;

/** The statistics of an index that holds the whole collection, read off its own posting lists. */
export class IndexStatistics implements Statistics {
  readonly passages: number;
  readonly meanLength: number;
  readonly #lexicon: Lexicon;
  readonly #postings: Postings;

  constructor(
    lexicon: Lexicon,
    postings: Postings,
    store: PassageStore,
    readonly pairs: PairFrequencies,
  ) {
    this.#lexicon = lexicon;
    this.#postings = postings;
    this.passages = store.size;
    this.meanLength = store.size === 0 ? 0 : store.lengths.reduce((sum, length) => sum + length, 0) / store.size;
  }

  frequencyOf(term: string): number {
    const number = this.#lexicon.numberOf(term);
    return number === undefined ? 0 : this.#postings.frequency(number);
  }

  *frequent(most: number, wanted: (term: string) => boolean): Generator<void, readonly TermFrequency[]> {
    const terms: TermFrequency[] = [];
    /** How many terms have a frequency: so that only those that are kept need to be sorted. */
    const having: number[] = [];
    for (let number = 0; number < this.#lexicon.size; number++) {
      if (number % STEP === 0) yield;
      const frequency = this.#postings.frequency(number);
      const term = this.#lexicon.termOf(number);
      if (frequency > 0 && wanted(term)) {
        terms.push({ term, frequency });
        having[frequency] = (having[frequency] ?? 0) + 1;
      }
    }
    let least = having.length;
    for (let kept = 0; least > 1 && kept < most;) kept += having[--least] ?? 0;
    return terms
      .filter(({ frequency }) => frequency >= least)
      .sort((a, b) => b.frequency - a.frequency)
      .slice(0, most);
  }
}
