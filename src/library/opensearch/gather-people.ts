import { type ArticleOfficials, namesOf, type Person } from '../../people/merge-officials.ts';
import { fold } from '../../language/script.ts';
import { blurred, syllablesOfPerson } from '../../language/pinyin.ts';
import { type DirectoryEntry, nameKey } from '../../people/directory.ts';
import { KnownNames } from '../../people/known-names.ts';
import type { Title } from '../../people/official.ts';
import { keysOf } from '../../search/name-index.ts';
import type { Appearance } from '../collection.ts';
import { dayOf } from '../refs.ts';
import { spelledPerson } from '../spellings.ts';
import { digest, pairsOf } from './digest.ts';
import type { Found, NameDoc, PersonData, PersonDoc } from './documents.ts';

/** What merging people over all articles asks of one of them. */
export function officialsOf({ article, folded, regions, officials }: Found): ArticleOfficials {
  const day = dayOf(article);
  const ms = day === null ? Number.NaN : Date.parse(day);
  return {
    articleId: article.id,
    officials,
    places: regions.filter(({ relation }) => relation === 'about').map(({ region }) => fold(region.name)),
    day: Number.isNaN(ms) ? null : Math.floor(ms / 86_400_000),
    text: article.text,
    folded: folded ?? article.text,
  };
}

/** Stands in no name. */
const SEPARATOR = '\n';

/** An article has one entry a name, so its id tells which bearer of the name is meant. */
export function keyOfPerson({ name, articles }: Pick<Person, 'name' | 'articles'>): string {
  return `${name}${SEPARATOR}${articles[0] ?? ''}`;
}

/** A person as documents: to be looked up, and to be completed. `rank`: place in the order of people. */
export function personDocs({ person, forms }: DirectoryEntry, rank: number): { person: PersonDoc; name: NameDoc } {
  const { name, variants, articles, mentions } = person;
  const spelled = syllablesOfPerson(name);
  const data: PersonData = {
    key: keyOfPerson(person),
    name,
    variants,
    titles: eachOnce(person.titles),
    articles: articles.length,
    mentions,
    forms,
  };
  const aliases = [...new Set(data.titles.map(({ text }) => fold(text)))];
  const named = { name, aliases, weight: mentions };
  const spelling = spelledPerson(name);
  return {
    person: {
      rank,
      name,
      name_key: [...namesOf(person)].map(nameKey),
      forms,
      forms_reversed: forms.map(reversed),
      form_pairs: pairsOf(...forms),
      sound: spelled.join(''),
      blur: blurred(spelled),
      articles: articles.map((id) => digest(id)),
      data,
    },
    name: {
      kind: 'people',
      place: rank,
      weight: mentions,
      name,
      keys: [...keysOf({ named, spelling })],
      data: { thing: data, aliases, spelling },
    },
  };
}

export function reversed(text: string): string {
  return [...text].reverse().join('');
}

/** Each title text once for each organisation: a head of state has the same one a hundred thousand times. */
function eachOnce(titles: Person['titles']): Person['titles'] {
  const seen = new Map<string, Title & { article: string }>();
  for (const title of titles) {
    const key = `${title.text}\0${title.organisation ?? ''}`;
    if (!seen.has(key)) seen.set(key, title);
  }
  return [...seen.values()];
}

/** What each article says of a person, by the article's id; `foldedOf` an article, to find where it names them. */
export function appearancesOf(person: Person, officialsIn: (id: string) => ArticleOfficials): Appearance[] {
  const grouped = <T extends { article: string }>(items: readonly T[]) => {
    const groups = new Map<string, T[]>();
    for (const item of items) {
      const group = groups.get(item.article);
      if (group) group.push(item);
      else groups.set(item.article, [item]);
    }
    return groups;
  };
  const [titles, statements, acts] = [grouped(person.titles), grouped(person.statements), grouped(person.acts)];
  const called = namesOf(person);
  const known = new KnownNames(called);
  return person.articles.map((article) => {
    const { officials, folded = '' } = officialsIn(article);
    const here = officials.filter(({ name }) => called.has(name));
    return {
      article,
      titles: titles.get(article) ?? [],
      statements: statements.get(article) ?? [],
      acts: acts.get(article) ?? [],
      mentions: here.length > 0 ? here.flatMap(({ mentions }) => mentions) : [...known.in(folded).values()].flat(),
    };
  });
}
