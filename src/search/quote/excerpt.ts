import { onlyForecasts } from '../rank/forecast.ts';
import type { SearchIndex } from '../index/index.ts';
import type { Contradiction } from '../rank/conditions.ts';
import type { Question } from '../question/question.ts';
import type { Weights } from '../rank/rank.ts';
import type { Span } from '../../language/span.ts';
import { LONGEST_QUOTE } from './units.ts';
import { scoreOf, type Window, type WindowFeatures, windowsIn, type Unit } from './windows.ts';

/** A stretch of an article that may answer, and what speaks for it. Offsets are UTF-16 in the article's text. */
export interface Excerpt extends Span {
  score: number;
  /** Share of the question's characters, by idf, that stand in it or in the title: 0 to 1. */
  characters: number;
  /** It tells what is expected, where the question asks for what is. */
  forecast: boolean;
  /** What speaks for the run of sentences that the excerpt was made from. */
  features: WindowFeatures;
}

/**
 * One article's best excerpt for a question. `article` and `passage` are numbers in the index. `fit` is how well it fits by
 * itself; in `score`, which hits are ordered by, it also counts that other articles say the same.
 */
export interface Hit {
  article: number;
  passage: number;
  score: number;
  fit: number;
  missing: number;
  excerpt: Excerpt;
  /** Which of the question's wordings it fits best. */
  way: number;
  /** Conditions of the question that its passage does not hold. */
  unmet: readonly Contradiction[];
}

/** A quote shorter than this takes in the sentence behind it (or before it), to be understood by itself. */
export const SHORT_QUOTE = 120;

const NOTHING: WindowFeatures = {
  terms: 0,
  pairs: 0,
  characters: 0,
  subject: 0,
  kind: 0,
  met: 0,
  cue: 0,
  focus: 0,
  extra: 0,
  lead: 0,
  length: 0,
  asks: 0,
};

/**
 * The run of whole sentences in `span` (clauses, of a very long one) that says most of what the question asks, within
 * {@link LONGEST_QUOTE} units.
 */
export function bestExcerpt(
  index: SearchIndex,
  article: number,
  text: string,
  span: Span,
  question: Question,
  weights: Weights,
  met: readonly Span[] = [],
): Excerpt {
  const { parts, windows } = windowsIn(index, article, text, span, question, weights, met);
  let best: Window | undefined;
  let bestScore = -Infinity;
  for (const window of windows) {
    const score = scoreOf(window.features);
    if (score > bestScore) [best, bestScore] = [window, score];
  }
  if (!best) return { ...span, score: 0, characters: 0, forecast: false, features: NOTHING };
  const forecast = onlyForecasts(question.folded, index.folded[article]!.slice(best.start, best.end));
  return { ...widened(best, parts, text), score: bestScore, characters: best.characters, forecast, features: best.features };
}

/** Takes in neighbours of the same paragraph while the quote is short, the one behind first, where an answer goes on, unless it asks. */
function widened(window: Window, parts: readonly Unit[], text: string): Span {
  let { first, last } = window;
  const fits = (from: number, to: number) => from >= 0 && to < parts.length && parts[to]!.end - parts[from]!.start <= LONGEST_QUOTE;
  const joined = (before: number) => !text.slice(parts[before]!.end, parts[before + 1]!.start).includes('\n');
  while (parts[last]!.end - parts[first]!.start < SHORT_QUOTE) {
    if (fits(first, last + 1) && joined(last) && !parts[last + 1]!.asks) last++;
    else if (fits(first - 1, last) && joined(first - 1)) first--;
    else break;
  }
  return { start: parts[first]!.start, end: parts[last]!.end };
}
