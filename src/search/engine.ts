import { atOnce } from '../steps/breather.ts';
import { agreement } from './rank/agreement.ts';
import { CandidateFinder } from './rank/candidates.ts';
import { confidence } from './rank/confidence.ts';
import { bestExcerpt, type Hit } from './quote/excerpt.ts';
import type { Indexable, SearchIndex } from './index/index.ts';
import { IndexBuilder } from './index/index-builder.ts';
import type { Statistics } from './index/statistics.ts';
import { NearQueries } from './question/near-queries.ts';
import { analyse, type Question } from './question/question.ts';
import { rank, weigh, type Ranked, type Weights } from './rank/rank.ts';
import { withSynonyms } from './question/synonyms.ts';

export interface Found {
  question: Question;
  hits: Hit[];
  total: number;
}
export interface Answers {
  hits: Hit[];
  confidence: number;
  answered: boolean;
}

/** An answer below this is shown as what is nearest, not as an answer; how it was chosen: docs/search.md. */
export const ANSWERED_FROM = 0.5;

/** So many passages are read for excerpts beyond those shown, so that a better sentence can win over a better passage. */
const READ_FURTHER = 12;
/** What the excerpt's own fit counts beside the passage's rank. */
const EXCERPT_WEIGHT = 0.25;
/** What it costs that the excerpt tells what is expected where the question asks for what is. */
const FORECAST_COST = 0.15;
/** What it counts that quotes of other articles say the same. */
const AGREEMENT_WEIGHT = 0.1;
/** What the passage's rank counts beside the excerpt's own fit, when an article has several. */
const PASSAGE_WEIGHT = 0.3;

/** One hit an article, best article first: the article by its best passage, its quote by the best excerpt in any of them. */
function bestOfEach(index: SearchIndex, question: Question, hits: readonly Hit[]): Hit[] {
  const claims = hits.map(({ article, score, excerpt }) => ({
    article,
    start: excerpt.start,
    end: excerpt.end,
    score: score + EXCERPT_WEIGHT * excerpt.score - (excerpt.forecast ? FORECAST_COST : 0),
  }));
  const agreed = agreement(index, question.folded, claims);
  const best = new Map<number, { hit: Hit; score: number; fit: number }>();
  hits.forEach((hit, i) => {
    const fit = claims[i]!.score;
    const score = fit + AGREEMENT_WEIGHT * agreed[i]!;
    const known = best.get(hit.article);
    if (!known) best.set(hit.article, { hit, score, fit });
    else
      best.set(hit.article, {
        hit: quoteScore(hit) > quoteScore(known.hit) ? hit : known.hit,
        score: Math.max(score, known.score),
        fit: Math.max(fit, known.fit),
      });
  });
  return [...best.values()]
    .map(({ hit, score, fit }) => ({ ...hit, score, fit }))
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

function quoteScore(hit: Hit): number {
  return hit.excerpt.score + PASSAGE_WEIGHT * hit.score;
}

/**
 * What may answer a question, found by whoever keeps the collection: passages by their numbers in an index that holds
 * these, and perhaps no others.
 */
export interface Candidates {
  readonly index: SearchIndex;
  readonly passages: readonly number[];
  /** The printed text of an article, by its number in the index. */
  readonly textOf: (article: number) => string;
}

/** A question as it is looked up: taken apart, words that no article has exchanged for their synonyms. */
export function understood(statistics: Statistics, text: string): Question {
  return withSynonyms(statistics, analyse(text));
}

/** The passages that fit a question, best first, `limit` at most, each with its best excerpt. */
export function bestPassages(question: Question, candidates: Candidates, limit: number): Hit[] {
  const weights = weigh(candidates.index, question);
  return rank(candidates.index, candidates.passages, weights)
    .slice(0, limit)
    .map((passage) => hitOf(passage, candidates, question, weights));
}

/** For each article its best excerpt, best first, `limit` at most, and how sure it is that the first one answers. */
export function bestAnswers(question: Question, candidates: Candidates, limit: number): Answers {
  const { index } = candidates;
  const weights = weigh(index, question);
  const hits = rank(index, candidates.passages, weights)
    .slice(0, limit + READ_FURTHER)
    .map((passage) => hitOf(passage, candidates, question, weights));
  const distinct = bestOfEach(index, question, hits);
  const sure = confidence(index, question, weights, distinct);
  return { hits: distinct.slice(0, limit), confidence: sure, answered: sure >= ANSWERED_FROM };
}

function hitOf({ passage, score, missing }: Ranked, { index, textOf }: Candidates, question: Question, weights: Weights): Hit {
  const article = index.store.articleOf(passage);
  const excerpt = bestExcerpt(index, article, textOf(article), index.store.spanOf(passage), question, weights);
  return { article, passage, score, fit: score, missing, excerpt };
}

/** The questions that can be put to an index of a whole collection in memory. */
export class SearchEngine {
  readonly #near: NearQueries;
  readonly #finder: CandidateFinder;

  constructor(
    readonly index: SearchIndex,
    readonly texts: readonly Indexable[],
  ) {
    this.#near = new NearQueries(index.statistics);
    this.#finder = new CandidateFinder(index);
  }

  /** Queries near to one that found nothing; see {@link NearQueries}. */
  near(query: string): string[] {
    return this.#near.suggest(query);
  }

  /** Makes ready, in steps, what the first query that finds nothing would wait for. */
  *warming(): Generator<void> {
    yield* this.#near.warming();
  }

  static build(articles: readonly Indexable[]): SearchEngine {
    const builder = IndexBuilder.fresh();
    for (const article of articles) builder.add(article);
    return new SearchEngine(atOnce(builder.finishing()), articles);
  }

  /** The passages worth ranking, of the articles that pass `keep`; `total` counts all that hold a word that was looked up. */
  candidates(question: Question, keep: (article: number) => boolean): Candidates & { total: number } {
    const { index, texts } = this;
    const { passages, total } = this.#finder.find(question, (passage) => keep(index.store.articleOf(passage)));
    return { index, passages, total, textOf: (article) => texts[article]!.text };
  }

  /** Passages that fit the words of a query: see {@link bestPassages}. */
  search(query: string, limit: number, keep: (article: number) => boolean): Found {
    const question = understood(this.index.statistics, query);
    const candidates = this.candidates(question, keep);
    return { question, total: candidates.total, hits: bestPassages(question, candidates, limit) };
  }

  /** Articles that may answer a question: see {@link bestAnswers}. */
  ask(text: string, limit: number, keep: (article: number) => boolean): Found & Answers {
    const question = understood(this.index.statistics, text);
    const candidates = this.candidates(question, keep);
    return { question, total: candidates.total, ...bestAnswers(question, candidates, limit) };
  }
}
