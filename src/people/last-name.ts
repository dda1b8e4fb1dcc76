import type { Span } from '../language/span.ts';
import { endScore } from './names/boundary.ts';
import { DOT, isHan } from './names/characters.ts';
import type { Official } from './official.ts';

/** What parts a name from abroad: 弗拉基米尔·普京, anna berg. */
const BETWEEN_PARTS = /[·•・‧ ]/;
/** A last name in letters, which stands by itself between words. */
const LATIN = /[a-z]/;

/**
 * Where a text calls somebody by the last name alone whom it has named in full before: 普京说 behind 弗拉基米尔·普京.
 * Nobody is meant where two officials of the text end in that name, or one has it for a name.
 *
 * @param folded the text, folded, as the mentions of `officials` count in it
 */
export function mentionsByLastName(folded: string, officials: readonly Official[]): Map<Official, Span[]> {
  const bearers = new Map<string, Official[]>();
  for (const official of officials) {
    const parts = official.name.split(BETWEEN_PARTS);
    const last = parts.at(-1)!;
    if (last.length > 1) bearers.set(last, [...(bearers.get(last) ?? []), official]);
  }
  const found = new Map<Official, Span[]>();
  for (const [last, [official, another]] of bearers) {
    if (another || last === official!.name) continue;
    const first = official!.mentions[0]?.end ?? folded.length;
    found.set(official!, standingAlone(folded, last, first));
  }
  return found;
}

function standingAlone(folded: string, name: string, from: number): Span[] {
  const spans: Span[] = [];
  for (let start = folded.indexOf(name, from); start >= 0; start = folded.indexOf(name, start + name.length)) {
    const end = start + name.length;
    const before = folded[start - 1] ?? '';
    const within = LATIN.test(name)
      ? LATIN.test(before) || LATIN.test(folded[end] ?? '') || (before === ' ' && LATIN.test(folded[start - 2] ?? ''))
      : DOT.test(before) || DOT.test(folded[end] ?? '') || (isHan(folded[end]) && endScore(folded, end) < 0);
    if (!within) spans.push({ start, end });
  }
  return spans;
}
