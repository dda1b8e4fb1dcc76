import { atOnce } from '../steps/breather.ts';
import { fold } from '../language/script.ts';
import { isCommonWord, KnownNames } from './known-names.ts';
import { NameRarity } from './name-rarity.ts';
import { namesakes, type NameAppearance, type HeadShare } from './namesakes.ts';
import type { Act, Official, Statement, Title } from './official.ts';
import { LEVEL_HEADS } from './data/titles.ts';
import { findSpeech } from './statements.ts';
import { titleFacts } from './title-facts.ts';

/**
 * The officials of one article. `places`: the divisions it is about, by name, which its titles may leave out. `day`: when it
 * appeared, in days since 1970. `text` and its folded form are read for people who are named there without a title.
 */
export interface ArticleOfficials {
  articleId: string;
  officials: readonly Official[];
  places?: readonly string[];
  day?: number | null;
  text?: string;
  folded?: string;
}

/** One person over all articles; every title, statement and act says which article it stands in. */
export interface Person {
  /** Folded: Simplified. */
  name: string;
  /** As printed, in either script. */
  variants: string[];
  titles: (Title & { article: string })[];
  statements: (Statement & { article: string })[];
  acts: (Act & { article: string })[];
  /** Ids of the articles that name the person, with a title or without, in the order given. */
  articles: string[];
  /** How often the name is printed. */
  mentions: number;
}

/**
 * People with one title head among all, before any are counted, and with one that each country or place has once (总统);
 * how many people that is worth.
 */
const HEAD_SHARE = 0.02;
const LEVEL_SHARE = 0.005;
const HEAD_PRIOR = 50;
/** A person of office is called by it in about every second article that names them; a word taken for a name in hardly any. */
const LEAST_TITLED = 0.15;
const LEAST_TITLED_WORD = 3;
const MOST_BARE_OF_ONE = 4;
/** So many articles name as many people as `NameRarity` expects in the news. */
const ARTICLES_OF_WORLD = 10_000;

/**
 * Groups the officials of many articles into people: see {@link namesakes} for what makes two appearances of a name one
 * person. Where nothing joins them they stay two: a wrong merger puts words into somebody's mouth, a missing one only lists a
 * name twice. Names that are known by a title in one article are found in the others, too.
 *
 * @param counted called at each comparison of two appearances or groups
 */
export function mergeOfficials(articles: Iterable<ArticleOfficials>, counted?: () => void): Person[] {
  return atOnce(merging([...articles], counted));
}

/** The same, in steps. */
export function* merging(articles: readonly ArticleOfficials[], counted?: () => void): Generator<void, Person[]> {
  const byName = new Map<string, NameAppearance[]>();
  for (const [number, article] of articles.entries()) {
    for (const official of article.officials) file(byName, official, article, number, official.titles.length === 0);
    yield;
  }
  const shareOf = headShares(byName);
  const rarity = new NameRarity(byName.keys());
  yield;
  const untitled = yield* findingUntitled(articles, byName);
  joinShortForms(byName);
  /** Of the news that its people could be drawn from. */
  const share = Math.min(1, articles.length / ARTICLES_OF_WORLD);
  const groups: NameAppearance[][] = [];
  for (const [name, appearances] of byName) {
    const others = rarity.others(name);
    const bearers = { others, among: others * share };
    for (const group of namesakes(appearances, bearers, shareOf, counted)) groups.push(group.map((i) => appearances[i]!));
    yield;
  }
  yield* findingTheirSpeech(articles, untitled, groups);
  const people: Person[] = [];
  for (const group of groups) {
    people.push(personOf(group));
    yield;
  }
  return people;
}

function file(
  byName: Map<string, NameAppearance[]>,
  official: Official,
  article: ArticleOfficials,
  number: number,
  declared: boolean,
): void {
  const appearance: NameAppearance = {
    articleId: article.articleId,
    number,
    official,
    declared,
    facts: official.titles.map(titleFacts),
    places: article.places ?? [],
    company: article.officials,
    day: article.day ?? null,
    folded: article.folded ?? '',
  };
  const known = byName.get(official.name);
  if (known) known.push(appearance);
  else byName.set(official.name, [appearance]);
}

/** What joins the parts of a name from abroad. */
const PARTS = /[·•・‧]/;

/**
 * Files 乔·拜登 with 拜登, where the collection knows one person in full who is called so: whether they are one, the evidence tells,
 * as it does of any two appearances of a name.
 */
function joinShortForms(byName: Map<string, NameAppearance[]>): void {
  /** By the last part: the one name in full that ends so; null where several do. */
  const full = new Map<string, string | null>();
  for (const name of byName.keys()) {
    const parts = name.split(PARTS);
    const last = parts.at(-1)!;
    if (parts.length > 1 && last.length > 1 && byName.has(last)) full.set(last, full.has(last) ? null : name);
  }
  for (const [short, name] of full) {
    if (name === null) continue;
    byName.set(
      short,
      [...byName.get(short)!, ...byName.get(name)!].sort((a, b) => a.number - b.number),
    );
    byName.delete(name);
  }
}

/** All names, folded, under which articles have a person: 拜登 and 乔·拜登. */
export function namesOf({ name, variants }: Pick<Person, 'name' | 'variants'>): Set<string> {
  return new Set([name, ...variants.map((variant) => fold(variant))]);
}

/** The name that most appearances have: 拜登 for 拜登 and 乔·拜登. */
function nameOf(members: readonly NameAppearance[]): string {
  const times = new Map<string, number>();
  for (const { official } of members) times.set(official.name, (times.get(official.name) ?? 0) + 1);
  return [...times].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** The chance that somebody holds a title with a head, counted over names. */
function headShares(byName: ReadonlyMap<string, readonly NameAppearance[]>): HeadShare {
  const holders = new Map<string, number>();
  for (const appearances of byName.values()) {
    for (const head of new Set(appearances.flatMap(({ facts }) => facts.map((one) => one.head))))
      holders.set(head, (holders.get(head) ?? 0) + 1);
  }
  return (head) => {
    const share = LEVEL_HEADS.has(head) ? LEVEL_SHARE : HEAD_SHARE;
    return ((holders.get(head) ?? 0) + HEAD_PRIOR * share) / (byName.size + HEAD_PRIOR);
  };
}

/** Files the names that others hold titles under where articles have them without one; by article, what was filed. */
function* findingUntitled(
  articles: readonly ArticleOfficials[],
  byName: Map<string, NameAppearance[]>,
): Generator<void, Map<number, Official[]>> {
  const known = new KnownNames(
    [...byName].flatMap(([name, appearances]) => (appearances.some(({ facts }) => facts.length > 0) ? name : [])),
  );
  yield;
  const untitled = new Map<number, Official[]>();
  for (const [number, article] of articles.entries()) {
    const { text, folded } = article;
    if (text === undefined || folded === undefined) continue;
    const titled = new Set(article.officials.map(({ name }) => name));
    const found: Official[] = [];
    for (const [name, mentions] of known.in(folded)) {
      if (titled.has(name)) continue;
      const variants = [...new Set(mentions.map(({ start, end }) => text.slice(start, end)))];
      found.push({ name, variants, titles: [], statements: [], acts: [], mentions });
    }
    if (found.length > 0) untitled.set(number, found);
    yield;
  }
  const isPerson = peopleAmong(byName, untitled);
  for (const [number, found] of untitled) {
    for (const official of found) if (isPerson(official.name)) file(byName, official, articles[number]!, number, false);
  }
  return untitled;
}

/**
 * Whether a name is somebody's wherever it stands: of 阳光, taken for a name once and printed in a hundred articles, that is not to
 * be believed.
 */
function peopleAmong(
  byName: ReadonlyMap<string, readonly NameAppearance[]>,
  untitled: ReadonlyMap<number, readonly Official[]>,
): (name: string) => boolean {
  const without = new Map<string, number>();
  for (const found of untitled.values()) for (const { name } of found) without.set(name, (without.get(name) ?? 0) + 1);
  return (name) => {
    const titled = byName.get(name)!.length;
    const bare = without.get(name) ?? 0;
    if (isCommonWord(name)) return titled >= LEAST_TITLED_WORD && titled / (titled + bare) >= 2 * LEAST_TITLED;
    return titled === 1 ? bare <= MOST_BARE_OF_ONE : titled / (titled + bare) >= LEAST_TITLED;
  };
}

/** What those say whom an article names without a title: read only where it is settled who they are. */
function* findingTheirSpeech(
  articles: readonly ArticleOfficials[],
  untitled: ReadonlyMap<number, readonly Official[]>,
  groups: readonly (readonly NameAppearance[])[],
): Generator<void> {
  const settled = new Set<Official>();
  for (const group of groups) for (const { official } of group) if (official.titles.length === 0) settled.add(official);
  for (const [number, { officials, text, folded }] of articles.entries()) {
    const here = (untitled.get(number) ?? []).filter((official) => settled.has(official));
    if (here.length === 0) continue;
    const others = officials.map((official): Official => ({ ...official, statements: [], acts: [] }));
    findSpeech(text!, folded!, [...others, ...here]);
    yield;
  }
}

function personOf(members: readonly NameAppearance[]): Person {
  const of = <T>(pick: (official: Official) => readonly T[]) =>
    members.flatMap(({ articleId, official }) => pick(official).map((item) => ({ ...item, article: articleId })));
  return {
    name: nameOf(members),
    variants: [...new Set(members.flatMap(({ official }) => official.variants))],
    titles: of((official) => official.titles),
    statements: of((official) => official.statements),
    acts: of((official) => official.acts),
    articles: [...new Set(members.map(({ articleId }) => articleId))],
    mentions: members.reduce((sum, { official }) => sum + official.mentions.length, 0),
  };
}
