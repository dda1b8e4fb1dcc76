import { GIVEN_FIRST, GIVEN_ONLY, GIVEN_SECOND, LOWEST, SURNAME, TRANSLITERATED } from './data/name-characters.ts';
import { FOLLOWERS, FOLLOWING_CHARACTERS } from './data/followers.ts';
import { COMMON_WORDS, NAME_LIKE_WORDS } from './data/name-like-words.ts';
import { COUNTRIES } from './data/phrases.ts';
import { COMPOUND_SURNAMES, JAPANESE_SURNAMES, NAME_PARTS, SURNAMES } from './data/surnames.ts';

/** A stretch of a folded text that reads as a person's name. Offsets are UTF-16; a higher score is a likelier name. */
export interface NameMatch {
  start: number;
  end: number;
  score: number;
  script: 'han' | 'transliterated' | 'latin';
}

const scores = (rows: readonly string[]): Map<string, number> => {
  const map = new Map<string, number>();
  rows.forEach((row, level) => {
    for (const character of row) map.set(character, LOWEST + level / 2);
  });
  return map;
};
const surnameScore = scores(SURNAME);
const onlyScore = scores(GIVEN_ONLY);
const firstScore = scores(GIVEN_FIRST);
const secondScore = scores(GIVEN_SECOND);
const foreignScore = scores(TRANSLITERATED);

const byFirst = new Map<string, string[]>();
for (const word of FOLLOWERS) byFirst.set(word[0]!, [...(byFirst.get(word[0]!) ?? []), word]);
const likeNames = new Map(Object.entries(NAME_LIKE_WORDS).map(([surname, rests]) => [surname, new Set(rests.split(' '))]));
const COMMON = new Set(COMMON_WORDS.split(' '));

const HAN = /^[\u3400-\u9fff〇]$/;
const DOT = /^[·•・‧-]$/;
const NO_GIVEN_NAME = /^(?:先生|女士|小姐|同学|同志|某+)/;
/** They follow names all the time and end hardly any. */
export const SWALLOWED = new Set('说称的及等与和将曾已在对向');
const PLACE_END = new Set('县市省镇乡村局部厅署厂院校区');
const NOT_IN_TRANSLITERATION = new Set('和与及等也的在是就则对向将说从被把到又已均为所并赴率请镇乡县');
/** What follows 和 in 和男, 和夫, 和也. */
const JAPANESE_GIVEN = new Set('男夫也彦美子久博义幸正宏雄马树人');
const LATIN_NAME = /[a-zà-öø-ÿ][a-zà-öø-ÿ.'’·\-]*(?: [a-zà-öø-ÿ][a-zà-öø-ÿ.'’·\-]*)*/y;
/** A name in characters unknown to the tables (a rare given name) is still possible. */
const UNKNOWN = 0.5;
/** Worth of 卓玛 or 古丽 in a transliterated name, whose characters are rare in others. */
const OWN_PART = 3.5;
/** Chinese given names are mostly of two characters. */
const SHORT = -1.2;
const LONG = 0.2;

const isHan = (character: string | undefined): boolean => character !== undefined && HAN.test(character);

/**
 * How well `folded` at `at` reads as what stands after a name: the end of the text, punctuation, a verb, a form of
 * address score high, a character that belongs to the name itself low.
 */
export function endScore(folded: string, at: number): number {
  const next = folded[at];
  if (next === undefined) return 3;
  if (!isHan(next)) return DOT.test(next) && isHan(folded[at + 1]) ? -6 : /[a-z]/.test(next) ? 1 : 3;
  const words = byFirst.get(next);
  if (words?.some((word) => word.length > 1 && folded.startsWith(word, at))) return 2.5;
  if (SWALLOWED.has(next)) return 2;
  if (FOLLOWING_CHARACTERS.has(next)) return 0.5;
  if (COMMON.has(folded.slice(at, at + 2))) return 0;
  return -2.5;
}

/** 齐艳收|到: likelier 齐艳 and 收到, but 张文明|确 may be either. */
const CROSSES_WORD = 1.5;

/** What a name loses for swallowing the beginning of a word that follows names: 王益作|出 is 王益 and 作出. */
function crossing(folded: string, { start, end }: NameMatch): number {
  if (end - start > 2 && SWALLOWED.has(folded[end - 1]!)) return 4;
  for (let at = Math.max(start + 2, end - 2); at < end; at++) {
    const words = byFirst.get(folded[at]!);
    if (words?.some((word) => at + word.length > end && folded.startsWith(word, at))) return 4;
  }
  return end - start > 2 && COMMON.has(folded.slice(end - 1, end + 1)) ? CROSSES_WORD : 0;
}

/** The likeliest name that begins at `at`, or null. `foreign`: the title before it belongs to another country. */
export function nameAt(folded: string, at: number, foreign = false): NameMatch | null {
  if (!isHan(folded[at])) return latinAt(folded, at);
  let best: NameMatch | null = null;
  for (const found of [...hanNames(folded, at), ...transliterated(folded, at, foreign)]) {
    const score = found.score + endScore(folded, found.end) - crossing(folded, found);
    if (!best || score > best.score) best = { ...found, score };
  }
  return best;
}

/** Candidate names that end at `end` and begin no earlier than `floor`, the likeliest first, by characters alone. */
export function namesBefore(folded: string, end: number, floor: number): NameMatch[] {
  const found: NameMatch[] = [];
  for (let length = 2; length <= 4 && end - length >= floor; length++) {
    for (const name of hanNames(folded, end - length)) if (name.end === end) found.push(name);
  }
  return found.sort((a, b) => b.score - a.score);
}

function latinAt(folded: string, at: number): NameMatch | null {
  LATIN_NAME.lastIndex = at;
  const text = LATIN_NAME.exec(folded)?.[0].replace(/[.'’·\-]+$/, '');
  return text && text.length > 2 && text.length <= 40 ? { start: at, end: at + text.length, score: 4, script: 'latin' } : null;
}

/** Chinese and Japanese names of two to five characters that begin at `at`, without regard to what follows. */
function hanNames(folded: string, at: number): NameMatch[] {
  const found: NameMatch[] = [];
  const add = (length: number, score: number) => {
    for (let i = 0; i < length; i++) if (!isHan(folded[at + i])) return;
    if (length > 2 && NO_GIVEN_NAME.test(folded.slice(at + 2, at + 4))) return;
    found.push({ start: at, end: at + length, score: score - wordPenalty(folded, at, length), script: 'han' });
  };
  const one = folded[at]!;
  const two = folded.slice(at, at + 2);
  const given = (from: number): [number, number] => [
    SHORT - (FOLLOWING_CHARACTERS.has(folded[from] ?? '') ? 1.5 : 0) + (onlyScore.get(folded[from] ?? '') ?? UNKNOWN),
    LONG + (firstScore.get(folded[from] ?? '') ?? UNKNOWN) + (secondScore.get(folded[from + 1] ?? '') ?? UNKNOWN),
  ];
  if (SURNAMES.has(one)) {
    const family = surnameScore.get(one) ?? 0;
    const [single, double] = given(at + 1);
    add(2, family + single);
    add(3, family + double);
    // 陈冯富珍: a married name keeps both surnames.
    const second = folded[at + 1] ?? '';
    if (SURNAMES.has(second) && second !== one && !COMMON.has(folded.slice(at + 2, at + 4)))
      add(4, family + (surnameScore.get(second) ?? 0) + given(at + 2)[1] - 6);
  }
  if (COMPOUND_SURNAMES.has(two)) {
    const [single, double] = given(at + 2);
    add(3, 4 + single);
    add(4, 4 + double);
  }
  if (JAPANESE_SURNAMES.has(two)) {
    for (let length = 3; length <= 5; length++) {
      const last = folded[at + length - 1] ?? '';
      if (NOT_IN_TRANSLITERATION.has(last) && !(last === '和' && JAPANESE_GIVEN.has(folded[at + length] ?? ''))) break;
      add(length, 4 - Math.abs(length - 4));
    }
  }
  return found;
}

/** How much less likely a name is for beginning with, or being, a common word (高度, 时间, 安全). */
function wordPenalty(folded: string, at: number, length: number): number {
  const rests = likeNames.get(folded[at]!);
  // 海林市|长汀镇内 has no 汀镇内.
  if (PLACE_END.has(folded[at + length - 1]!) || (length === 3 && PLACE_END.has(folded[at + 1]!))) return 8;
  if (NO_GIVEN_NAME.test(folded.slice(at + 1, at + 3))) return 20;
  const given = folded.slice(at + 1, at + 3);
  if (length === 3 && rests?.has(given)) return 12;
  if (length === 3 && COMMON.has(given)) return 3;
  if (rests?.has(folded[at + 1] ?? '')) return length === 2 ? 5 : 1.5;
  return 0;
}

/** Names in transliteration: 赖斯, 盖特纳, 阿列克谢·库兹涅佐夫, 艾力更·依明巴海. */
function transliterated(folded: string, at: number, foreign: boolean): NameMatch[] {
  const found: NameMatch[] = [];
  if (COUNTRIES.some((country) => folded.startsWith(country, at))) return found;
  let score = (foreign ? 0.5 : -3) - (COMMON.has(folded.slice(at, at + 2)) ? 4 : 0);
  let part = 0;
  for (let end = at; end < folded.length && end - at < 20; end++) {
    const character = folded[end]!;
    if (DOT.test(character)) {
      if (part === 0) break;
      score = character === '-' ? score : Math.max(score, 2) + 2;
      part = 0;
      continue;
    }
    if (!isHan(character) || part > 11) break;
    part++;
    if (NOT_IN_TRANSLITERATION.has(character)) break;
    score += Math.min(foreignScore.get(character) ?? 0, 3);
    if (part > 1 && NAME_PARTS.has(folded.slice(end - 1, end + 1))) score += OWN_PART;
    if (end > at && part > 0 && end + 1 - at > 1) {
      found.push({ start: at, end: end + 1, score, script: 'transliterated' });
    }
  }
  return found;
}
