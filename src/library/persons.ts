import { fold } from '../language/script.ts';
import { KnownNames } from '../people/known-names.ts';
import { type ArticleOfficials, namesOf, type Person } from '../people/merge-officials.ts';
import type { Appearance, StoredArticle } from './collection.ts';
import { dayOf } from './refs.ts';

/** What merging people over all articles asks of one of them. */
export function articleOfficials({ article, folded, regions, officials }: Omit<StoredArticle, 'open'>): ArticleOfficials {
  return {
    articleId: article.id,
    officials,
    places: regions.filter(({ relation }) => relation === 'about').map(({ region }) => fold(region.name)),
    day: dayNumber(dayOf(article)),
    text: article.text,
    folded,
  };
}

/** A day as a number of days since 1970. */
function dayNumber(day: string | null): number | null {
  const ms = day === null ? Number.NaN : Date.parse(day);
  return Number.isNaN(ms) ? null : Math.floor(ms / 86_400_000);
}

/** Stands in no name. */
const SEPARATOR = '\n';

/** An article has one entry a name, so its id tells which bearer of the name is meant. */
export function keyOfPerson({ name, articles }: Pick<Person, 'name' | 'articles'>): string {
  return `${name}${SEPARATOR}${articles[0] ?? ''}`;
}

/** The name in a {@link keyOfPerson}. */
export function nameInKey(key: string): string {
  return key.slice(0, key.indexOf(SEPARATOR));
}

/**
 * What each article says of a person. Grouped by article once, however many articles are asked for.
 *
 * @param ids of articles that name the person
 * @param officialsIn what an article has of its people, by its id
 */
export function appearancesOf(
  person: Person,
  ids: readonly string[],
  officialsIn: (id: string) => Pick<ArticleOfficials, 'officials' | 'folded'>,
): Appearance[] {
  const wanted = new Set(ids);
  const grouped = <T extends { article: string }>(items: readonly T[]) => {
    const groups = new Map<string, T[]>();
    for (const item of items) {
      if (!wanted.has(item.article)) continue;
      const group = groups.get(item.article);
      if (group) group.push(item);
      else groups.set(item.article, [item]);
    }
    return groups;
  };
  const [titles, statements, acts] = [grouped(person.titles), grouped(person.statements), grouped(person.acts)];
  const called = namesOf(person);
  const known = new KnownNames(called);
  return ids.map((article) => {
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
