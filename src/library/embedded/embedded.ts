import type { Person } from '../../people/merge-officials.ts';
import { isWithin, type Region } from '../../places/region.ts';
import type { CorpusFile, CorpusStatus } from '../../reply.ts';
import type { Question } from '../../search/question/question.ts';
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
  StoredPerson,
  Total,
} from '../collection.ts';
import { isWithinDays } from '../days.ts';
import { articleKey } from '../article-key.ts';
import type { FeedState } from '../source.ts';
import { appearancesOf, keyOfPerson, nameInKey } from '../persons.ts';
import { dayOf, happenedOn } from '../refs.ts';
import { MOST_NAMED, MOST_REMARKED, remarksOf } from '../status.ts';
import type { Loaded } from './build.ts';
import { groupedByDay } from './catalogue.ts';
import { complete } from './completion.ts';
import { filesOf } from './files.ts';

type Test = (number: number) => boolean;
const exactly = (value: number): Total => ({ value, atLeast: false });

/** The collection that holds all articles in memory. Articles are numbers inside it: their places in the corpus. */
export class EmbeddedCollection implements Collection {
  constructor(private readonly loaded: Loaded) {}

  get revision() {
    return this.loaded.revision;
  }

  get statistics() {
    return this.loaded.index.statistics;
  }

  get gazetteer() {
    return this.loaded.gazetteer;
  }

  candidates(question: Question, filter: Filter): Promise<FoundCandidates> {
    const { total, ...found } = this.loaded.engine.candidates(question, this.#passes(filter));
    return Promise.resolve({ ...found, idOf: (article) => this.loaded.articles[article]!.id, total: exactly(total) });
  }

  nearQueries(query: string): Promise<readonly string[]> {
    return Promise.resolve(this.loaded.engine.near(query));
  }

  articles(keys: readonly string[]): Promise<readonly StoredArticle[]> {
    const numbers = keys.map((key) => this.loaded.numbers.get(key) ?? this.#byShortKey(key));
    return Promise.resolve(numbers.flatMap((number) => (number === undefined ? [] : this.#stored(number))));
  }

  count(filters: readonly Filter[]): Promise<readonly Total[]> {
    return Promise.resolve(filters.map((filter) => exactly(this.#numbersOf(filter).length)));
  }

  page(filter: Filter, order: ListOrder, from: number, size: number): Promise<PageOfIds> {
    const numbers = this.#ordered(filter, order);
    const ids = numbers.slice(from, from + size).map((number) => this.loaded.articles[number]!.id);
    return Promise.resolve({ ids, total: exactly(numbers.length) });
  }

  villages(name: string): Promise<readonly Region[]> {
    return Promise.resolve(this.loaded.catalogue.villages.get(name) ?? []);
  }

  parts(code: string): Promise<readonly { code: string; articles: number }[]> {
    const parts = [];
    for (const [inner, articles] of this.loaded.catalogue.within)
      if (inner.length > code.length && isWithin(inner, code)) parts.push({ code: inner, articles: articles.length });
    return Promise.resolve(parts);
  }

  people(query: string): Promise<StoredPeople> {
    const found = this.loaded.directory.find(query);
    return Promise.resolve({ ...found, people: found.people.map(storedPerson) });
  }

  appearances(person: string, ids: readonly string[]): Promise<readonly Appearance[]> {
    const found = this.#person(person);
    if (!found) return Promise.resolve([]);
    const naming = new Set(found.articles);
    const { numbers, officials, index } = this.loaded;
    const officialsIn = (id: string) => ({ officials: officials[numbers.get(id)!]!, folded: index.folded[numbers.get(id)!]! });
    return Promise.resolve(
      appearancesOf(
        found,
        ids.filter((id) => naming.has(id)),
        officialsIn,
      ),
    );
  }

  async complete<Kind extends keyof Completions>(kind: Kind, typed: string, most: number): Promise<readonly Completions[Kind][]> {
    const found: { [K in keyof Completions]: () => Promise<Completions[K][]> } = {
      regions: () => complete.regions(this.loaded, typed, most),
      people: async () => (await complete.people(this.loaded, typed, most)).map(storedPerson),
      articles: () => complete.articles(this.loaded, typed, most),
    };
    return found[kind]();
  }

  files(): Promise<readonly CorpusFile[]> {
    return filesOf(this.loaded);
  }

  feed(): FeedState {
    return {
      files: this.loaded.files,
      articles: (keys) => this.articles(keys),
      articlesOf: (files) => this.loaded.articles.flatMap((article, number) => (files.has(article.file) ? [this.#stored(number)] : [])),
    };
  }

  status(): Promise<CorpusStatus> {
    const { articles, catalogue, rejected, loadedAt, buildMs } = this.loaded;
    return Promise.resolve({
      articles: articles.length,
      passages: this.statistics.passages,
      rejected,
      loaded_at: loadedAt.toISOString(),
      build_ms: buildMs,
      rss_mb: Math.round(process.memoryUsage.rss() / 1048576),
      no_region: catalogue.noRegion,
      no_official: catalogue.noOfficial,
      no_year: catalogue.noYear,
      date_conflicts: catalogue.conflicting.length,
      remarked: catalogue.remarked.length,
      remarks: catalogue.remarked.slice(0, MOST_REMARKED).flatMap((number) => remarksOf(articles[number]!)),
      conflicting: catalogue.conflicting.slice(0, MOST_NAMED).map((number) => articles[number]!.id),
    });
  }

  #stored(number: number): StoredArticle {
    const { articles, index, regions, open, officials } = this.loaded;
    return {
      article: articles[number]!,
      folded: index.folded[number]!,
      regions: regions[number]!,
      open: open[number]!,
      officials: officials[number]!,
    };
  }

  #shortKeys: Map<string, number> | undefined;

  /** By the key of an article whose id is too long for a button. */
  #byShortKey(key: string): number | undefined {
    if (!key.startsWith('~')) return undefined;
    this.#shortKeys ??= new Map(
      [...this.loaded.numbers].map(([id, number]): [string, number] => [articleKey(id), number]).filter(([short]) => short.startsWith('~')),
    );
    return this.#shortKeys.get(key);
  }

  /** Whether an article passes. */
  #passes(filter: Filter): Test {
    const tests = this.#tests(filter);
    return (number) => tests.every((test) => test(number));
  }

  #tests({ within, about, names = [], person, days, happened, open }: Filter): Test[] {
    const { articles, regions } = this.loaded;
    const tests: Test[] = [];
    if (within !== undefined) {
      const inside = new Set(this.#within(within));
      tests.push((number) => inside.has(number));
      if (about) tests.push((number) => this.#relation(number, within).about);
    }
    for (const { name, codes } of names) {
      const inside = new Set(codes.flatMap((code) => this.#within(code)));
      const { folded, foldedTitles } = this.loaded.index;
      tests.push((number) => inside.has(number) || folded[number]!.includes(name) || foldedTitles[number]!.includes(name));
    }
    if (person !== undefined) {
      const named = new Set(this.#ofPerson(person));
      tests.push((number) => named.has(number));
    }
    if (days) tests.push((number) => isWithinDays(dayOf(articles[number]!), days));
    if (happened === 'unknown') tests.push((number) => happenedOn(articles[number]!) === null);
    else if (happened) tests.push((number) => isWithinDays(happenedOn(articles[number]!), happened));
    if (open) {
      const printed = new Set(this.#openTo(open.codes));
      tests.push(
        (number) =>
          printed.has(number) &&
          this.loaded.index.folded[number]!.includes(open.name) &&
          !regions[number]!.some(({ region }) => open.codes.includes(region.code)),
      );
    }
    return tests;
  }

  /** The articles that pass, in the order of the corpus. */
  #numbersOf(filter: Filter): readonly number[] {
    const { within, person, open, ...others } = filter;
    // The list that names a region or a person is short: all articles are gone through only where there is none.
    const list =
      person !== undefined ? this.#ofPerson(person) : within !== undefined ? this.#within(within) : open ? this.#openTo(open.codes) : null;
    if (list && Object.keys(others).length === 0 && [within, person, open].filter((one) => one !== undefined).length === 1 && !open)
      return list;
    return (list ?? [...this.loaded.articles.keys()]).filter(this.#passes(filter));
  }

  #ordered(filter: Filter, order: ListOrder): readonly number[] {
    const { articles, catalogue } = this.loaded;
    const { newest, dayPlaces } = catalogue;
    if (order === 'newest' && filter.within === undefined && filter.person === undefined) return newest.filter(this.#passes(filter));
    const numbers = this.#numbersOf(filter);
    if (order === 'corpus') return numbers;
    if (order === 'newest') return [...numbers].sort((a, b) => dayPlaces[a]! - dayPlaces[b]! || a - b);
    if (order === 'happened') {
      const happened = (number: number) => happenedOn(articles[number]!);
      const undated = numbers.filter((number) => happened(number) === null);
      const dated = numbers.filter((number) => happened(number) !== null);
      return [...groupedByDay(dated, happened).flat(), ...undated];
    }
    const related = numbers.map((number) => ({ number, ...this.#relation(number, filter.within ?? '') }));
    related.sort((a, b) => Number(b.about) - Number(a.about) || dayPlaces[a.number]! - dayPlaces[b.number]! || b.mentions - a.mentions);
    return related.map(({ number }) => number);
  }

  /** Whether an article is about a region (or a place in it), and how often it names what makes it so. */
  #relation(number: number, code: string): { about: boolean; mentions: number } {
    const inside = this.loaded.regions[number]!.filter(({ region }) => isWithin(region.code, code));
    const about = inside.some(({ relation }) => relation === 'about');
    const meant = about ? inside.filter(({ relation }) => relation === 'about') : inside;
    return { about, mentions: meant.reduce((sum, { mentions }) => sum + mentions.length, 0) };
  }

  #within(code: string): readonly number[] {
    return this.loaded.catalogue.within.get(code) ?? [];
  }

  #openTo(codes: readonly string[]): number[] {
    return [...new Set(codes.flatMap((code) => this.loaded.catalogue.openTo.get(code) ?? []))].sort((a, b) => a - b);
  }

  #person(key: string): Person | undefined {
    return this.loaded.directory.named(nameInKey(key)).find((one) => keyOfPerson(one) === key);
  }

  /** The articles that name a person, in the order of the corpus. */
  #ofPerson(key: string): readonly number[] {
    return (this.#person(key)?.articles ?? []).map((id) => this.loaded.numbers.get(id)!).sort((a, b) => a - b);
  }
}

function storedPerson(person: Person): StoredPerson {
  const { name, variants, titles, articles, mentions } = person;
  return { key: keyOfPerson(person), name, variants, titles, articles: articles.length, mentions };
}
