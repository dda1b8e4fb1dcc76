import { GIVEN_FIRST, GIVEN_ONLY, GIVEN_SECOND, LOWEST, SURNAME, TRANSLITERATED } from './data/name-characters.ts';
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
/** By length: two characters in transliteration are somebody's surname or given name in many countries. */
const TRANSLITERATED_OTHERS = [1, 1, 0.5, 0.2, 0.05];
/** Each known name of which it is a part makes it likelier to be another's: 安德烈 of 安德烈·库兹涅佐夫. */
const PART = 0.3;

const DOT = /[·•・‧-]/;
const surnamePlace = new Map([...SURNAMES].map((surname, place) => [surname, place]));

/**
 * How many other bearers of a name are to be expected in the news, from how often its characters stand in the names of a
 * collection and in names at large: far below 1 for 汪文斌, above 1 for 王伟.
 */
export class NameRarity {
  readonly #surnames = new Map<string, number>();
  readonly #given = new Map<string, number>();
  readonly #parts = new Map<string, number>();
  #names = 0;
  #characters = 0;

  /** @param names folded, each once */
  constructor(names: Iterable<string>) {
    for (const name of names) {
      const parts = name.split(DOT);
      if (parts.length > 1) for (const part of parts) count(this.#parts, part);
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
    if (DOT.test(name)) return DOTTED;
    // 乔·拜登 may be 拜登 himself; a second one is not.
    const shared = PART * Math.max(0, (this.#parts.get(name) ?? 0) - 1);
    const [surname, given] = split(name);
    let share = this.#surnameShare(surname) * (given.length === 1 ? ONE_CHARACTER : 1 - ONE_CHARACTER);
    for (const character of given.slice(0, 2)) {
      share *= ((this.#given.get(character) ?? 0) + PRIOR * ANY_CHARACTER) / (this.#characters + PRIOR);
    }
    const chinese = share * Math.max(WORLD, this.#names);
    if (!isTransliterated(name)) return shared + chinese;
    // 普京 is, 申奥 is not: characters alone do not settle it, so the mean on the scale on which rarity counts.
    const abroad = TRANSLITERATED_OTHERS[Math.min(name.length, TRANSLITERATED_OTHERS.length - 1)]!;
    return shared + (SURNAMES.has(surname) && name.length < 4 ? Math.sqrt(abroad * chinese) : abroad);
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

const [surnames, only, first, second, foreign] = [SURNAME, GIVEN_ONLY, GIVEN_FIRST, GIVEN_SECOND, TRANSLITERATED].map(
  (rows) => new Map(rows.flatMap((row, level) => [...row].map((character): [string, number] => [character, LOWEST + level / 2]))),
) as [Map<string, number>, Map<string, number>, Map<string, number>, Map<string, number>, Map<string, number>];
/** An unknown character is unlikely in either. */
const UNKNOWN = -2;

/** Whether the characters of a name without a dot are likelier in a transliteration than in a Chinese name. */
function isTransliterated(name: string): boolean {
  if (name.length > 4) return true;
  const [surname, given] = split(name);
  const of = (map: Map<string, number>, character: string) => map.get(character) ?? UNKNOWN;
  const chinese =
    surname.length === 2
      ? 3
      : of(surnames, surname) +
        (given.length === 1 ? of(only, given) : given.length === 2 ? of(first, given[0]!) + of(second, given[1]!) : -9);
  return [...name].reduce((sum, character) => sum + of(foreign, character), 0) > chinese;
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
