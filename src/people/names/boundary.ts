import { matchesAt } from '../../language/match-at.ts';
import { FOLLOWERS, FOLLOWING_CHARACTERS } from '../data/followers.ts';
import { SEPARATORS } from '../data/phrases.ts';
import { isHan, isJoint, type NameMatch } from './characters.ts';
import { COMMON_WORDS } from './common-words.ts';

const byFirst = new Map<string, string[]>();
for (const word of FOLLOWERS) byFirst.set(word[0]!, [...(byFirst.get(word[0]!) ?? []), word]);

/** They follow names all the time and end hardly any. */
export const SWALLOWED = new Set('说称的及等与和将曾已在对向');

/** A day in Chinese numerals ends the name before it: 瓦尔利|六日宣布; not 张三|日前. */
const NUMERAL_DAY = /[一二三四五六七八九十廿]{1,3}[日月](?!前)/y;

/** Whether a day or month in Chinese numerals begins at `at`. */
export function isDayAt(folded: string, at: number): boolean {
  return matchesAt(NUMERAL_DAY, folded, at);
}

/**
 * How well `folded` at `at` reads as what stands after a name: the end of the text, punctuation, a verb, a form of
 * address score high, a character that belongs to the name itself low.
 */
export function endScore(folded: string, at: number): number {
  const next = folded[at];
  if (next === undefined) return 3;
  if (!isHan(next)) return isHan(folded[at + 1]) && isJoint(folded, at) ? -6 : /[a-z]/.test(next) ? 1 : 3;
  const words = byFirst.get(next);
  if (words?.some((word) => word.length > 1 && folded.startsWith(word, at))) return 2.5;
  if (SWALLOWED.has(next)) return 2;
  if (isDayAt(folded, at)) return 2.5;
  if (FOLLOWING_CHARACTERS.has(next)) return 0.5;
  if (COMMON_WORDS.has(folded.slice(at, at + 2))) return 0;
  return -2.5;
}

/** 齐艳收|到: likelier 齐艳 and 收到, but 张文明|确 may be either. */
const CROSSES_WORD = 1.5;

/** What a name loses for swallowing the beginning of a word that follows names: 王益作|出 is 王益 and 作出. */
export function crossing(folded: string, { start, end }: NameMatch): number {
  if (end - start > 2 && SWALLOWED.has(folded[end - 1]!)) return 4;
  for (let at = Math.max(start + 2, end - 2); at < end; at++) {
    const words = byFirst.get(folded[at]!);
    if (words?.some((word) => at + word.length > end && folded.startsWith(word, at))) return 4;
  }
  return end - start > 2 && COMMON_WORDS.has(folded.slice(end - 1, end + 1)) ? CROSSES_WORD : 0;
}

/** Whether a clause begins at `at`: at the text's start, or behind punctuation or a blank. */
export const beginsClause = (folded: string, at: number): boolean => at === 0 || SEPARATORS.test(folded[at - 1]!);
