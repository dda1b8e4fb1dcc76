import { fold } from '../language/script.ts';
import { maySame } from '../people/office.ts';
import { shownName, type Act, type Statement, type Title } from '../people/official.ts';
import { titleFacts, type TitleFacts } from '../people/title-facts.ts';
import type { ActRef, OfficeRef, OfficialRef, OfficialReply, PersonRef, Result, StatementRef, TitleRef, Unmeasured } from '../reply.ts';
import type { Appearance, Collection, StoredArticle, StoredPerson } from './collection.ts';
import { checkedQuery, DEFAULT_LIMIT } from './queries.ts';
import { articleRef } from './refs.ts';
import { marksIn, resultOf, sentenceAround } from './results.ts';

/** What articles say of whom a name or a title means; where nobody fits, names that are near. */
export async function official(
  collection: Collection,
  query: string,
  options: { limit?: number | undefined },
): Promise<Unmeasured<OfficialReply>> {
  const checked = checkedQuery(query);
  const { people, suggestions } = await collection.people(checked);
  const [person, ...others] = people;
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
      suggestions: suggestions.length > 0 ? [...suggestions] : await beginningSo(collection, checked),
    };
  const limit = options.limit ?? DEFAULT_LIMIT;
  const newest = await articlesOf(collection, person);
  const found = await collection.appearances(person.key, newest);
  const articles = await collection.articles(newest);
  return {
    command: 'official',
    ok: true,
    query: checked,
    total: newest.length,
    results: articles.slice(0, limit).map((stored) => result(stored, found)),
    official: personRef(person, found),
    articles: articles.map(({ article }) => articleRef(article)),
    others: await Promise.all(others.map((other) => otherRef(collection, other))),
  };
}

/** More are a list to search in. */
const MOST_SUGGESTIONS = 10;
/** Some of what completes is left out. */
const MOST_COMPLETED = 50;

/** Names that begin with what was typed (孙 for 孙咏平), in either script, in pinyin or its initials: the most named first. */
async function beginningSo(collection: Collection, typed: string): Promise<string[]> {
  const beginning = fold(typed).replace(/[\s·]/g, '');
  // What completes may also stand inside a name; of a name in characters only its beginning is how one is called.
  const spelled = /^[a-z]+$/.test(beginning);
  const people = await collection.complete('people', typed, MOST_COMPLETED);
  const names = people.filter(({ name }) => spelled || name.startsWith(beginning)).map(shownName);
  return [...new Set(names)].slice(0, MOST_SUGGESTIONS);
}

/** The articles that name a person, by id: the newest first, those of unknown date last. */
async function articlesOf(collection: Collection, { key, articles }: StoredPerson): Promise<readonly string[]> {
  return (await collection.page({ person: key }, 'newest', 0, articles)).ids;
}

async function otherRef(collection: Collection, person: StoredPerson): Promise<PersonRef> {
  return personRef(person, await collection.appearances(person.key, await articlesOf(collection, person)));
}

/** A person over all articles. @param appearances the newest article's first */
function personRef(person: StoredPerson, appearances: readonly Appearance[]): PersonRef {
  return { ...officialRef(shownName(person), appearances), offices: officesOf(appearances) };
}

/** So many offices of a person take in what comes; a reader is shown fewer. */
const MOST_OFFICES = 40;

/** Titles that say the same, each once, as most articles print it. */
function officesOf(appearances: readonly Appearance[]): OfficeRef[] {
  const offices: { facts: TitleFacts; texts: Map<string, number>; articles: Set<string> }[] = [];
  for (const { article, titles } of appearances) {
    for (const title of uniqueTitles([...titles].sort((a, b) => a.start - b.start))) {
      const facts = titleFacts(title);
      const same = (office: { facts: TitleFacts }) => office.facts.former === facts.former && maySame(office.facts, facts);
      const office = offices.slice(0, MOST_OFFICES).find(same) ?? { facts, texts: new Map<string, number>(), articles: new Set<string>() };
      if (office.articles.size === 0) offices.push(office);
      office.texts.set(title.text, (office.texts.get(title.text) ?? 0) + 1);
      office.articles.add(article);
    }
  }
  return offices.map(({ texts, articles }) => {
    const [text] = [...texts].reduce((most, one) => (one[1] > most[1] ? one : most));
    const ids = [...articles];
    return { text, articles: ids.length, newest: ids[0]!, oldest: ids.at(-1)! };
  });
}

/** Of an appearance, what is told of the person. */
type Said = Pick<Appearance, 'article' | 'titles' | 'statements' | 'acts'>;

/** What the articles say of someone, in their order; within one as printed. */
export function officialRef(name: string, appearances: readonly Said[]): OfficialRef {
  const of = <T extends { start: number }, R>(pick: (one: Said) => readonly T[], ref: (item: T, article: string) => R): R[] =>
    appearances.flatMap((one) => [...pick(one)].sort((a, b) => a.start - b.start).map((item) => ref(item, one.article)));
  return {
    name,
    titles: of(({ titles }) => uniqueTitles(titles), titleRef),
    statements: of(({ statements }) => statements, statementRef),
    acts: of(({ acts }) => acts, actRef),
  };
}

/** Each title text of an article once, where it stands first; one text in two scripts is one. */
function uniqueTitles(titles: readonly Title[]): Title[] {
  const seen = new Map<string, Title>();
  for (const title of titles) {
    const key = fold(title.text);
    if (!seen.has(key)) seen.set(key, title);
  }
  return [...seen.values()];
}

function titleRef({ text, start, end, organisation, inTitle }: Title, article: string): TitleRef {
  return { text, article, start, end, organisation, ...(inTitle ? { in_title: true as const } : {}) };
}

function statementRef({ verb, text, start, end, speaker }: Statement, article: string): StatementRef {
  return { verb, text, article, start, end, speaker };
}

function actRef({ verb, text, start, end }: Act, article: string): ActRef {
  return { verb, text, article, start, end };
}

/** The sentence of the article that names the person first, with the title where one stands beside the name. */
function result(stored: StoredArticle, appearances: readonly Appearance[]): Result {
  const { article } = stored;
  const here = appearances.find((one) => one.article === article.id);
  const mentions = here?.mentions ?? [];
  const span = sentenceAround(article, here?.titles.find((title) => !title.inTitle)?.start ?? mentions[0]?.start ?? 0);
  return resultOf(stored, span, marksIn(span, mentions), mentions.length);
}
