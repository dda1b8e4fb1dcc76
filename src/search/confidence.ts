import type { Hit } from './excerpt.ts';
import type { Question } from './question.ts';
import type { Weights } from './rank.ts';

/**
 * How sure it is that the first hit answers: 0 to 1. A logistic function of what speaks for it, fitted on the dev
 * questions (docs/search.md has the figures and the cost of the threshold).
 */
export function confidence(question: Question, weights: Weights, hits: readonly Hit[]): number {
  const features = answerFeatures(question, weights, hits);
  if (!features) return 0;
  const [coverage, unknown, margin, hasKind] = features;
  const z = -4 + 8 * coverage! - 3 * unknown! + 1 * margin! + 0.8 * hasKind!;
  return 1 / (1 + Math.exp(-z));
}

/** What the confidence is made from; null where nothing was found. Exported for the fit and its tests. */
export function answerFeatures(question: Question, weights: Weights, hits: readonly Hit[]): number[] | null {
  const first = hits[0];
  if (!first) return null;
  const unknown = question.terms.length === 0 ? 1 : weights.unknown.length / question.terms.length;
  const margin = 1 - (hits[1]?.score ?? 0) / first.score;
  return [first.excerpt.coverage, unknown, margin, first.excerpt.hasKind ? 1 : 0];
}
