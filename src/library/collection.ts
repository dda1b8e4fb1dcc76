/**
 * What a collection of articles is asked, wherever it lies. Everything above (questions, lists, suggestions) is written
 * against this interface; everything below is an adapter: `embedded/` holds all articles in memory.
 * `test/library/collection-contract.ts` says the same as tests, which every adapter has to pass.
 */
import type { Article } from '../corpus/article.ts';
import type { Official, Title } from '../people/official.ts';
import type { OpenName, RegionFinding } from '../places/find-regions.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import type { Region } from '../places/region.ts';
import type { CorpusFile, CorpusStatus } from '../reply.ts';
import type { Candidates } from '../search/answers.ts';
import type { Statistics } from '../search/index/statistics.ts';
import type { Question } from '../search/question/question.ts';

/** An article with all that was found in it. */
export interface StoredArticle {
  readonly article: Article;
  /** `fold(article.text)`: offsets are the same in both. */
  readonly folded: string;
  /** In the order in which they were found; those that the front matter declares first. */
  readonly regions: readonly RegionFinding[];
  /** Names that several regions have, where nothing tells which is meant. */
  readonly open: readonly OpenName[];
  /** One entry a name. */
  readonly officials: readonly Official[];
}

/** Someone whom articles name; what these say of them is asked apart: {@link Collection.appearances}. */
export interface StoredPerson {
  /** Unique in the collection, and meaningless elsewhere: what {@link Filter.person} takes. */
  readonly key: string;
  /** Folded. */
  readonly name: string;
  /** As printed, in either script. */
  readonly variants: readonly string[];
  /** As printed: at least the longest one and the first few. */
  readonly titles: readonly (Title & { readonly article: string })[];
  /** How many articles name the person. */
  readonly articles: number;
  /** How often the name is printed. */
  readonly mentions: number;
}

/** What one article says of a person, whom it may name without a title. */
export interface Appearance extends Omit<Official, 'name' | 'variants'> {
  /** The article's id. */
  readonly article: string;
}

/** Whom a query means: see `OfficialDirectory.find`. */
export interface StoredPeople {
  readonly by: 'name' | 'title' | null;
  /** The likeliest first. */
  readonly people: readonly StoredPerson[];
  readonly suggestions: readonly string[];
}

/** Days from one to another, both included; each `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and open where undefined. */
export interface Days {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Which articles are meant: those for which all that is given holds; `{}` means all. */
export interface Filter {
  /** They name the region of this code, or a place in it. */
  readonly within?: string;
  /** One of the places in `within` is what they are about. */
  readonly about?: true;
  /** Of each of these they name one of the regions, or a place in it, or else print the name (folded). */
  readonly names?: readonly { readonly name: string; readonly codes: readonly string[] }[];
  /** They name this person. */
  readonly person?: string;
  /** Their day (published, or else of the event) lies within these. An article without a day lies within none. */
  readonly days?: Days;
  /** The day they tell of (of the event, or else published) lies within these; `unknown`: they have none. */
  readonly happened?: Days | 'unknown';
  /** They print this name (folded), which may mean each of these regions, and name none of them for certain. */
  readonly open?: { readonly name: string; readonly codes: readonly string[] };
}

/**
 * How a list is ordered. Ties stand in the order of the corpus.
 *
 * - `corpus`: as the articles were read.
 * - `newest`: by day, the newest first, the undated last.
 * - `happened`: by the day told of, the oldest first, the undated last.
 * - `about`: those about a place in the filter's `within` first, then `newest`, then those that name such places more often.
 */
export type ListOrder = 'corpus' | 'newest' | 'happened' | 'about';

/** A number of articles or passages; a collection may stop counting, and then there are at least so many. */
export interface Total {
  readonly value: number;
  readonly atLeast: boolean;
}

/** A part of a list: ids of articles, and how many the whole list has. */
export interface PageOfIds {
  readonly ids: readonly string[];
  readonly total: Total;
}

/** What may answer a question; articles are numbers in the index that comes with it. */
export interface FoundCandidates extends Candidates {
  /** How many passages hold a word that was looked up. */
  readonly total: Total;
  /** The id of an article, by its number. */
  readonly idOf: (article: number) => string;
}

/** What can be completed while it is typed. */
export interface Completions {
  regions: Region;
  people: StoredPerson;
  articles: { readonly id: string; readonly title: string };
}

export interface Collection {
  /** A short name of this state of the articles: changes when any file does. */
  readonly revision: string;
  /** Of all passages. */
  readonly statistics: Statistics;
  readonly gazetteer: Gazetteer;

  /** The passages that are worth ranking for a question, of the articles that pass. */
  candidates(question: Question, filter: Filter): Promise<FoundCandidates>;
  /** Queries near to one that found nothing, the likeliest first; see `NearQueries`. */
  nearQueries(query: string): Promise<readonly string[]>;

  /**
   * Articles by id, or by `articleKey(id)`, in the order asked for. Those that are not there are left out.
   *
   * @example (await collection.articles(['a-1', 'gone', 'a-2'])).length // 2
   */
  articles(keys: readonly string[]): Promise<readonly StoredArticle[]>;
  /** How many articles pass each of the filters. */
  count(filters: readonly Filter[]): Promise<readonly Total[]>;
  /** `size` of the articles that pass, from the `from`th on. */
  page(filter: Filter, order: ListOrder, from: number, size: number): Promise<PageOfIds>;

  /** Villages that the articles name, by what they answer to (folded, letters only): the gazetteer has them only under their town. */
  villages(name: string): Promise<readonly Region[]>;
  /** The regions anywhere inside this one that articles name or name a place in, with how many do. */
  parts(code: string): Promise<readonly { readonly code: string; readonly articles: number }[]>;
  /** Whom a query means, by name or by title. */
  people(query: string): Promise<StoredPeople>;
  /** What these articles say of a person, one entry each, in their order; those that do not name the person are left out. */
  appearances(person: string, ids: readonly string[]): Promise<readonly Appearance[]>;

  /**
   * What a name may be that is being typed, `most` at most: by its beginning, its inside, pinyin or initials; the most
   * named (articles: the newest) first where nothing is typed. Articles are found by their ids, too.
   */
  complete<Kind extends keyof Completions>(kind: Kind, typed: string, most: number): Promise<readonly Completions[Kind][]>;

  /** The files that the articles came from, in the order of their names. */
  files(): Promise<readonly CorpusFile[]>;
  status(): Promise<CorpusStatus>;
}
