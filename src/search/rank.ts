import { pairAt } from './bigrams.ts';
import { type CandidateFinder, idf, K1, lengthNorm, worthOf } from './candidates.ts';
import type { SearchIndex } from './index.ts';
import { posting } from './postings.ts';
import type { Question } from './question.ts';

/** A passage and how well it fits. Scores of one question compare; those of two questions do not. */
export interface Ranked {
  passage: number;
  score: number;
  /** Idf of the rarest word of the question that stands in neither passage nor title, over that of the rarest possible. */
  missing: number;
}

/** What pairs of characters add to the words; found on the dev questions, see docs/search.md. */
const PAIR_WEIGHT = 0.4;
/** What it costs that the rarest word of the question stands in neither passage nor title, and that its figures do not. */
const MISSING_WEIGHT = 0.15;
const MISSING_FIGURES_WEIGHT = 0.5;

/** So many candidates are weighed in full. */
const CANDIDATES = 80;

export interface Weights {
  /** Idf by term number. */
  terms: Map<number, number>;
  /** Idf by pair of characters. */
  pairs: Map<number, number>;
  /** The pairs' places in the order of `pairs`. */
  pairPlaces: Map<number, number>;
  /** 1 for each unit (UTF-16) that begins a pair: most of a passage is passed over by this alone. */
  firstUnits: Uint8Array;
  /** Terms of the question that stand nowhere in the corpus. */
  unknown: string[];
  /** Idf of a term that stands in one passage only. */
  highest: number;
  /** All terms together, unknown ones counted as the rarest: what scores are measured by. */
  total: number;
  /** Terms with a digit: a year, a rank, a number that the answer is about. */
  figures: number[];
}

/** How much each term and each pair of characters of a question is worth in this index. */
export function weigh(index: SearchIndex, question: Question): Weights {
  const total = index.store.size;
  const weights: Weights = { terms: new Map(), pairs: new Map(), pairPlaces: new Map(), firstUnits: new Uint8Array(65536), unknown: [], highest: idf(total, 1), total: 0, figures: [] };
  for (const term of question.terms) {
    const number = index.lexicon.numberOf(term);
    if (number === undefined || index.postings.frequency(number) === 0) weights.unknown.push(term);
    else {
      weights.terms.set(number, idf(total, index.postings.frequency(number)));
      if (/[0-9]/.test(term)) weights.figures.push(number);
    }
  }
  for (const weight of weights.terms.values()) weights.total += weight;
  weights.total += weights.unknown.length * weights.highest;
  for (let i = 0; i + 1 < question.matter.length; i++) {
    const pair = pairAt(question.matter, i);
    if (pair >= 0) weights.pairs.set(pair, idf(total, Math.min(total, index.pairs.of(pair))));
  }
  for (const pair of weights.pairs.keys()) {
    weights.pairPlaces.set(pair, weights.pairPlaces.size);
    weights.firstUnits[Math.floor(pair / 65536)] = 1;
  }
  return weights;
}

/**
 * The passages that fit a question and pass `keep`, best first: few candidates from the postings, then weighed in
 * full. `total` counts all passages that hold a word that was looked up.
 */
export function rank(finder: CandidateFinder, question: Question, weights: Weights, keep: (passage: number) => boolean): { ranked: Ranked[]; total: number } {
  const { passages, total } = finder.find(question, CANDIDATES, keep);
  const ranked = passages
    .map((passage) => score(finder.index, passage, weights))
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
  return { ranked, total };
}

/** About 0 to 2.5: 1 where all words stand in it once, more for pairs of characters and for the title. */
function score(index: SearchIndex, passage: number, weights: Weights): Ranked {
  const norm = lengthNorm(index, passage);
  let total = 0;
  let missing = weights.unknown.length > 0 ? weights.highest : 0;
  let lostFigures = 0;
  for (const [term, weight] of weights.terms) {
    const value = index.postings.at(term, passage);
    total += weight * worthOf(value, norm);
    if (value === 0) missing = Math.max(missing, weight);
    if (posting.wordsOf(value) === 0 && weights.figures.includes(term)) lostFigures += 1 / weights.figures.length;
  }
  const { start, end } = index.store.spanOf(passage);
  total += PAIR_WEIGHT * pairScore(index.folded[index.store.articleOf(passage)]!, start, end, norm, weights) - MISSING_WEIGHT * missing;
  return { passage, score: total / (weights.total || 1) - MISSING_FIGURES_WEIGHT * lostFigures, missing: missing / weights.highest };
}

/** BM25 over pairs of neighbouring characters. */
function pairScore(folded: string, start: number, end: number, norm: number, { pairs, pairPlaces, firstUnits }: Weights): number {
  const counts = new Uint16Array(pairs.size);
  for (let i = start; i + 1 < end; i++) {
    if (firstUnits[folded.charCodeAt(i)] === 0) continue;
    const place = pairPlaces.get(pairAt(folded, i));
    if (place !== undefined) counts[place]!++;
  }
  let total = 0;
  let place = 0;
  for (const idf of pairs.values()) {
    const count = counts[place++]!;
    if (count > 0) total += (idf * count * (K1 + 1)) / (count + norm);
  }
  return total;
}
