import { fold, toTraditional } from '../language/script.ts';
import { shownName } from '../people/official.ts';
import type { Locale } from '../text/index.ts';
import { articleKey } from './article-key.ts';
import type { Collection, StoredPerson } from './collection.ts';

/** One line of an autocomplete list: what is shown, and what is sent and means this one thing. */
export interface Suggestion {
  name: string;
  value: string;
}

/** Discord takes no more lines, nor longer values, in UTF-16 units. */
const MOST = 25;
const LONGEST_VALUE = 100;
/** So many titles are tried to tell a person from others of the name. */
const MOST_TITLES = 3;

/** Articles by their titles, or by what their ids hold: the newest first where nothing is typed. */
export async function suggestArticles(collection: Collection, typed: string): Promise<Suggestion[]> {
  return (await collection.complete('articles', typed, MOST)).map(({ id, title }) => ({ name: title, value: articleKey(id) }));
}

/** Regions that the articles name, shown in the reader's script; the value is the code, for a path may be that of two. */
export async function suggestRegions(collection: Collection, typed: string, locale: Locale = 'zh-CN'): Promise<Suggestion[]> {
  return (await collection.complete('regions', typed, MOST)).map(({ code, path }) => {
    const name = path.join(' › ');
    return { name: locale === 'zh-TW' ? toTraditional(name) : name, value: code };
  });
}

/** Officials that the articles name, each with the longest of their titles, as printed. */
export async function suggestOfficials(collection: Collection, typed: string, locale: Locale = 'zh-CN'): Promise<Suggestion[]> {
  const people = await collection.complete('people', typed, MOST);
  return Promise.all(
    people.map(async (person) => {
      const title = longestTitle(person);
      const name =
        locale === 'zh-TW'
          ? (person.variants.find((variant) => variant !== person.name && fold(variant) === person.name) ?? shownName(person))
          : shownName(person);
      return { name: title === null ? name : `${name}　${title}`, value: await valueOfOfficial(collection, person) };
    }),
  );
}

/** By collection and key of the person. */
const values = new WeakMap<Collection, Map<string, string>>();

/** The name; for bearers of it who are not found first by it alone, a title of theirs before it that finds them. */
async function valueOfOfficial(collection: Collection, person: StoredPerson): Promise<string> {
  const known = values.get(collection) ?? new Map<string, string>();
  values.set(collection, known);
  const value = known.get(person.key) ?? (await meaning(collection, person));
  known.set(person.key, value);
  return value;
}

async function meaning(collection: Collection, person: StoredPerson): Promise<string> {
  const name = shownName(person);
  for (const value of [name, ...person.titles.slice(0, MOST_TITLES).map(({ text }) => `${text}${name}`)]) {
    if (value.length <= LONGEST_VALUE && (await collection.people(value)).people[0]?.key === person.key) return value;
  }
  return name;
}

function longestTitle(person: StoredPerson): string | null {
  return person.titles.reduce<string | null>((longest, { text }) => (text.length > (longest?.length ?? 0) ? text : longest), null);
}
