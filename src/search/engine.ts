import { atOnce } from '../steps/breather.ts';
import { agreement } from './rank/agreement.ts';
import { CandidateFinder } from './rank/candidates.ts';
import { confidence } from './rank/confidence.ts';
import { bestExcerpt, type Hit } from './quote/excerpt.ts';
import type { Indexable, SearchIndex } from './index/index.ts';
import { IndexBuilder } from './index/index-builder.ts';
import { NearQueries } from './question/near-queries.ts';
import { analyse, type Question } from './question/question.ts';
import { rank, weigh, type Ranked, type Weights } from './rank/rank.ts';
import { withSynonyms } from './question/synonyms.ts';

export interface Found {
  question: Question;
  hits: Hit[];
  total: number;
}
export interface Answer extends Found {
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

/** The questions that can be put to an index. */
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

  /** Passages that fit the words of a query, best first, each with its best excerpt; `total` counts all that fit. */
  search(query: string, limit: number, keep: (article: number) => boolean): Found {
    const { question, ranked, weights, total } = this.#rank(query, keep);
    return { question, total, hits: ranked.slice(0, limit).map((passage) => this.#hit(passage, question, weights)) };
  }

  /** For each article its best excerpt, best first, and how sure it is that the first one answers. */
  ask(text: string, limit: number, keep: (article: number) => boolean): Answer {
    const { question, ranked, weights, total } = this.#rank(text, keep);
    const hits = ranked.slice(0, limit + READ_FURTHER).map((passage) => this.#hit(passage, question, weights));
    const distinct = bestOfEach(this.index, question, hits);
    const sure = confidence(this.index, question, weights, distinct);
    return { question, total, hits: distinct.slice(0, limit), confidence: sure, answered: sure >= ANSWERED_FROM };
  }

  #rank(text: string, keep: (article: number) => boolean): { question: Question; ranked: Ranked[]; weights: Weights; total: number } {
    const question = withSynonyms(this.index.statistics, analyse(text));
    const weights = weigh(this.index, question);
    const { ranked, total } = rank(this.#finder, question, weights, (passage) => keep(this.index.store.articleOf(passage)));
    return { question, ranked, weights, total };
  }

  #hit({ passage, score, missing }: Ranked, question: Question, weights: Weights): Hit {
    const article = this.index.store.articleOf(passage);
    const excerpt = bestExcerpt(this.index, article, this.texts[article]!.text, this.index.store.spanOf(passage), question, weights);
    return { article, passage, score, fit: score, missing, excerpt };
  }
}
