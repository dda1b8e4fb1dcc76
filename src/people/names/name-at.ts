import { FOLLOWING_CHARACTERS } from '../data/followers.ts';
import { SURNAMES } from '../data/surnames.ts';
import { crossing, endScore } from './boundary.ts';
import { isHan, type NameMatch } from './characters.ts';
import { hanNames } from './han.ts';
import { latinAt, transliterated } from './transliterated.ts';

/** The likeliest name that begins at `at`, or null. `foreign`: the title before it belongs to another country. */
export function nameAt(folded: string, at: number, foreign = false): NameMatch | null {
  if (!isHan(folded[at])) return latinAt(folded, at);
  if (folded[at + 1] === ' ') return spacedAt(folded, at);
  let best: NameMatch | null = null;
  for (const found of [...hanNames(folded, at), ...transliterated(folded, at, foreign)]) {
    const score = found.score + endScore(folded, found.end) - crossing(folded, found);
    if (!best || score > best.score) best = { ...found, score };
  }
  return best;
}

/** Printers set a name of two characters as wide as one of three: 王 强. One blank, or two narrow ones. */
const SPACED = /(\p{Script=Han}) {1,2}(\p{Script=Han})/uy;
/** What is so set is hardly anything but a name, where one ends there. */
const SPACED_SCORE = 4;
/** A verb, a pause or the like stands behind it (see `endScore`). */
const ENDS = 2;

function spacedAt(folded: string, at: number): NameMatch | null {
  SPACED.lastIndex = at;
  const [found, surname, given] = SPACED.exec(folded) ?? [];
  if (found === undefined || !SURNAMES.has(surname!) || FOLLOWING_CHARACTERS.has(given!)) return null;
  const end = at + found.length;
  return endScore(folded, end) >= ENDS ? { start: at, end, score: SPACED_SCORE, script: 'han' } : null;
}

/** Candidate names that end at `end` and begin no earlier than `floor`, the likeliest first, by characters alone. */
export function namesBefore(folded: string, end: number, floor: number): NameMatch[] {
  const found: NameMatch[] = [];
  for (let length = 2; length <= 4 && end - length >= floor; length++) {
    for (const name of hanNames(folded, end - length)) if (name.end === end) found.push(name);
  }
  return found.sort((a, b) => b.score - a.score);
}
