import type { Reading } from '../question/reading.ts';
import { readQuestion } from '../question/reading.ts';
import { atOnce } from '../steps/breather.ts';
import { type Answers, bestAnswers, bestPassages, type Candidates } from './answers.ts';
import type { Indexable, SearchIndex } from './index/index.ts';
import { IndexBuilder } from './index/index-builder.ts';
import type { Statistics } from './index/statistics.ts';
import type { Hit } from './quote/excerpt.ts';
import { type FactsOf, NO_FACTS } from './question/facts.ts';
import { NearQueries } from './question/near-queries.ts';
import { analyseWording, type Question } from './question/question.ts';
import { withSynonyms } from './question/synonyms.ts';
import { CandidateFinder } from './rank/candidates.ts';

export interface SearchHits {
  question: Question;
  hits: Hit[];
  total: number;
}

/** A question as it is looked up: taken apart, words that no article has exchanged for their synonyms. */
export function understood(statistics: Statistics, reading: Reading, placed: readonly string[] = []): Question {
  const [question, ...others] = reading.wordings.map((way) => withSynonyms(statistics, analyseWording(way, reading, placed)));
  return { ...question!, others };
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

  /** Builds the tables for suggestions ahead of the first query that finds nothing; yields between slices of work. */
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
  search(query: string, limit: number, keep: (article: number) => boolean): SearchHits {
    const question = understood(this.index.statistics, readQuestion(query));
    const candidates = this.candidates(question, keep);
    return { question, total: candidates.total, hits: bestPassages(question, candidates, limit).hits };
  }

  /** Articles that may answer a question: see {@link bestAnswers}. */
  ask(
    asked: string | Question,
    limit: number,
    keep: (article: number) => boolean,
    factsOf: FactsOf = () => NO_FACTS,
  ): SearchHits & Answers {
    const question = typeof asked === 'string' ? understood(this.index.statistics, readQuestion(asked)) : asked;
    const candidates = this.candidates(question, keep);
    return { question, total: candidates.total, ...bestAnswers(question, candidates, limit, factsOf) };
  }
}
