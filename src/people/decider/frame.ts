/**
 * What a rare name gains for standing in a frame: between its title and what must follow a name (院长|严义埙|到会), or between what
 * stands before names and its title (欢迎|王大明|主席). The passages that the weights were learned from hardly have one.
 */
import { BEFORE_NAME, FOLLOWING_CHARACTERS } from '../data/followers.ts';
import { COUNTRIES, CUTTING_WORDS } from '../data/phrases.ts';
import type { Spot } from '../holders/spot.ts';
import { endScore, beginsClause, SWALLOWED } from '../names/boundary.ts';
import { foreignScore, isHan } from '../names/characters.ts';
import { COMMON_WORDS } from '../names/common-words.ts';
import type { Candidate } from './candidates.ts';
import type { Around } from './features.ts';

/** Gains in nats, as the weights count. */
const FRAMED = 2;
/** Between the start of a clause and a verb that follows names: ，许南博士认为. */
const FRAMED_CLOSELY = 3;
/** In transliteration without doubt, which the passages hardly have before a title. */
const CLEARLY_FOREIGN = 4;

/** What is framed still has to read as a name by its characters (log-likelihood ratio): 来川视 and 泰党 do not. */
const LEAST = { after: -3, before: 1, closely: -0.5 };
/** The same of transliterated ones, as the mean of their characters; from `clear` on whatever follows the title. */
const FOREIGN_MEAN = { least: 0.6, clear: 1.2 };
/** Shorter ones are mostly words. */
const SHORTEST_FOREIGN = 3;
/** Of a place or a body, whose name stands before it. */
const OF_A_BODY = /[市省县区旗州盟镇乡村]长$|领导$|成员$/;
/** 案 and 驻 are in no name (log-likelihood ratio): 特朗普案, 驻斯德哥尔摩. */
const IN_NO_NAME = -1.5;
/** A word of two characters or more that stands behind names: a verb of saying or doing. */
const VERB = 2.5;

/** How much a candidate gains for what stands around it, in nats; 0 where nothing frames it. */
export function frameOf(spot: Spot, candidate: Candidate, around: Around): number {
  if (candidate.side === 'after') return framedAfter(spot, candidate) ? FRAMED : 0;
  return candidate.han === null ? foreignFrame(spot, candidate, around) : hanFrame(spot, candidate, candidate.han);
}

/** 总书记|来川|视察: what follows names begins hardly any. */
function framedAfter({ folded }: Spot, { start, end, han }: Candidate): boolean {
  if (han === null || han < LEAST.after) return false;
  return endScore(folded, end) >= 2 && !FOLLOWING_CHARACTERS.has(folded[start]!) && !SWALLOWED.has(folded[end - 1]!);
}

function hanFrame({ folded, head }: Spot, { start, end }: Candidate, han: number): number {
  const right = endScore(folded, head.end);
  const closely = beginsClause(folded, start) && right >= VERB && isHan(folded[head.end]) && !FOLLOWING_CHARACTERS.has(folded[end - 1]!);
  if (closely && han >= LEAST.closely) return FRAMED_CLOSELY;
  return opensName(folded, start) && right >= 2 && han >= LEAST.before ? FRAMED : 0;
}

/**
 * 猜测|费尔南德斯|主席: what is transliterated from the end of a word up to its office. A firm, a place or a short word before one
 * (瓦格纳士兵, 瓦尔达克省长, 坦克指挥官) is nobody, and a title within a longer word (总统府) none.
 */
function foreignFrame({ folded, head }: Spot, { start, end, foreign }: Candidate, around: Around): number {
  if (foreign === null || head.kind !== 'office' || OF_A_BODY.test(head.word) || end - start < SHORTEST_FOREIGN) return 0;
  if (around.across !== '' || [...folded.slice(start, end)].some((one) => (foreignScore.get(one) ?? 0) < IN_NO_NAME)) return 0;
  // 埃朗根-纽伦堡|大学 is no person either.
  if (COMMON_WORDS.has(folded.slice(end - 2, end)) || COUNTRIES.some((country) => folded.slice(start, end).includes(country))) return 0;
  const { starts, words } = around.before;
  const word = words[starts.indexOf(start) - 1];
  if (!opensName(folded, start) && (word === undefined || word.length === 1)) return 0;
  const mean = foreign / (end - start);
  if (mean >= FOREIGN_MEAN.clear) return CLEARLY_FOREIGN;
  return mean >= FOREIGN_MEAN.least && endScore(folded, head.end) >= 2 ? FRAMED : 0;
}

const opensName = (folded: string, start: number): boolean =>
  beginsClause(folded, start) || BEFORE_NAME.has(folded[start - 1]!) || CUTTING_WORDS.has(folded.slice(Math.max(0, start - 2), start));
