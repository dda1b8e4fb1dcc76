import { COMPOUND_SURNAMES, SURNAMES } from './data/surnames.ts';

/**
 * As many people could stand in the news that a collection is drawn from: a collection of ten articles does not make 王伟 a
 * rare name. About ten times the names that 10,000 news articles hold.
 */
const WORLD = 50_000;
/** How many names weigh as much as what is known of names at large. */
const PRIOR = 400;
/** A given name's character, where nothing is counted yet: the chance that two names have the same one in a place. */
const ANY_CHARACTER = 1 / 200;
/** The share of given names of one character among living Chinese (公安部, 二〇二〇年全国姓名报告). */
const ONE_CHARACTER = 0.15;
/** Zipf–Mandelbrot through two figures of that report: the first surname has 7.2 %, the first hundred 85 %. */
const SURNAME_SHARE = 0.2475;
const SURNAME_SHIFT = 3.3;
/** Others of a name that tells more or less than two or three characters do: 约瑟夫·博雷利, tim cook, 马斯克 where 埃隆·马斯克 is known. */
const DOTTED = 0.005;
const LATIN = 0.05;
const SHARED_LAST_PART = 0.3;

const surnamePlace = new Map([...SURNAMES].map((surname, place) => [surname, place]));

/**
 * How many other bearers of a name are to be expected in the news, from how often its characters stand in the names of a
 * collection and in names at large: far below 1 for 汪文斌, above 1 for 王伟.
 */
export class NameRarity {
  readonly #surnames = new Map<string, number>();
  readonly #given = new Map<string, number>();
  readonly #lastParts = new Map<string, number>();
  #names = 0;
  #characters = 0;

  /** @param names folded, each once */
  constructor(names: Iterable<string>) {
    for (const name of names) {
      const parts = name.split('·');
      if (parts.length > 1) count(this.#lastParts, parts.at(-1)!);
      const [surname, given] = split(name);
      if (given === '' || given.length > 2) continue;
      count(this.#surnames, surname);
      for (const character of given) count(this.#given, character);
      this.#names++;
      this.#characters += given.length;
    }
  }

  /** Others of that name whom the news may speak of: an expected number. */
  others(name: string): number {
    if (/^[a-z]/.test(name)) return name.includes(' ') ? DOTTED : LATIN;
    if (name.includes('·') || name.includes('-')) return DOTTED;
    const [surname, given] = split(name);
    const shared = (this.#lastParts.get(name) ?? 0) > 1 ? SHARED_LAST_PART : 0;
    let share = this.#surnameShare(surname) * (given.length === 1 ? ONE_CHARACTER : 1 - ONE_CHARACTER);
    for (const character of given.slice(0, 2)) {
      share *= ((this.#given.get(character) ?? 0) + PRIOR * ANY_CHARACTER) / (this.#characters + PRIOR);
    }
    return shared + share * Math.max(WORLD, this.#names);
  }

  #surnameShare(surname: string): number {
    const atLarge = SURNAME_SHARE / ((surnamePlace.get(surname) ?? surnamePlace.size) + SURNAME_SHIFT);
    return ((this.#surnames.get(surname) ?? 0) + PRIOR * atLarge) / (this.#names + PRIOR);
  }
}

function split(name: string): [surname: string, given: string] {
  const length = name.length > 2 && COMPOUND_SURNAMES.has(name.slice(0, 2)) ? 2 : 1;
  return [name.slice(0, length), name.slice(length)];
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
