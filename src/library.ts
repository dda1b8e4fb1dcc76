/** The one door to the articles: commands, console and benchmarks ask here and get plain data. */
import { articleKey } from './library/article-key.ts';
import { article } from './library/articles.ts';
import { type EmbeddedOptions, openEmbedded } from './library/embedded/source.ts';
import type { Filters } from './library/filters.ts';
import { official } from './library/officials.ts';
import { preview } from './library/uploads/preview.ts';
import { region } from './library/regions.ts';
import { ask, search } from './library/search.ts';
import type { ClusterAddress } from './library/opensearch/address.ts';
import type { CollectionSource, EngineCounts, FeedState, Progress } from './library/source.ts';
import { exampleQuestion } from './library/example-question.ts';
import { suggestArticles, suggestOfficials, suggestRegions, type Suggestion } from './library/suggestions.ts';
import { LongUploads } from './library/uploads/long-uploads.ts';
import { latest, timeline } from './library/timeline.ts';
import type {
  ArticleReply,
  AskReply,
  CorpusChanges,
  CorpusFile,
  CorpusStatus,
  LatestReply,
  OfficialReply,
  RegionReply,
  SearchReply,
  TimelineReply,
  Unmeasured,
  UploadPreview,
} from './reply.ts';
import type { Locale } from './text/index.ts';

export { EmptyCorpus } from './corpus/files/read.ts';
export type { EngineCounts, FeedState, Filters, Progress };

interface Limit {
  /** So many results at most; 10 unless told. */
  limit?: number | undefined;
}

/**
 * What can be asked of the articles. Each question is answered from one state of them, whatever is reloaded meanwhile.
 * Offsets in replies are UTF-16 in the article's text.
 */
export interface Library {
  /**
   * Passages that have the words of a query, best first.
   *
   * @throws {UserError} `empty_query`, `query_too_long`; of the filters `unknown_region`, `unknown_official`, `bad_date`, `date_order`
   * @example const { total, results } = await library.search('旅游扶贫', { region: '河南', limit: 5 });
   */
  search(query: string, options?: Filters & Limit): Promise<Unmeasured<SearchReply>>;
  /**
   * Articles that may answer a question, best first, each with the quote that says most of it.
   *
   * @throws {UserError} as `search`
   * @example const { answered, results } = await library.ask('谁是市长？'); // results[0].quote.text, where answered
   */
  ask(question: string, options?: Filters & Limit): Promise<Unmeasured<AskReply>>;
  /**
   * Articles that name a region or a place in it: those about it first.
   *
   * @throws {UserError} `empty_query`, `query_too_long`
   * @example (await library.region('雅安')).region?.code // '5118'
   */
  region(query: string, options?: Limit): Promise<Unmeasured<RegionReply>>;
  /**
   * What articles say of a person, by name or by title.
   *
   * @throws {UserError} `empty_query`, `query_too_long`
   * @example (await library.official('市委书记')).official?.titles[0]?.text
   */
  official(query: string, options?: Limit): Promise<Unmeasured<OfficialReply>>;
  /**
   * The newest articles, the undated last.
   *
   * @throws {UserError} of the filters, as `search`
   * @example await library.latest({ from: '2018-05', limit: 3 });
   */
  latest(options?: Filters & Limit): Promise<Unmeasured<LatestReply>>;
  /**
   * What happened in a region or around an official, in order; 25 entries unless told.
   *
   * @throws {UserError} `empty_query`, `query_too_long`, `bad_date`, `date_order`
   * @example (await library.timeline('雅安', { from: '2018' })).results.map(({ when }) => when.iso)
   */
  timeline(query: string, options?: Pick<Filters, 'from' | 'to'> & Limit): Promise<Unmeasured<TimelineReply>>;
  /**
   * An article whole, by its id or its key.
   *
   * @throws {UserError} `unknown_article`
   * @example (await library.article('002_77c31bd8ea54c989')).text
   */
  article(id: string): Promise<Unmeasured<ArticleReply>>;
  /** A name for an article of 60 characters at most, which `article` takes as well as its id. */
  articleKey(id: string): string;
  /**
   * At most 25 lines for what has been typed so far; names are indexed, in slices, when a kind is first asked for.
   *
   * @example (await library.suggestRegions('yaan'))[0] // { name: '四川省 › 雅安市', value: '5118' }
   */
  suggestRegions(typed: string, locale?: Locale): Promise<Suggestion[]>;
  suggestOfficials(typed: string, locale?: Locale): Promise<Suggestion[]>;
  suggestArticles(typed: string): Promise<Suggestion[]>;
  /** A question that the articles answer; null where none is found. @example await library.exampleQuestion() // '谁是丹江口市委书记？' */
  exampleQuestion(): Promise<string | null>;
  /**
   * Reads the corpus again, builds aside, then swaps. One at a time.
   *
   * @param progress is told, article by article, how many of all are done
   * @throws {UserError} `reload_running`, or why the corpus could not be read; the old collection goes on answering.
   * @example const { changes } = await library.reload(); // changes.added: names of files
   */
  reload(progress?: Progress): Promise<{ changes: CorpusChanges; status: CorpusStatus }>;
  /** What is loaded. @example (await library.status()).articles */
  status(): Promise<CorpusStatus>;
  /** The files of the collection, by name. @example (await library.files()).map(({ file }) => file) */
  files(): Promise<CorpusFile[]>;
  /**
   * What would be read of a file under this name. Changes nothing.
   *
   * @throws {UserError} `upload_refused`
   * @example (await library.preview('note.txt', bytes)).articles
   */
  preview(file: string, bytes: Uint8Array): Promise<UploadPreview>;
  /** A short name of what is loaded: changes when any file does. */
  revision(): Promise<string>;
  /** Of articles that this process holds: for who looks for what a reload brought. */
  readonly feed?: Feed | undefined;
  /** Of articles that lie in a cluster: how it has answered; undefined where this process holds them. */
  engine?(): EngineCounts | undefined;
}

/** What is loaded, and word of each reload that has succeeded. */
export interface Feed {
  current(): FeedState;
  onReload(listener: () => void): void;
}

export interface LibraryOptions extends EmbeddedOptions {
  /** A cluster that has the articles: this process reads none then. */
  cluster?: ClusterAddress | null;
}

/**
 * Opens a folder of articles, or one file of them, in the memory of this process; or what a cluster has.
 *
 * @throws {UserError} `corpus_unavailable`, or {@link EmptyCorpus} (`corpus_empty`)
 * @throws {SegmenterUnavailable} where nodejieba has no binary
 */
export async function openLibrary(path: string, options: LibraryOptions = {}): Promise<Library> {
  const { cluster, ...embedded } = options;
  if (cluster) {
    // Loaded only here: who has no cluster needs none of it.
    const { openCluster } = await import('./library/opensearch/source.ts');
    return libraryOf(await openCluster(cluster, embedded.log ? { log: embedded.log } : {}));
  }
  return libraryOf(await openEmbedded(path, embedded));
}

/** The library over a collection, wherever that lies. */
export function libraryOf(source: CollectionSource): Library {
  const current = () => source.current();
  const uploads = new LongUploads();
  const listeners: (() => void)[] = [];
  const feed = source.feed && { current: () => source.feed!(), onReload: (listener: () => void) => void listeners.push(listener) };
  return {
    search: (query, options = {}) => search(current(), query, options),
    ask: (question, options = {}) => ask(current(), question, options),
    region: (query, options = {}) => region(current(), query, options),
    official: (query, options = {}) => official(current(), query, options),
    latest: (options = {}) => latest(current(), options),
    timeline: (query, options = {}) => timeline(current(), query, options),
    article: (id) => article(current(), id),
    articleKey,
    suggestRegions: (typed, locale) => suggestRegions(current(), typed, locale),
    suggestOfficials: (typed, locale) => suggestOfficials(current(), typed, locale),
    suggestArticles: (typed) => suggestArticles(current(), typed),
    exampleQuestion: () => exampleQuestion(current()),
    reload: async (progress) => {
      const reloaded = await source.reload(progress);
      for (const listener of listeners) listener();
      return reloaded;
    },
    feed,
    status: () => current().status(),
    files: async () => [...(await current().files())],
    preview: (file, bytes) => preview(current(), uploads, file, bytes),
    revision: () => Promise.resolve(current().revision),
    engine: () => source.counts?.(),
  };
}
