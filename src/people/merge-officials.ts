import { atOnce } from '../steps/breather.ts';
import type { Act, Official, Statement, Title } from './official.ts';
import { joiningKeys } from './title-keys.ts';

/** The officials of one article; `places`: the divisions it is about, by name, which its titles may leave out. */
export interface ArticleOfficials {
  articleId: string;
  officials: readonly Official[];
  places?: readonly string[];
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
  /** Ids of the articles that name the person with a title, in the order given. */
  articles: string[];
  /** How often the name is printed. */
  mentions: number;
}

interface Group {
  keys: Set<string>;
  members: { articleId: string; official: Official }[];
}

/**
 * Groups the officials of many articles into people.
 *
 * Two appearances are one person where the name is the same and a title, an organisation or a place is shared (see
 * `joiningKeys`), or where such a chain leads from one to the other. Where nothing joins them they stay two people: a
 * wrong merger puts words into somebody's mouth, a missing one only lists a name twice. A name without any title
 * joins the one person of that name, if there is only one.
 */
export function mergeOfficials(articles: Iterable<ArticleOfficials>): Person[] {
  return atOnce(merging(articles));
}

/** The same, in steps. */
export function* merging(articles: Iterable<ArticleOfficials>): Generator<void, Person[]> {
  const byName = new Map<string, Group[]>();
  for (const { articleId, officials } of articles) {
    for (const official of officials) {
      const groups = byName.get(official.name) ?? [];
      byName.set(official.name, joined(groups, { keys: joiningKeys(official), members: [{ articleId, official }] }));
    }
    yield;
  }
  const people: Person[] = [];
  for (const groups of byName.values()) {
    people.push(...withUntitled(groups).map(personOf));
    yield;
  }
  return people;
}

function joined(groups: Group[], added: Group): Group[] {
  const shares = (group: Group) => [...added.keys].some((key) => group.keys.has(key));
  const [whole, ...same] = groups.filter(shares);
  if (!whole) return [...groups, added];
  // Into the first, which nobody else holds: copying all that is known of a person at each article would take for ever.
  for (const { keys, members } of [...same, added]) {
    for (const key of keys) whole.keys.add(key);
    for (const member of members) whole.members.push(member);
  }
  return [...groups.filter((group) => group !== whole && !same.includes(group)), whole];
}

function withUntitled(groups: Group[]): Group[] {
  const titled = groups.filter((group) => group.members.some(({ official }) => official.titles.length > 0));
  const untitled = groups.filter((group) => !titled.includes(group)).flatMap((group) => group.members);
  if (untitled.length === 0) return groups;
  if (titled.length > 1) return [...titled, { keys: new Set(), members: untitled }];
  return [{ keys: titled[0]?.keys ?? new Set(), members: [...(titled[0]?.members ?? []), ...untitled] }];
}

function personOf({ members }: Group): Person {
  const of = <T>(pick: (official: Official) => readonly T[]) =>
    members.flatMap(({ articleId, official }) => pick(official).map((item) => ({ ...item, article: articleId })));
  return {
    name: members[0]!.official.name,
    variants: [...new Set(members.flatMap(({ official }) => official.variants))],
    titles: of((official) => official.titles),
    statements: of((official) => official.statements),
    acts: of((official) => official.acts),
    articles: [...new Set(members.map(({ articleId }) => articleId))],
    mentions: members.reduce((sum, { official }) => sum + official.mentions.length, 0),
  };
}
