import { crossing, endScore } from './boundary.ts';
import { isHan, type NameMatch } from './characters.ts';
import { hanNames } from './han.ts';
import { latinAt, transliterated } from './transliterated.ts';

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
