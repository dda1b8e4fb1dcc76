import type { Article } from '../../corpus/article.ts';
import { fold } from '../../language/script.ts';
import { findingOfficials } from '../../people/find-officials.ts';
import type { Official } from '../../people/official.ts';
import { findingPlaces, type OpenName, type RegionFinding } from '../../places/find-regions.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import { type ArticleTerms, TermReader } from '../../search/index/article-terms.ts';

/** What an analysis needs of an article. */
export type Analysable = Pick<Article, 'title' | 'titleBasis' | 'text'>;

/** All that is found in one article, as plain data that may come from another thread: regions are meant by their codes. */
export interface Analysis {
  terms: ArticleTerms;
  regions: (Omit<RegionFinding, 'region'> & { code: string })[];
  open: (Omit<OpenName, 'candidates'> & { candidates: string[] })[];
  officials: Official[];
  /** `fold(title)`. */
  foldedTitle: string;
}

/** What was found in some articles, and the terms that this analyser met for the first time in them. */
export interface Analysed {
  analyses: Analysis[];
  fresh: string[];
}

/** Finds in articles what a collection knows of them. One a thread; it remembers which terms it has told. */
export class Analyser {
  readonly #reader = new TermReader();
  #told = 0;

  constructor(private readonly gazetteer: Gazetteer) {}

  /** Analyses some articles, in steps. @example atOnce(new Analyser(gazetteer).analysing(articles)).analyses.length */
  *analysing(articles: readonly Analysable[]): Generator<void, Analysed> {
    // Its names of towns take a while to make, once: no article should wait for them.
    yield* this.gazetteer.warming();
    const analyses: Analysis[] = [];
    for (const article of articles) {
      analyses.push(yield* this.#one(article));
      yield;
    }
    const fresh = this.#reader.lexicon.terms().slice(this.#told);
    this.#told += fresh.length;
    return { analyses, fresh };
  }

  *#one(article: Analysable): Generator<void, Analysis> {
    const terms = yield* this.#reader.reading(article);
    const folded = terms.folded ?? article.text;
    const { regions, open } = yield* findingPlaces(article, this.gazetteer, folded);
    yield;
    return {
      terms,
      regions: regions.map(({ region, ...found }) => ({ ...found, code: region.code })),
      open: open.map(({ candidates, ...name }) => ({ ...name, candidates: candidates.map(({ code }) => code) })),
      officials: yield* findingOfficials(article, folded),
      foldedTitle: article.titleBasis === 'derived' ? fold(article.title) : terms.foldedTitle,
    };
  }
}

/** The findings of an analysis, with the regions that it means. */
export function regionsOf({ regions, open }: Analysis, gazetteer: Gazetteer): { regions: RegionFinding[]; open: OpenName[] } {
  return {
    // In the order of their fields in which they are made, so that a snapshot is the same to the byte.
    regions: regions.map(({ code, ...found }) => ({ region: gazetteer.byCode(code)!, ...found })),
    open: open.map(({ candidates, ...name }) => ({ ...name, candidates: candidates.map((code) => gazetteer.byCode(code)!) })),
  };
}
