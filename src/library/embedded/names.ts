import { Breather } from '../../steps/breather.ts';
import { syllables, syllablesOfPerson, syllablesOfWord } from '../../language/pinyin.ts';
import { fold } from '../../language/script.ts';
import { words } from '../../language/segment.ts';
import type { Person } from '../../people/merge-officials.ts';
import type { Region } from '../../places/region.ts';
import { type Named, NameIndex, type Spelling } from '../../search/name-index.ts';
import type { Loaded } from './build.ts';
import { dayOf } from '../refs.ts';

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
    (name) => everywhere(syllablesOfWord(name)),
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
    (name) => everywhere(syllablesOfPerson(name)),
  ));
}

/** Articles by their titles, the newest first. */
export function articleNames(loaded: Loaded): Promise<Names<number>> {
  return (of(loaded).articles ??= indexed(
    loaded.articles.map((_, number) => number),
    (number) => {
      const article = loaded.articles[number]!;
      // 2018-05-25 as 20180525: later days are greater numbers, unknown ones nought.
      const weight = Number((dayOf(article) ?? '').replace(/\D/g, '').padEnd(8, '0'));
      return { named: { name: loaded.foldedTitles[number]!, aliases: [], weight }, thing: number };
    },
    fromWords,
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

/** Short names may be typed from any of their syllables on. */
function everywhere(spelled: readonly string[]): Spelling {
  const bare = spelled.map((syllable) => syllable.replace(/[^a-z0-9]/g, ''));
  return { syllables: bare, starts: bare.flatMap((syllable, i) => (syllable === '' ? [] : i)) };
}

/** Headlines are typed from the beginning of a word on. */
function fromWords(name: string): Spelling {
  const spelled: string[] = [];
  const starts: number[] = [];
  for (const word of words(name)) {
    const own = (word.length === 1 ? syllables(word) : syllablesOfWord(word)).map((syllable) => syllable.replace(/[^a-z0-9]/g, ''));
    if (own.some((syllable) => syllable !== '')) starts.push(spelled.length);
    spelled.push(...own);
  }
  return { syllables: spelled, starts };
}
