import type { Region } from '../../places/region.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import type { CorpusFile, CorpusStatus } from '../../reply.ts';
import type { Statistics } from '../../search/index/statistics.ts';
import { NearQueries } from '../../search/question/near-queries.ts';
import type { Question } from '../../search/question/question.ts';
import { fold } from '../../language/script.ts';
import { isWithin } from '../../places/region.ts';
import type {
  Appearance,
  Collection,
  Completions,
  Filter,
  FoundCandidates,
  ListOrder,
  PageOfIds,
  StoredArticle,
  StoredPeople,
  Total,
} from '../collection.ts';
import { completed, nameSearches } from './completion.ts';
import { keyOfTexts, pairsIn } from './digest.ts';
import type { ArticleDoc, BuildData, ArticleFindings, NameDoc, PassageDoc, PersonData, PersonDoc } from './documents.ts';
import type { Engine } from './engine.ts';
import type { IndexKind } from './mappings.ts';
import { allOf } from './pages.ts';
import { decide, peopleSearches, storedPerson } from './people.ts';
import { aboutFirst, candidatesQuery, filterQuery, formsOf, printed, type Query, sortOf } from './queries.ts';
import { smallIndex } from './small-index.ts';
import type { Names } from './stamps.ts';

/** So many passages are ranked for a question: more changed nothing (docs/search.md). */
const CANDIDATES = 80;
/** Beyond this the engine stops counting, and no page begins. */
const MOST_COUNTED = 10_000;
/** So many documents are fetched by their ids in one request. */
const MOST_FETCHED = 200;
/** A search that takes longer is given up by the engine itself. */
const SEARCH_TIME = '1500ms';
const EXACT = { allow_partial_search_results: false } as const;

interface Hits<T> {
  hits: { total?: { value: number; relation: 'eq' | 'gte' }; hits: { _id: string; _source: T; _score: number | null; sort?: unknown[] }[] };
}

/** One build of the collection in the cluster: whatever is built meanwhile, it is these indexes that are asked. */
export class ClusterCollection implements Collection {
  readonly revision: string;
  readonly #near: NearQueries;
  readonly #spread: boolean;

  constructor(
    private readonly engine: Engine,
    private readonly names: Names,
    readonly stamp: string,
    private readonly build: BuildData,
    readonly statistics: Statistics,
    readonly gazetteer: Gazetteer,
  ) {
    this.revision = `${build.revision}-${stamp}`;
    this.#near = new NearQueries(statistics);
    // Where a shard has few passages, its own frequencies say little.
    this.#spread = build.passages < 10_000;
  }

  async candidates(question: Question, filter: Filter): Promise<FoundCandidates> {
    const forms = formsOf(question, this.statistics);
    if (forms.length === 0) return smallIndex(question, [], this.statistics, { value: 0, atLeast: false });
    const naming = filter.names && (await this.#naming(filter.names));
    const { hits } = await this.#search<PassageDoc>(
      'passages',
      {
        size: CANDIDATES,
        query: candidatesQuery(forms, filterQuery(filter, this.#index('people'), 'article', naming)),
        sort: [{ _score: 'desc' }, { order: 'asc' }, { start: 'asc' }],
        track_total_hits: MOST_COUNTED,
        _source: { includes: ['id', 'order', 'start', 'length', 'words', 'inner', 'title', 'text', 'folded', 'folded_title'] },
      },
      // The same copy for the same question: copies that merged differently score differently.
      { preference: keyOfTexts(question.folded), ...(this.#spread ? { search_type: 'dfs_query_then_fetch' as const } : {}) },
    );
    return smallIndex(
      question,
      hits.hits.map(({ _source }) => _source),
      this.statistics,
      totalOf(hits.total),
    );
  }

  nearQueries(query: string): Promise<readonly string[]> {
    return Promise.resolve(this.#near.suggest(query));
  }

  async articles(keys: readonly string[]): Promise<readonly StoredArticle[]> {
    if (keys.length === 0) return [];
    const found = new Map(
      (
        await this.#byIds<ArticleDoc>(
          'articles',
          keys.map((key) => keyOfTexts(key)),
          ['id', 'data'],
        )
      ).map((doc) => [doc.id, doc.data]),
    );
    const short = keys.filter((key) => key.startsWith('~') && !found.has(key));
    if (short.length > 0) {
      const query = { terms: { short } };
      const { hits } = await this.#search<ArticleDoc>('articles', { size: short.length, query, _source: ['short', 'data'] });
      for (const { _source } of hits.hits) found.set(_source.short, _source.data);
    }
    return keys.flatMap((key) => {
      const data = found.get(key);
      return data ? [storedArticle(data)] : [];
    });
  }

  async count(filters: readonly Filter[]): Promise<readonly Total[]> {
    const searches = filters.map((filter) => ({ size: 0, query: this.#filter(filter), track_total_hits: true }));
    return (await this.#searches<ArticleDoc>('articles', searches)).map(({ hits }) => totalOf(hits.total));
  }

  async page(filter: Filter, order: ListOrder, from: number, size: number): Promise<PageOfIds> {
    const query = this.#filter(filter);
    if (order === 'about') return this.#about(query, filter.within ?? '', from, size);
    const { hits } = await this.#search<ArticleDoc>('articles', {
      from: Math.min(from, MOST_COUNTED),
      size: windowOf(from, size),
      query,
      sort: sortOf(order),
      track_total_hits: true,
      _source: ['id'],
    });
    return { ids: hits.hits.map(({ _source }) => _source.id), total: totalOf(hits.total) };
  }

  /** The engine sorts by relation and day; of one day those that name the region more often come first, which is counted here. */
  async #about(query: Query, within: string, from: number, size: number): Promise<PageOfIds> {
    const { hits } = await this.#search<ArticleDoc>('articles', {
      size: windowOf(0, from + size + MOST_FETCHED),
      query: within === '' ? query : aboutFirst(query, within),
      sort: sortOf('about'),
      track_scores: true,
      track_total_hits: true,
      _source: ['id', 'data.regions.region.code', 'data.regions.relation', 'data.regions.mentions'],
    });
    const counted = hits.hits.map(({ _source, sort }) => ({
      id: _source.id,
      key: JSON.stringify(sort?.slice(0, 2)),
      mentions: mentionsIn(_source, within),
    }));
    const groups = new Map<string, typeof counted>();
    for (const one of counted) {
      const group = groups.get(one.key);
      if (group) group.push(one);
      else groups.set(one.key, [one]);
    }
    const ordered = [...groups.values()].flatMap((group) => group.sort((a, b) => b.mentions - a.mentions));
    return { ids: ordered.slice(from, from + size).map(({ id }) => id), total: totalOf(hits.total) };
  }

  async villages(name: string): Promise<readonly Region[]> {
    const body = { size: 100, query: { bool: { filter: [{ term: { answers: name } }] } }, sort: [{ place: 'asc' }], _source: ['data'] };
    const { hits } = await this.#search<NameDoc>('names', body);
    return hits.hits.map(({ _source }) => _source.data.thing as Region);
  }

  async parts(code: string): Promise<readonly { code: string; articles: number }[]> {
    const filter = [{ term: { kind: 'within' } }, { prefix: { name: { value: code } } }];
    const body = { size: MOST_COUNTED, query: { bool: { filter } }, _source: ['name', 'weight'] };
    const { hits } = await this.#search<NameDoc>('names', body);
    return hits.hits.flatMap(({ _source: { name, weight } }) => (name.length > code.length ? [{ code: name, articles: weight }] : []));
  }

  async people(query: string): Promise<StoredPeople> {
    const found = await this.#searches<PersonDoc>('people', peopleSearches(query));
    return decide(
      query,
      found.flatMap(({ hits }) => hits.hits.map(({ _source }) => _source)),
    );
  }

  async appearances(person: string, ids: readonly string[]): Promise<readonly Appearance[]> {
    const of = keyOfTexts(person);
    const found = await this.#byIds<{ data: Appearance }>(
      'appearances',
      ids.map((id) => `${of}-${keyOfTexts(id)}`),
      ['data'],
    );
    return found.map(({ data }) => data);
  }

  async complete<Wanted extends keyof Completions>(kind: Wanted, typed: string, most: number): Promise<readonly Completions[Wanted][]> {
    const found = await this.#searches<NameDoc>('names', nameSearches(kind, typed, most));
    const docs = found.flatMap(({ hits }) => hits.hits.map(({ _source }) => _source));
    const things = completed(kind, typed, most, docs).map(({ data }) => data.thing);
    if (kind === 'people') return things.map((thing) => storedPerson(thing as PersonData)) as unknown as Completions[Wanted][];
    if (kind === 'articles')
      return this.#withIds(typed, most, things as Completions['articles'][]) as unknown as Promise<Completions[Wanted][]>;
    return things as Completions[Wanted][];
  }

  /** Articles by their titles, then by what their ids hold. */
  async #withIds(typed: string, most: number, titled: readonly Completions['articles'][]): Promise<Completions['articles'][]> {
    const wanted = typed.trim();
    if (wanted === '' || titled.length >= most) return titled.slice(0, most);
    const filter =
      wanted.length === 1 ? [{ prefix: { id_pairs: { value: wanted } } }] : pairsIn(wanted).map((pair) => ({ term: { id_pairs: pair } }));
    const body = { size: MOST_FETCHED, query: { bool: { filter } }, sort: [{ order: 'asc' }], _source: ['id', 'data.article.title'] };
    const { hits } = await this.#search<ArticleDoc>('articles', body);
    const known = new Set(titled.map(({ id }) => id));
    const named = hits.hits.map(({ _source }) => ({ id: _source.id, title: _source.data.article.title }));
    return [...titled, ...named.filter(({ id }) => id.includes(wanted) && !known.has(id))].slice(0, most);
  }

  async files(): Promise<readonly CorpusFile[]> {
    const files: CorpusFile[] = [];
    for await (const { data } of allOf<{ data: CorpusFile }>(this.engine.client, this.#index('files'), 'file')) files.push(data);
    return files;
  }

  status(): Promise<CorpusStatus> {
    return Promise.resolve({ ...this.build.status, rss_mb: Math.round(process.memoryUsage.rss() / 1048576) });
  }

  /** What the ingest that made this found changed. */
  get changes(): BuildData['changes'] {
    return this.build.changes;
  }

  /**
   * For each name the articles that print it and are not found by its region anyway: passages don't know what the rest
   * of their article says.
   */
  async #naming(names: NonNullable<Filter['names']>): Promise<string[][]> {
    const searches = names.map(({ name, codes }) => ({
      size: MOST_COUNTED,
      query: { bool: { filter: [printed(fold(name))], must_not: [{ terms: { within: codes } }] } },
      sort: [{ first_day: { order: 'desc', missing: '_last' } }],
      track_total_hits: false,
      _source: false,
    }));
    return (await this.#searches<unknown>('articles', searches)).map(({ hits }) => hits.hits.map(({ _id }) => _id));
  }

  #filter(filter: Filter): Query {
    return filterQuery(filter, this.#index('people'), '_id');
  }

  #index(kind: IndexKind): string {
    return this.names.index(kind, this.stamp);
  }

  #search<T>(kind: IndexKind, body: object, options: object = {}): Promise<Hits<T>> {
    const index = this.#index(kind);
    return this.engine.ask<Hits<T>>((client) => client.search({ index, ...EXACT, ...options, body: { timeout: SEARCH_TIME, ...body } }));
  }

  async #searches<T>(kind: IndexKind, bodies: readonly object[]): Promise<Hits<T>[]> {
    if (bodies.length === 0) return [];
    const index = this.#index(kind);
    const lines = bodies.flatMap((body) => [
      { index, ...EXACT },
      { timeout: SEARCH_TIME, ...body },
    ]);
    const { responses } = await this.engine.ask<{ responses: Hits<T>[] }>((client) => client.msearch({ body: lines }));
    return responses;
  }

  /** Documents by their ids, in their order; those that are not there are left out. */
  async #byIds<T>(kind: IndexKind, ids: readonly string[], fields: readonly string[]): Promise<T[]> {
    const found: T[] = [];
    for (let at = 0; at < ids.length; at += MOST_FETCHED) {
      const body = { ids: ids.slice(at, at + MOST_FETCHED) };
      const { docs } = await this.engine.ask<{ docs: { _source?: T }[] }>((client) =>
        client.mget({ index: this.#index(kind), body, _source_includes: [...fields] }),
      );
      found.push(...docs.flatMap(({ _source }) => (_source ? [_source] : [])));
    }
    return found;
  }
}

/** So much of a list that begins there can be fetched. */
function windowOf(from: number, size: number): number {
  return Math.max(0, Math.min(size, MOST_COUNTED - from));
}

function totalOf(total: { value: number; relation: 'eq' | 'gte' } | undefined): Total {
  return { value: total?.value ?? 0, atLeast: total?.relation === 'gte' };
}

function storedArticle({ article, folded, regions, open, officials }: ArticleFindings): StoredArticle {
  return { article, folded: folded ?? article.text, regions, open, officials };
}

function mentionsIn({ data }: ArticleDoc, within: string): number {
  const inside = data.regions.filter(({ region }) => isWithin(region.code, within));
  const about = inside.filter(({ relation }) => relation === 'about');
  return (about.length > 0 ? about : inside).reduce((sum, { mentions }) => sum + mentions.length, 0);
}
