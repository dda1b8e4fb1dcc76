import { foreignScore, isHan, isJoint, type NameMatch } from '../names/characters.ts';
import { hanNames } from '../names/han.ts';
import { latinAt, NOT_IN_TRANSLITERATION, transliterated } from '../names/transliterated.ts';
import { mayEndAt, type Spot } from '../holders/spot.ts';

/** A stretch beside a title that may be its holder's name. Offsets are UTF-16. */
export interface Candidate {
  start: number;
  end: number;
  side: 'after' | 'before';
  /** Scores by the tables of characters (log-likelihood ratios); null where the stretch has no such form. */
  han: number | null;
  foreign: number | null;
  latin: boolean;
}

/** Longest name without a dot between its parts; longer ones are rare, and long ones with dots are taken whole. */
const LONGEST_PART = 12;
/** A name before its title, in transliteration, has at least so much of the characters that such names are made of. */
const MEAN_FOREIGN = 0.3;
const LONGEST_BEFORE = 8;
const LONGEST_DOTTED = 20;
/** They follow names all the time and end none. */
const NO_END = new Set('的称及将已说曾对在');
/** Forms of address are no part of a name. */
const ADDRESS = /先生|女士|小姐|同学|同志|某/;

/** Everything beside a title that may be a name, on either side. */
export function candidatesAt(spot: Spot): Candidate[] {
  return [...candidatesAfter(spot), ...candidatesBefore(spot)];
}

function candidatesAfter(spot: Spot): Candidate[] {
  const { folded, after, foreign } = spot;
  if (!isHan(folded[after])) {
    const latin = latinAt(folded, after);
    return latin && mayEndAt(spot, latin.end)
      ? [{ start: after, end: latin.end, side: 'after', han: null, foreign: null, latin: true }]
      : [];
  }
  const byEnd = new Map<number, Candidate>();
  const candidate = (end: number): Candidate => {
    const known = byEnd.get(end) ?? { start: after, end, side: 'after', han: null, foreign: null, latin: false };
    byEnd.set(end, known);
    return known;
  };
  for (const { end, score } of hanNames(folded, after)) {
    const one = candidate(end);
    one.han = Math.max(one.han ?? score, score);
  }
  for (const { end, score } of transliterated(folded, after, foreign)) {
    if (end - after <= LONGEST_PART || hasDot(folded, after, end)) candidate(end).foreign = score;
  }
  return [...byEnd.values()].filter(
    ({ end }) => mayEndAt(spot, end) && !ADDRESS.test(folded.slice(after + 1, end)) && !(end - after > 2 && NO_END.has(folded[end - 1]!)),
  );
}

function candidatesBefore({ folded, before: end, floor }: Spot): Candidate[] {
  const found: Candidate[] = [];
  let foreign = 0;
  let dotted = false;
  for (let start = end - 1; start >= floor && end - start <= LONGEST_DOTTED; start--) {
    const character = folded[start]!;
    if (isJoint(folded, start)) {
      if (start === end - 1 || !isHan(folded[start - 1])) break;
      dotted = true;
      continue;
    }
    if (!isHan(character) || (!dotted && end - start > LONGEST_BEFORE)) break;
    const barred = NOT_IN_TRANSLITERATION.has(character);
    foreign += Math.min(foreignScore.get(character) ?? 0, 3);
    const length = end - start;
    if (length < 2) {
      if (barred) foreign = -Infinity;
      continue;
    }
    const han = length <= 5 ? best(hanNames(folded, start), end) : null;
    if (barred) foreign = -Infinity;
    const likely = foreign >= MEAN_FOREIGN * length ? foreign : null;
    if (han !== null || likely !== null) found.push({ start, end, side: 'before', han, foreign: likely, latin: false });
  }
  return found;
}

function best(names: NameMatch[], end: number): number | null {
  let score: number | null = null;
  for (const name of names) if (name.end === end && (score === null || name.score > score)) score = name.score;
  return score;
}

function hasDot(folded: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isJoint(folded, at)) return true;
  return false;
}
