import MiniSearch from 'minisearch';
import { syllables } from '../language/pinyin.ts';
import { fold } from '../language/script.ts';
import { sorting } from '../steps/sorting.ts';

/** Something that is called by a name. */
export interface Named {
  /** Folded. */
  name: string;
  /** Other words that lead to it, folded: someone's titles, the path of a place. */
  aliases: readonly string[];
  /** Tie-breaker, greater first: number of mentions, or recency. */
  weight: number;
}

/** How a name is spelled: a syllable a UTF-16 unit, and where in the name one may begin to type. */
export interface Spelling {
  syllables: readonly string[];
  starts: readonly number[];
}

/** A name with its spelling. */
export interface Entry {
  named: Named;
  spelling: Spelling;
}

/** Keys are cut to these lengths, in UTF-16 units or letters; what is longer is compared with the name itself. */
const KEY = 2;
const SOUND_KEY = 6;
const INITIALS_KEY = 4;
/** Shortest input that is also matched inside a name: fewer letters occur inside half of all names. */
const INSIDE_FROM = 3;
/** A wrong letter is allowed from this length on. */
const FUZZY_FROM = 4;
/** Of several words the longest are looked up; the others only have to be there. */
const MOST_WORDS = 2;
/** Names indexed between two yields to the event loop. */
const BATCH = 10;

const LATIN = /^[a-zü'’ ]+$/;
const BEGINNING = '^';
const INITIALS = '.';

/**
 * Names, to be completed while one types: by their beginning, by what stands inside them, in either script, in pinyin and
 * by initials.
 *
 * The keys lie in a MiniSearch index as Latin-1 (its radix tree fans out to thousands of children on Chinese ones):
 * two characters from each on, and from each word's beginning six letters of pinyin and four initials. A prefix search
 * over them finds the few names that may fit, and the names themselves decide; MiniSearch's fuzzy search helps only where
 * none does. Order is by kind of fit, then by weight, so BM25 scores play no part.
 */
export class NameIndex {
  readonly #index = new MiniSearch<{ id: number; keys: string }>({
    fields: ['keys'],
    tokenize: (keys) => keys.split(' '),
    processTerm: (key) => key,
  });
  readonly #entries: Entry[] = [];
  /** By weight, the greatest first: what is offered where nothing is typed. */
  #order: readonly number[] = [];

  private constructor(
    private readonly names: readonly Named[],
    private readonly fuzzy: boolean,
  ) {}

  /**
   * Builds the index, yielding to the event loop in between: 10,000 headlines take seconds.
   *
   * @param fuzzy whether one wrong letter is tolerated; too slow over headlines
   */
  static *building(names: readonly Named[], spell: (name: string) => Spelling, fuzzy: boolean): Generator<void, NameIndex> {
    const index = new NameIndex(names, fuzzy);
    index.#order = yield* sorting(
      [...names.keys()],
      (a, b) => names[b]!.weight - names[a]!.weight || (names[a]!.name < names[b]!.name ? -1 : 1),
    );
    for (const [id, named] of names.entries()) {
      const entry = { named, spelling: spell(named.name) };
      index.#entries.push(entry);
      index.#index.add({ id, keys: [...keysOf(entry)].join(' ') });
      if (id % BATCH === BATCH - 1) yield;
    }
    return index;
  }

  /** Places in the list of names that fit what has been typed so far, the best first. */
  complete(typed: string, limit: number): number[] {
    const asked = fold(typed).trim();
    if (asked === '') return this.#order.slice(0, limit);
    const fitting = LATIN.test(asked) ? this.#bySound(letters(asked), limit) : this.#byCharacters(asked, limit);
    const found = fitting.length > 0 ? fitting : this.#near(asked, limit);
    return found
      .sort((a, b) => a.rank - b.rank || this.names[b.id]!.weight - this.names[a.id]!.weight || a.id - b.id)
      .slice(0, limit)
      .map(({ id }) => id);
  }

  #byCharacters(asked: string, limit: number): Ranked[] {
    const begins = this.#fitting([BEGINNING + encoded(asked.slice(0, KEY))], 'AND', ({ named: { name } }) =>
      name === asked ? 0 : name.startsWith(asked) ? 1 : null,
    );
    // What stands inside comes after all that: with enough of it there is no need to look.
    if (begins.length >= limit) return begins;
    // 北京 扶贫: both, in any order.
    const words = asked.split(/\s+/);
    const longest = [...words].sort((a, b) => b.length - a.length).slice(0, MOST_WORDS);
    return this.#fitting(
      longest.map((word) => encoded(word.slice(0, KEY))),
      'AND',
      ({ named: { name, aliases } }) => {
        if (name.startsWith(asked)) return name === asked ? 0 : 1;
        if (words.every((word) => name.includes(word))) return 2;
        return words.every((word) => name.includes(word) || aliases.some((alias) => alias.includes(word))) ? 3 : null;
      },
    );
  }

  #bySound(asked: string, limit: number): Ranked[] {
    if (asked === '') return [];
    const keys = [asked.slice(0, SOUND_KEY), INITIALS + asked.slice(0, INITIALS_KEY)];
    const begins = this.#fitting(
      keys.map((key) => BEGINNING + key),
      'OR',
      (entry) => soundRank(entry, asked),
    );
    if (begins.length >= limit || asked.length < INSIDE_FROM) return begins;
    return this.#fitting(keys, 'OR', (entry) => soundRank(entry, asked));
  }

  /** Homophones (雅按 for 雅安), then one wrong letter. */
  #near(asked: string, limit: number): Ranked[] {
    const sound = letters(LATIN.test(asked) ? asked : syllables(asked).join(''));
    if (!/^[a-z]+$/.test(sound)) return [];
    const alike = LATIN.test(asked) ? [] : this.#bySound(sound, limit);
    if (alike.length > 0 || sound.length < FUZZY_FROM || !this.fuzzy) return alike;
    return this.#index
      .search(sound.slice(0, SOUND_KEY), { fuzzy: 1, tokenize: (key) => [key] })
      .map(({ id }) => ({ id: id as number, rank: 0 }));
  }

  #fitting(keys: readonly string[], combineWith: 'AND' | 'OR', rankOf: (entry: Entry) => number | null): Ranked[] {
    return this.#index
      .search(keys.join(' '), { prefix: true, combineWith })
      .map(({ id }) => ({ id: id as number, rank: rankOf(this.#entries[id as number]!) }))
      .filter((one): one is Ranked => one.rank !== null);
  }
}

interface Ranked {
  id: number;
  rank: number;
}

/** The keys that a name is found by: {@link lookupsOf} tells which of them lead to what is typed. */
export function keysOf({ named: { name, aliases }, spelling: { syllables: spelled, starts } }: Entry): Set<string> {
  const keys = new Set([BEGINNING + encoded(name.slice(0, KEY).trim())]);
  for (const words of [name, ...aliases])
    for (let i = 0; i < words.length; i++) if (/\S/.test(words[i]!)) keys.add(encoded(words.slice(i, i + KEY).trim()));
  for (const start of starts) {
    const sound = soundFrom(spelled, start, SOUND_KEY);
    const initials = initialsFrom(spelled, start, INITIALS_KEY);
    for (const mark of start === starts[0] ? ['', BEGINNING] : ['']) {
      keys.add(mark + sound);
      keys.add(mark + INITIALS + initials);
    }
  }
  return keys;
}

/**
 * Prefix queries for a list of names kept elsewhere (the cluster): a {@link NameIndex} over the names they return completes the input
 * just as an index over all names would. Each entry lists key prefixes that a name must all have; `like` is a key that may have one
 * wrong letter.
 */
export function lookupsOf(typed: string): { name: string; begins: string[][]; inside: string[][]; like: string | null } {
  const name = fold(typed).trim();
  const sound = letters(LATIN.test(name) ? name : syllables(name).join(''));
  const spelled = /^[a-z]+$/.test(sound);
  const keys = spelled ? [[sound.slice(0, SOUND_KEY)], [INITIALS + sound.slice(0, INITIALS_KEY)]] : [];
  const begins = keys.map(([key]) => [BEGINNING + key]);
  const inside = sound.length < INSIDE_FROM ? [] : keys;
  const like = spelled && sound.length >= FUZZY_FROM ? sound.slice(0, SOUND_KEY) : null;
  if (LATIN.test(name)) return { name, begins, inside, like };
  const words = name.split(/\s+/);
  const longest = [...words].sort((a, b) => b.length - a.length).slice(0, MOST_WORDS);
  return {
    name,
    begins: [[BEGINNING + encoded(name.slice(0, KEY))], ...begins],
    inside: [longest.map((word) => encoded(word.slice(0, KEY))), ...inside],
    like,
  };
}

/** Kind of match: 0 the whole pinyin, 1 a prefix of the pinyin or initials, 2 a prefix from a later word on; null for none. */
function soundRank({ spelling: { syllables: spelled, starts } }: Entry, asked: string): number | null {
  for (const start of starts) {
    const sound = soundFrom(spelled, start, asked.length);
    if (sound !== asked && initialsFrom(spelled, start, asked.length) !== asked) continue;
    if (start !== starts[0]) return 2;
    return soundFrom(spelled, start, asked.length + 1) === asked ? 0 : 1;
  }
  return null;
}

function soundFrom(spelled: readonly string[], start: number, length: number): string {
  let sound = '';
  for (let i = start; i < spelled.length && sound.length < length; i++) sound += spelled[i];
  return sound.slice(0, length);
}

function initialsFrom(spelled: readonly string[], start: number, length: number): string {
  let initials = '';
  for (let i = start; i < spelled.length && initials.length < length; i++) initials += spelled[i]![0] ?? '';
  return initials;
}

/** What is typed in letters, as names are spelled: lü you is lvyou. */
function letters(typed: string): string {
  return typed.replaceAll('ü', 'v').replace(/[^\p{L}\p{N}]/gu, '');
}

/** Chinese characters as three Latin-1 ones each; ASCII stays. */
function encoded(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    out += unit < 128 ? text[i] : String.fromCharCode(128 + (unit >> 14), 128 + ((unit >> 7) & 127), 128 + (unit & 127));
  }
  return out;
}
