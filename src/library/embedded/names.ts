import { Breather } from '../../steps/breather.ts';
import { fold } from '../../language/script.ts';
import type { Person } from '../../people/merge-officials.ts';
import type { Region } from '../../places/region.ts';
import { type Named, NameIndex, type Spelling } from '../../search/name-index.ts';
import type { Loaded } from './build.ts';
import { dayOf, dayWeight } from '../refs.ts';
import { spelledPerson, spelledRegion, spelledTitle } from '../spellings.ts';

/** A list of things with names, and the index that completes them; `things` is parallel to what the index returns. */
interface Names<T> {
  things: readonly T[];
  index: NameIndex;
}

interface Lookups {
  regions?: Promise<Names<Region>>;
  officials?: Promise<Names<Person>>;
  articles?: Promise<Names<number>>;
}

/** By collection: a reload's names are not the old one's. Each list is indexed when it is first asked for. */
const lookups = new WeakMap<Loaded, Lookups>();

/** Regions that the articles name, by how many name them. */
export function regionNames(loaded: Loaded): Promise<Names<Region>> {
  return (of(loaded).regions ??= indexed(
    [...loaded.catalogue.spoken.values()],
    ({ region, count }) => ({
      named: { name: fold(region.name), aliases: [fold(region.path.join(''))], weight: count },
      thing: region,
    }),
    spelledRegion,
  ));
}

/** Officials that the articles name, by how often; their titles lead to them too. */
export function officialNames(loaded: Loaded): Promise<Names<Person>> {
  return (of(loaded).officials ??= indexed(
    loaded.directory.people,
    (person) => ({
      named: { name: person.name, aliases: [...new Set(person.titles.map(({ text }) => fold(text)))], weight: person.mentions },
      thing: person,
    }),
    spelledPerson,
  ));
}

/** Articles by their titles, the newest first. */
export function articleNames(loaded: Loaded): Promise<Names<number>> {
  return (of(loaded).articles ??= indexed(
    loaded.articles.map((_, number) => number),
    (number) => {
      const article = loaded.articles[number]!;
      return { named: { name: loaded.foldedTitles[number]!, aliases: [], weight: dayWeight(dayOf(article)) }, thing: number };
    },
    spelledTitle,
    false,
  ));
}

function of(loaded: Loaded): Lookups {
  const known = lookups.get(loaded) ?? {};
  lookups.set(loaded, known);
  return known;
}

async function indexed<S, T>(
  sources: readonly S[],
  describe: (source: S) => { named: Named; thing: T },
  spell: (name: string) => Spelling,
  fuzzy = true,
): Promise<Names<T>> {
  const breather = new Breather();
  const names: Named[] = [];
  const things: T[] = [];
  for (const source of sources) {
    const { named, thing } = describe(source);
    names.push(named);
    things.push(thing);
    await breather.pause();
  }
  return { things, index: await breather.run(NameIndex.building(names, spell, fuzzy)) };
}
