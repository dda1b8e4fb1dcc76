import { DECISIVE_KINDS } from './answer-kind.ts';
import type { Hit } from './excerpt.ts';
import type { Question } from './question.ts';
import type { Weights } from './rank.ts';

/** What the confidence is made from, in the order of {@link CONFIDENCE_WEIGHTS}. */
export const CONFIDENCE_FEATURES = [
  'score', 'margin', 'coverage', 'terms', 'pairs', 'figure', 'decisive', 'unknown', 'missing', 'length',
] as const;

/** Fitted by logistic regression on the dev questions; the bias comes first. How, and what it costs: docs/search.md. */
export const CONFIDENCE_WEIGHTS: readonly number[] = [-4.2, 1.74, 3.16, 1.86, 0.25, 0.38, -2, -3.5, -0.3, -0.5, 0.4];

/** In a small collection nothing else comes near, whatever is asked: a wider margin than this says no more. */
const MOST_MARGIN = 0.8;

/** How sure it is that the first hit answers: 0 to 1, comparable between questions. */
export function confidence(question: Question, weights: Weights, hits: readonly Hit[]): number {
  const features = answerFeatures(question, weights, hits);
  if (!features) return 0;
  const z = features.reduce((sum, value, i) => sum + CONFIDENCE_WEIGHTS[i + 1]! * value, CONFIDENCE_WEIGHTS[0]!);
  return 1 / (1 + Math.exp(-z));
}

/** The features of {@link CONFIDENCE_FEATURES}, each about 0 to 1; null where nothing was found. */
export function answerFeatures(question: Question, weights: Weights, hits: readonly Hit[]): number[] | null {
  const [first, second] = hits;
  if (!first) return null;
  const { coverage, features } = first.excerpt;
  return [
    Math.min(first.score, 3) / 2,
    Math.min(MOST_MARGIN, Math.max(0, first.score - (second?.score ?? 0))),
    coverage,
    features.terms,
    features.pairs,
    features.kind === 0 && question.kind === 'number' ? 1 : 0,
    features.kind === 0 && DECISIVE_KINDS.has(question.kind) ? 1 : 0,
    (weights.unknown.length * weights.highest) / (weights.total || 1),
    first.missing,
    Math.min(1, question.terms.length / 10),
  ];
}
