import { answerKindIn, cueIn } from './answer-kind.ts';
import { pairAt } from './bigrams.ts';
import type { SearchIndex } from './index.ts';
import type { Question } from './question.ts';
import type { Weights } from './rank.ts';
import { LONGEST_QUOTE, units, type Span } from './sentences.ts';

/** A stretch of an article that may answer, and what speaks for it. Offsets are UTF-16 in the article's text. */
export interface Excerpt extends Span {
  score: number;
  /** Share of the question's weight (idf of its words and pairs) that the excerpt and the title hold: 0 to 1. */
  coverage: number;
  /** What speaks for the run of sentences that the excerpt was made from. */
  features: WindowFeatures;
}

/** One article's best excerpt for a question. `article` and `passage` are numbers in the index. */
export interface Hit { article: number; passage: number; score: number; missing: number; excerpt: Excerpt }

/** What speaks for a run of sentences; `WINDOW_WEIGHTS` says how much each counts. */
export interface WindowFeatures {
  /** Share of the question's words that stand in it, by idf; those in the title count less: the article is about them anyway. */
  terms: number;
  /** The same for pairs of neighbouring characters. */
  pairs: number;
  /** Words of the title among them, by idf. */
  subject: number;
  /** It has something of the kind that is asked for. */
  kind: number;
  /** It has a phrase that often introduces such an answer (位于 for 哪里). */
  cue: number;
  /** What is counted or chosen from stands in it, or the question names no such thing. */
  focus: number;
  /** Its sentences beyond the first. */
  extra: number;
  /** It begins the article. */
  lead: number;
}

/** Fitted on half of the dev questions, checked on the other half: docs/search.md. */
export const WINDOW_WEIGHTS: Readonly<WindowFeatures> = { terms: 1, pairs: 0.55, subject: -0.2, kind: 0.12, cue: 0.06, focus: 0.05, extra: -0.03, lead: 0.05 };
/** What a word of the question is worth in a sentence when the title has it too. */
export const SUBJECT_SHARE = 0.35;
/** A quote shorter than this takes in the sentence behind it (or before it), to be understood by itself. */
export const SHORT_QUOTE = 120;

const NOTHING: WindowFeatures = { terms: 0, pairs: 0, subject: 0, kind: 0, cue: 0, focus: 0, extra: 0, lead: 0 };

export interface Window extends Span { first: number; last: number; features: WindowFeatures; coverage: number }

interface Unit extends Span { terms: number[]; pairs: number[] }

/** How much of a question a title says already. */
interface Worth { terms: Map<number, number>; pairs: Map<number, number>; ofTerms: number; ofPairs: number; subject: Set<number>; ofSubject: number }

/**
 * The run of whole sentences in `span` (clauses, of a very long one) that says most of what the question asks, within
 * {@link LONGEST_QUOTE} units.
 */
export function bestExcerpt(index: SearchIndex, article: number, text: string, span: Span, question: Question, weights: Weights): Excerpt {
  const { parts, windows } = windowsIn(index, article, text, span, question, weights);
  let best: Window | undefined;
  let bestScore = -Infinity;
  for (const window of windows) {
    const score = scoreOf(window.features);
    if (score > bestScore) [best, bestScore] = [window, score];
  }
  if (!best) return { ...span, score: 0, coverage: 0, features: NOTHING };
  return { ...widened(best, parts, text), score: bestScore, coverage: best.coverage, features: best.features };
}

export function scoreOf(features: WindowFeatures): number {
  let score = 0;
  for (const key in WINDOW_WEIGHTS) score += WINDOW_WEIGHTS[key as keyof WindowFeatures] * features[key as keyof WindowFeatures];
  return score;
}

/** Takes in neighbours of the same paragraph while the quote is short, the one behind first: it is where an answer goes on. */
function widened(window: Window, parts: readonly Span[], text: string): Span {
  let { first, last } = window;
  const fits = (from: number, to: number) => from >= 0 && to < parts.length && parts[to]!.end - parts[from]!.start <= LONGEST_QUOTE;
  const joined = (before: number) => !text.slice(parts[before]!.end, parts[before + 1]!.start).includes('\n');
  while (parts[last]!.end - parts[first]!.start < SHORT_QUOTE) {
    if (fits(first, last + 1) && joined(last)) last++;
    else if (fits(first - 1, last) && joined(first - 1)) first--;
    else break;
  }
  return { start: parts[first]!.start, end: parts[last]!.end };
}

/** All runs of sentences within the length of a quote, with what speaks for each. */
export function windowsIn(index: SearchIndex, article: number, text: string, span: Span, question: Question, weights: Weights): { parts: Unit[]; windows: Window[] } {
  const folded = index.folded[article]!;
  const worth = worthFor(index, article, weights);
  const parts = units(text.slice(span.start, span.end)).map((unit) => unitOf(index, folded, unit.start + span.start, unit.end + span.start, weights));
  const windows: Window[] = [];
  for (let first = 0; first < parts.length; first++) {
    const terms = new Set<number>();
    const pairs = new Set<number>();
    for (let last = first; last < parts.length; last++) {
      const [start, end] = [parts[first]!.start, parts[last]!.end];
      if (last > first && end - start > LONGEST_QUOTE) break;
      for (const term of parts[last]!.terms) terms.add(term);
      for (const pair of parts[last]!.pairs) pairs.add(pair);
      const quoted = folded.slice(start, end);
      windows.push({ start, end, first, last, coverage: coverage(terms, weights, worth), features: {
        terms: share(terms, worth.terms, worth.ofTerms),
        pairs: share(pairs, worth.pairs, worth.ofPairs),
        subject: share(intersection(terms, worth.subject), weights.terms, worth.ofSubject),
        kind: answerKindIn(question, quoted) ? 1 : 0,
        cue: cueIn(question.kind, quoted) ? 1 : 0,
        focus: question.focus === null || quoted.includes(question.focus) ? 1 : 0,
        extra: last - first,
        lead: start === 0 ? 1 : 0,
      } });
    }
  }
  return { parts, windows };
}

function worthFor(index: SearchIndex, article: number, weights: Weights): Worth {
  const titleTerms = new Set(index.titles[article]);
  const title = index.foldedTitles[article]!;
  const titlePairs = new Set<number>();
  for (let i = 0; i + 1 < title.length; i++) titlePairs.add(pairAt(title, i));
  const less = (known: ReadonlySet<number>) => ([key, weight]: [number, number]): [number, number] => [key, known.has(key) ? weight * SUBJECT_SHARE : weight];
  const terms = new Map([...weights.terms].map(less(titleTerms)));
  const pairs = new Map([...weights.pairs].map(less(titlePairs)));
  const subject = new Set([...weights.terms.keys()].filter((term) => titleTerms.has(term)));
  return { terms, pairs, ofTerms: sum(terms.values()), ofPairs: sum(pairs.values()), subject, ofSubject: sum([...subject].map((term) => weights.terms.get(term)!)) };
}

function unitOf(index: SearchIndex, folded: string, start: number, end: number, weights: Weights): Unit {
  const text = folded.slice(start, end);
  const terms = [...weights.terms.keys()].filter((term) => text.includes(index.lexicon.termOf(term)));
  const pairs: number[] = [];
  for (let i = start; i + 1 < end; i++) {
    const pair = pairAt(folded, i);
    if (weights.pairs.has(pair)) pairs.push(pair);
  }
  return { start, end, terms, pairs };
}

/** What the title and the window together hold of the question's words, unknown words counting as the rarest. */
function coverage(terms: ReadonlySet<number>, weights: Weights, worth: Worth): number {
  let held = 0;
  let all = 0;
  for (const [term, weight] of weights.terms) {
    all += weight;
    if (terms.has(term) || worth.subject.has(term)) held += weight;
  }
  all += weights.unknown.length * weights.highest;
  return all === 0 ? 0 : held / all;
}

function share(found: ReadonlySet<number>, weights: ReadonlyMap<number, number>, whole: number): number {
  if (whole === 0) return 0;
  let total = 0;
  for (const key of found) total += weights.get(key) ?? 0;
  return total / whole;
}

function intersection(a: ReadonlySet<number>, b: ReadonlySet<number>): Set<number> {
  return new Set([...a].filter((key) => b.has(key)));
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
