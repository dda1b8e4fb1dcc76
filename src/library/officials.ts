import { fold } from '../language/script.ts';
import { KnownNames } from '../people/known-names.ts';
import type { Person } from '../people/merge-officials.ts';
import { shownName, type Act, type Statement, type Title } from '../people/official.ts';
import { maySame } from '../people/office.ts';
import { titleFacts, type TitleFacts } from '../people/title-facts.ts';
import type { ActRef, OfficeRef, OfficialReply, PersonRef, StatementRef, TitleRef } from '../reply.ts';
import type { Collection } from './collection.ts';
import { checkedQuery, DEFAULT_LIMIT, timed } from './queries.ts';
import { sentenceAround } from './quotes.ts';
import { articleRef } from './refs.ts';
import { resultOf } from './results.ts';

/** Each title text of an article once, where it stands first; one text in two scripts is one. */
export function uniqueTitles<T extends Title & { article?: string }>(titles: readonly T[]): T[] {
  const seen = new Map<string, T>();
  for (const title of titles) {
    const key = `${title.article ?? ''}\n${fold(title.text)}`;
    if (!seen.has(key)) seen.set(key, title);
  }
  return [...seen.values()];
}

export function titleRef({ text, start, end, organisation, inTitle }: Title, article: string): TitleRef {
  return { text, article, start, end, organisation, ...(inTitle ? { in_title: true as const } : {}) };
}

export function statementRef({ verb, text, start, end, speaker }: Statement, article: string): StatementRef {
  return { verb, text, article, start, end, speaker };
}

export function actRef({ verb, text, start, end }: Act, article: string): ActRef {
  return { verb, text, article, start, end };
}

/** Whom a name or a title means; `person` is null where nobody fits, and then `suggestions` has near names. */
export function findOfficial(
  collection: Collection,
  query: string,
): { person: Person | null; others: Person[]; by: 'name' | 'title' | null; suggestions: string[] } {
  const found = collection.directory.find(query);
  return { person: found.people[0] ?? null, others: found.people.slice(1), by: found.by, suggestions: found.suggestions };
}

export function official(collection: Collection, query: string, options: { limit?: number | undefined }): OfficialReply {
  return timed(() => {
    const checked = checkedQuery(query);
    const { person, others, suggestions } = findOfficial(collection, checked);
    if (!person)
      return {
        command: 'official',
        ok: true,
        query: checked,
        total: 0,
        results: [],
        official: null,
        articles: [],
        others: [],
        suggestions,
      };
    const newest = articlesOf(collection, person);
    return {
      command: 'official',
      ok: true,
      query: checked,
      total: newest.length,
      results: newest.slice(0, options.limit ?? DEFAULT_LIMIT).map((number) => appearance(collection, number, person)),
      official: officialRef(collection, person),
      articles: newest.map((number) => articleRef(collection.articles[number]!)),
      others: others.map((other) => officialRef(collection, other)),
    };
  });
}

/** The articles that name a person, by number: the newest first, those of unknown date last. */
export function articlesOf(collection: Collection, person: Person): number[] {
  const { dayPlaces } = collection.catalogue;
  return person.articles.map((id) => collection.numbers.get(id)!).sort((a, b) => dayPlaces[a]! - dayPlaces[b]! || a - b);
}

/** Titles and statements in the order of the articles, the newest first; within one as printed. */
function officialRef(collection: Collection, person: Person): PersonRef {
  const order = new Map(articlesOf(collection, person).map((number, place) => [collection.articles[number]!.id, place]));
  const inOrder = <T extends { article: string; start: number }>(items: readonly T[]) =>
    [...items].sort((a, b) => order.get(a.article)! - order.get(b.article)! || a.start - b.start);
  const titles = uniqueTitles(inOrder(person.titles));
  return {
    name: shownName(person),
    titles: titles.map((title) => titleRef(title, title.article)),
    offices: officesOf(titles),
    statements: inOrder(person.statements).map((statement) => statementRef(statement, statement.article)),
    acts: inOrder(person.acts).map((act) => actRef(act, act.article)),
  };
}

/** So many offices of a person take in what comes; a reader is shown fewer. */
const MOST_OFFICES = 40;

/** Titles that say the same, each once, as most articles print it. @param titles the newest article's first */
function officesOf(titles: readonly Person['titles'][number][]): OfficeRef[] {
  const offices: { facts: TitleFacts; texts: Map<string, number>; articles: Set<string> }[] = [];
  for (const { text, article, ...title } of titles) {
    const facts = titleFacts({ text, ...title });
    const same = (office: { facts: TitleFacts }) => office.facts.former === facts.former && maySame(office.facts, facts);
    const office = offices.slice(0, MOST_OFFICES).find(same) ?? { facts, texts: new Map<string, number>(), articles: new Set<string>() };
    if (office.articles.size === 0) offices.push(office);
    office.texts.set(text, (office.texts.get(text) ?? 0) + 1);
    office.articles.add(article);
  }
  return offices.map(({ texts, articles }) => {
    const [text] = [...texts].reduce((most, one) => (one[1] > most[1] ? one : most));
    const ids = [...articles];
    return { text, articles: ids.length, newest: ids[0]!, oldest: ids.at(-1)! };
  });
}

/** The sentence of the article that names the person first, with the title where one stands beside the name. */
export function appearance(collection: Collection, number: number, person: Person) {
  const article = collection.articles[number]!;
  const here = collection.officials[number]!.find((official) => official.name === person.name);
  const mentions = here?.mentions ?? new KnownNames([person.name]).in(collection.index.folded[number]!).get(person.name) ?? [];
  const span = sentenceAround(article, here?.titles.find((title) => !title.inTitle)?.start ?? mentions[0]?.start ?? 0);
  const marks = mentions
    .filter((mention) => mention.start >= span.start && mention.end <= span.end)
    .map(({ start, end }): [number, number] => [start - span.start, end - span.start]);
  return resultOf(collection, number, span, marks, mentions.length);
}
