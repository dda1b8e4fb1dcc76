import { GIVEN_FIRST, GIVEN_ONLY, GIVEN_SECOND, LOWEST, SURNAME, TRANSLITERATED } from '../data/name-characters.ts';

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
/** Log-likelihood ratio of a character, in a name against in any text, by its place in the name. */
export const surnameScore = scores(SURNAME);
export const onlyScore = scores(GIVEN_ONLY);
export const firstScore = scores(GIVEN_FIRST);
export const secondScore = scores(GIVEN_SECOND);
export const foreignScore = scores(TRANSLITERATED);

const HAN = /^[\u3400-\u9fff〇]$/;
/** What joins the parts of a transliterated name. */
export const DOT = /^[·•・‧-]$/;

/** A dash joins what reads as transliterated on both its sides: 施特劳斯—卡恩. */
const DASH = /^[—–]$/;
/** Mean log-likelihood ratio of the two characters on each side of a dash. */
const JOINED = 0.5;

export const isHan = (character: string | undefined): boolean => character !== undefined && HAN.test(character);

/** Whether the character at `at` joins two parts of a transliterated name. */
export function isJoint(folded: string, at: number): boolean {
  const character = folded[at] ?? '';
  return DOT.test(character) || (DASH.test(character) && readsForeign(folded, at - 2) && readsForeign(folded, at + 1));
}

function readsForeign(folded: string, at: number): boolean {
  const score = (one: string | undefined): number => (one === undefined ? -Infinity : (foreignScore.get(one) ?? -Infinity));
  return score(folded[at]) + score(folded[at + 1]) >= 2 * JOINED;
}
