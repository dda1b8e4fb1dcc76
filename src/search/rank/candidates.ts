import { bestOf } from './best.ts';
import type { SearchIndex } from '../index/index.ts';
import { posting } from '../index/postings.ts';
import { innerTerms, type Question } from '../question/question.ts';

/** BM25 (Robertson & Zaragoza 2009) with the settings that fit short news passages. */
const K1 = 0.9;
const B = 0.4;
/** What a word inside a longer one counts beside a word of its own. */
const INNER_SHARE = 0.3;
/** What a word of the title adds, of its idf. */
const TITLE_WEIGHT = 0.35;

/** So many are weighed in full: what more would bring is in docs/search.md. */
const CANDIDATES = 80;
/** What the budget below was measured at (docs/search.md): 20,000 postings at 18,661 passages, where more bring nothing. */
const LEAST_POSTINGS = 20_000;
const POSTINGS_PER_PASSAGE = LEAST_POSTINGS / 18_661;

/**
 * Terms are looked up rarest first until so many postings are read. It grows with the collection, as posting lists do: were it
 * fixed, ten times the passages would let a tenth of the words be looked up.
 */
export function postingsBudget(passages: number): number {
  return Math.max(LEAST_POSTINGS, Math.round(POSTINGS_PER_PASSAGE * passages));
}

const LEAST_LEADS = 3;

/** Robertson–Spärck Jones idf, never negative: `ln(1 + (N - n + 0.5) / (n + 0.5))`. */
export function idf(total: number, holding: number): number {
  return Math.log(1 + (total - holding + 0.5) / (holding + 0.5));
}

/** The length of a passage in the formula of BM25. */
export function lengthNorm(index: SearchIndex, passage: number): number {
  return K1 * (1 - B + (B * index.store.lengths[passage]!) / index.statistics.meanLength);
}

/** BM25 of something that stands `count` times in a passage, of its idf; `norm` is the passage's {@link lengthNorm}. */
export function bm25(count: number, norm: number): number {
  return (count * (K1 + 1)) / (count + norm);
}

/** What a posting is worth, of its term's idf: BM25 over the text, and the title. */
export function worthOf(value: number, norm: number): number {
  const count = posting.wordsOf(value) + INNER_SHARE * posting.innerOf(value);
  return bm25(count, norm) + (posting.inTitle(value) ? TITLE_WEIGHT : 0);
}

/** Finds the passages that are worth weighing in full. One at a time: it keeps its tables between questions. */
export class CandidateFinder {
  readonly #scores: Float64Array;
  readonly #norms: Float64Array;

  constructor(readonly index: SearchIndex) {
    this.#scores = new Float64Array(index.store.size);
    this.#norms = new Float64Array(index.store.size).map((_, passage) => lengthNorm(index, passage));
  }

  /** The best passages by the words looked up, of those that pass `keep`, {@link CANDIDATES} at most; how many there are in all. */
  find(question: Question, keep: (passage: number) => boolean): { passages: number[]; total: number } {
    const { lexicon, statistics } = this.index;
    const { columns, values, firsts } = this.index.postings.rows;
    const scores = this.#scores;
    const touched: number[] = [];
    for (const term of leads(this.index, question)) {
      const weight = idf(statistics.passages, statistics.frequencyOf(lexicon.termOf(term)));
      for (let i = firsts[term]!; i < firsts[term + 1]!; i++) {
        const passage = columns[i]!;
        if (scores[passage] === 0) touched.push(passage);
        scores[passage]! += weight * worthOf(values[i]!, this.#norms[passage]!);
      }
    }
    const kept = touched.filter(keep);
    const passages = bestOf(kept, scores, CANDIDATES);
    for (const passage of touched) scores[passage] = 0;
    return { passages, total: kept.length };
  }
}

/** The terms whose postings are read: the rarest of the question's words and of the shorter words in them. */
function leads(index: SearchIndex, question: Question): number[] {
  const numbers = new Set<number>();
  for (const term of [question, ...question.others].flatMap(({ terms }) => terms)) {
    for (const form of [term, ...innerTerms(term)]) {
      const number = index.lexicon.numberOf(form);
      if (number !== undefined && index.postings.frequency(number) > 0) numbers.add(number);
    }
  }
  const rarest = [...numbers].sort((a, b) => index.postings.frequency(a) - index.postings.frequency(b));
  let budget = postingsBudget(index.statistics.passages);
  return rarest.filter((number, i) => {
    budget -= index.postings.frequency(number);
    return i < LEAST_LEADS || budget >= 0;
  });
}
