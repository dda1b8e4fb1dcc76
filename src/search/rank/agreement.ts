import { pairAt } from '../index/bigrams.ts';
import { idf } from './candidates.ts';
import type { SearchIndex } from '../index/index.ts';
import type { Span } from '../../language/span.ts';

/** A quote that may be the answer, and how well it fits by itself. */
export interface Claim extends Span {
  article: number;
  score: number;
}

/** How fast a claim's say falls with its distance from the best score: one that is {@link REACH} behind has a twentieth. */
const STEEPNESS = 4;
const REACH = Math.log(20) / STEEPNESS;
/** The heaviest pairs that others have too; more would favour reprints of one report over several of one fact. */
const MOST_PAIRS = 20;
/** Brings the figure to about 0 to 1: the idf of a pair that is neither rare nor frequent. */
const IDF_SCALE = 10;

/**
 * How far the other articles say the same beyond the question's own words, about 0 to 1 for each claim: what several
 * reports tell is more likely the answer than what one tells (redundancy: Dumais et al. 2002, “Web question answering:
 * is more always better?”). The best claim of each article has a say in every pair of neighbouring characters of its
 * quote, the more the better it fits; nobody counts the own article's.
 *
 * @param question folded
 */
export function agreement(index: SearchIndex, question: string, claims: readonly Claim[]): number[] {
  const best = claims.reduce((most, { score }) => Math.max(most, score), -Infinity);
  const near = claims.filter(({ score }) => score > best - REACH);
  if (near.every(({ article }) => article === near[0]!.article)) return claims.map(() => 0);
  const pairs = new PairNumbers(question);
  const said = new Map(near.map((claim) => [claim, pairs.of(index.folded[claim.article]!, claim)]));

  const bestOf = new Map<number, Claim>();
  for (const claim of near) if (claim.score > (bestOf.get(claim.article)?.score ?? -Infinity)) bestOf.set(claim.article, claim);
  const sayOf = (claim: Claim) => Math.exp(STEEPNESS * (claim.score - best));
  const says = new Float64Array(pairs.size);
  const weights = new Float64Array(pairs.size);
  const { passages, pairs: frequencies } = index.statistics;
  const weightOf = (pair: number) => (weights[pair] ||= idf(passages, Math.min(passages, frequencies.of(pairs.pairOf(pair)))));
  for (const claim of bestOf.values()) {
    const say = sayOf(claim);
    for (const pair of said.get(claim)!) says[pair]! += say;
  }

  return claims.map((claim) => {
    const pairsSaid = said.get(claim);
    if (!pairsSaid) return 0;
    const own = bestOf.get(claim.article)!;
    const ownSay = sayOf(own);
    const inOwn = own === claim ? null : new Set(said.get(own));
    const worth: number[] = [];
    for (const pair of pairsSaid) {
      const others = says[pair]! - (inOwn === null || inOwn.has(pair) ? ownSay : 0);
      if (others > 1e-9) worth.push(others * weightOf(pair));
    }
    const heaviest = worth.sort((a, b) => b - a).slice(0, MOST_PAIRS);
    return heaviest.reduce((sum, one) => sum + one, 0) / MOST_PAIRS / IDF_SCALE;
  });
}

/** Numbers for the pairs of characters that the quotes of one question have and the question has not. */
class PairNumbers {
  readonly #numbers = new Map<number, number>();
  readonly #pairs: number[] = [];
  /** By number: the quote in which it was seen last. */
  readonly #seen: number[] = [];
  #quotes = 0;

  constructor(question: string) {
    for (let i = 0; i + 1 < question.length; i++) this.#numbers.set(pairAt(question, i), -1);
  }

  get size(): number {
    return this.#pairs.length;
  }

  pairOf(number: number): number {
    return this.#pairs[number]!;
  }

  /** The numbers of a quote's pairs, each once. */
  of(folded: string, { start, end }: Span): number[] {
    const quote = ++this.#quotes;
    const numbers: number[] = [];
    for (let i = start; i + 1 < end; i++) {
      const pair = pairAt(folded, i);
      if (pair < 0) continue;
      let number = this.#numbers.get(pair);
      if (number === undefined) this.#numbers.set(pair, (number = this.#pairs.push(pair) - 1));
      if (number < 0 || this.#seen[number] === quote) continue;
      this.#seen[number] = quote;
      numbers.push(number);
    }
    return numbers;
  }
}
