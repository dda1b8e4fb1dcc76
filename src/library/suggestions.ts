import { setTimeout as sleep } from 'node:timers/promises';
import { fold, toTraditional } from '../language/script.ts';
import type { Person } from '../people/merge-officials.ts';
import { shownName } from '../people/official.ts';
import { suggest } from '../places/suggest.ts';
import type { Locale } from '../text/index.ts';
import { articleKey } from './articles.ts';
import type { Collection } from './collection.ts';
import { articleNames, officialNames, regionNames } from './names.ts';
import { articlesIn } from './region-articles.ts';

/** One line of an autocomplete list: what is shown, and what is sent and means this one thing. */
export interface Suggestion {
  name: string;
  value: string;
}

/** Discord takes no more lines, nor longer values, in UTF-16 units. */
const MOST = 25;
const LONGEST_VALUE = 100;
/** A third of what Discord waits for. In ms. */
const PATIENCE_MS = 1000;
/** So many titles are tried to tell a person from others of the name. */
const MOST_TITLES = 3;

/** Articles by their titles, or by what their ids hold: the newest first where nothing is typed. */
export async function suggestArticles(collection: Collection, typed: string): Promise<Suggestion[]> {
  // While the titles are being indexed, which takes long where they are many, whoever types is not kept waiting.
  const names = await Promise.race([articleNames(collection), sleep(PATIENCE_MS, null, { ref: false })]);
  const numbers = new Set(names ? names.index.complete(typed, MOST) : titled(collection, typed));
  const wanted = typed.trim();
  for (let number = 0; number < collection.articles.length && numbers.size < MOST && wanted !== ''; number++) {
    if (collection.articles[number]!.id.includes(wanted)) numbers.add(number);
  }
  return [...numbers].map((number) => ({ name: collection.articles[number]!.title, value: articleKey(collection.articles[number]!.id) }));
}

/** Articles that have what was typed in their titles, the newest first: what can be told without an index. */
function titled({ catalogue, foldedTitles }: Collection, typed: string): number[] {
  const asked = fold(typed).trim();
  const found: number[] = [];
  for (let i = 0; i < catalogue.newest.length && found.length < MOST; i++)
    if (foldedTitles[catalogue.newest[i]!]!.includes(asked)) found.push(catalogue.newest[i]!);
  return found;
}

/** Regions that the articles name, shown in the reader's script; the value is the code, for a path may be that of two. */
export async function suggestRegions(collection: Collection, typed: string, locale: Locale = 'zh-CN'): Promise<Suggestion[]> {
  const { things, index } = await regionNames(collection);
  return index.complete(typed, MOST).map((place) => {
    const path = things[place]!.path.join(' › ');
    return { name: locale === 'zh-TW' ? toTraditional(path) : path, value: things[place]!.code };
  });
}

/** Officials that the articles name, each with the longest of their titles, as printed. */
export async function suggestOfficials(collection: Collection, typed: string, locale: Locale = 'zh-CN'): Promise<Suggestion[]> {
  const { things, index } = await officialNames(collection);
  return index.complete(typed, MOST).map((place) => {
    const person = things[place]!;
    const title = longestTitle(person);
    const name =
      locale === 'zh-TW'
        ? (person.variants.find((variant) => variant !== person.name && fold(variant) === person.name) ?? shownName(person))
        : shownName(person);
    return { name: title === null ? name : `${name}　${title}`, value: valueOfOfficial(collection, person) };
  });
}

const values = new WeakMap<Person, string>();

/** The name; for bearers of it who are not found first by it alone, a title of theirs before it that finds them. */
function valueOfOfficial({ directory }: Collection, person: Person): string {
  const known = values.get(person);
  if (known !== undefined) return known;
  const means = (value: string) => value.length <= LONGEST_VALUE && directory.find(value).people[0] === person;
  const name = shownName(person);
  const value = means(name)
    ? name
    : (person.titles
        .slice(0, MOST_TITLES)
        .map(({ text }) => `${text}${name}`)
        .find(means) ?? name);
  values.set(person, value);
  return value;
}

function longestTitle(person: Person): string | null {
  return person.titles.reduce<string | null>((longest, { text }) => (text.length > (longest?.length ?? 0) ? text : longest), null);
}

/** Regions with a name close to what was typed, of which the articles speak; then any. */
export function nearRegions(collection: Collection, typed: string): string[] {
  const near = suggest(typed, collection.gazetteer);
  const spoken = near.filter((region) => articlesIn(collection, region.code).length > 0);
  return (spoken.length > 0 ? spoken : near).slice(0, 5).map((region) => region.name);
}
