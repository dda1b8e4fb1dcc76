import { words } from '../language/segment.ts';
import { isWord, termOf } from '../language/terms.ts';
import { pairAt } from './bigrams.ts';
import { answerKindIn } from './answer-kind.ts';
import type { SearchIndex } from './index.ts';
import type { Question } from './question.ts';
import type { Weights } from './rank.ts';
import { LONGEST_QUOTE, units, type Span } from './sentences.ts';

/** A stretch of an article that may answer, and what speaks for it. Offsets are UTF-16 in the article's text. */
export interface Excerpt extends Span {
  score: number;
  /** Share of the question's weight (idf of its words and pairs) that the excerpt holds: 0 to 1. */
  coverage: number;
  /** Whether the excerpt has a thing of the kind that is asked for (a date for 何时, …). */
  hasKind: boolean;
}

/** One article's best excerpt for a question. `article` and `passage` are numbers in the index. */
export interface Hit { article: number; passage: number; score: number; excerpt: Excerpt }

/** What words count beside pairs of characters, and what an answer of the right kind adds; from the dev questions. */
const WORD_WEIGHT = 1;
const PAIR_WEIGHT = 0.5;
const KIND_BONUS = 0.12;
/** Each further unit must bring this share of the question, or the quote stays short. */
const COST_OF_LENGTH = 0.04;

interface Unit extends Span { terms: Set<number>; pairs: Set<number> }

/**
 * The run of whole sentences in `span` (clauses, of a very long one) that says most of what the question names, within
 * {@link LONGEST_QUOTE} units.
 */
export function bestExcerpt(index: SearchIndex, article: number, text: string, span: Span, question: Question, weights: Weights): Excerpt {
  const parts = units(text.slice(span.start, span.end)).map((unit) => unitOf(index, article, unit.start + span.start, unit.end + span.start, weights));
  const whole = sum(weights.terms) * WORD_WEIGHT + sum(weights.pairs) * PAIR_WEIGHT || 1;
  let best: Excerpt | undefined;
  for (let first = 0; first < parts.length; first++) {
    const terms = new Set<number>();
    const pairs = new Set<number>();
    for (let last = first; last < parts.length; last++) {
      const [start, end] = [parts[first]!.start, parts[last]!.end];
      if (last > first && end - start > LONGEST_QUOTE) break;
      for (const term of parts[last]!.terms) terms.add(term);
      for (const pair of parts[last]!.pairs) pairs.add(pair);
      const coverage = (worth(terms, weights.terms) * WORD_WEIGHT + worth(pairs, weights.pairs) * PAIR_WEIGHT) / whole;
      const hasKind = answerKindIn(question.kind, index.folded[article]!.slice(start, end), question.folded);
      const score = coverage + (hasKind ? KIND_BONUS : 0) - COST_OF_LENGTH * (last - first);
      if (!best || score > best.score) best = { start, end, score, coverage, hasKind };
    }
  }
  return best ?? { ...span, score: 0, coverage: 0, hasKind: false };
}

function unitOf(index: SearchIndex, article: number, start: number, end: number, weights: Weights): Unit {
  const folded = index.folded[article]!;
  const unit: Unit = { start, end, terms: new Set(), pairs: new Set() };
  for (const term of weights.terms.keys()) if (folded.slice(start, end).includes(index.lexicon.termOf(term))) unit.terms.add(term);
  for (let i = start; i + 1 < end; i++) {
    const pair = pairAt(folded, i);
    if (weights.pairs.has(pair)) unit.pairs.add(pair);
  }
  return unit;
}

function worth(found: ReadonlySet<number>, weights: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const key of found) total += weights.get(key) ?? 0;
  return total;
}

function sum(weights: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const weight of weights.values()) total += weight;
  return total;
}

/**
 * Where the question's words stand in an excerpt: ascending, apart, UTF-16 offsets in the excerpt. Words that touch
 * are marked as one.
 */
export function highlights(folded: string, question: Question): [number, number][] {
  const terms = new Set(question.terms);
  const marks: [number, number][] = [];
  let at = 0;
  for (const word of words(folded)) {
    if (isWord(word) && terms.has(termOf(word))) mark(marks, at, at + word.length);
    at += word.length;
  }
  // Cut otherwise in the article than in the question: look for the words as they stand.
  for (const term of terms) {
    if (term.length < 2) continue;
    for (let i = folded.indexOf(term); i >= 0; i = folded.indexOf(term, i + term.length)) mark(marks, i, i + term.length);
  }
  return merge(marks);
}

function mark(marks: [number, number][], start: number, end: number): void {
  marks.push([start, end]);
}

function merge(marks: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of marks.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
