import { asksForPlaces, listsPlaces, namesPlace } from '../quote/named.ts';
import { isDecisive } from '../quote/shapes.ts';
import type { Hit } from '../quote/excerpt.ts';
import type { SearchIndex } from '../index/index.ts';
import { posting } from '../index/postings.ts';
import type { Question } from '../question/question.ts';
import { CONFIDENCE_BIAS, CONFIDENCE_WEIGHTS } from './confidence-weights.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { Weights } from './rank.ts';

const CONFIDENCE_NAMES = Object.keys(CONFIDENCE_WEIGHTS) as (keyof ConfidenceFeatures)[];

/** What the confidence is made from. Each is about 0 to 1. */
export interface ConfidenceFeatures extends Coverage {
  /** How well the first article fits. */
  score: number;
  /** How far the next article is behind. */
  margin: number;
  /** How far the third one is: several reports of one thing are near each other. */
  lead: number;
  /** Share of the question's pairs of characters in the run of sentences, those of the title counting less. */
  pairs: number;
  /** Share of its characters in the run of sentences or the title. */
  characters: number;
  /** Share of its words in the title. */
  title: number;
  /** The rarest of its words that is neither in the passage nor in the title. */
  missing: number;
  /**
   * Share of its words that the passage lacks and another hit of the same title has: a series of articles does not say
   * its subject in each.
   */
  elsewhere: number;
  /** A long question has more words to miss. */
  length: number;
  /** No figure stands near what is counted. */
  figure: number;
  /** No figure of the unit that is asked for stands there: no sum of money, no score. */
  unit: number;
  /** No year, day, age, holder of an office, speech or cause stands where one is asked for. */
  decisive: number;
  /** Several things of a kind are asked for, and none are enumerated; what has no kind (哪些内容, 哪些措施) may be told in sentences. */
  unlisted: number;
  /** A place is asked for, and none is named that the question does not name. */
  placeless: number;
  /** What was extracted meets the demand. */
  met: number;
  /** Conditions of the question that do not hold: a year, a figure. */
  unmet: number;
  /** The quote begins the article: the news itself comes first. */
  beginning: number;
  /** It has a phrase that often introduces such an answer. */
  cue: number;
}

/** More than all words once says no more. */
const MOST_SCORE = 3;

/** In a small collection nothing else comes near, whatever is asked: a wider margin than this says no more. */
const MOST_MARGIN = 0.8;

/** How sure it is that the first hit answers, by what speaks for it: 0 to 1, comparable between questions; 0 where nothing was found. */
export function confidenceOf(features: ConfidenceFeatures | null): number {
  if (!features) return 0;
  let z = CONFIDENCE_BIAS;
  for (const name of CONFIDENCE_NAMES) z += CONFIDENCE_WEIGHTS[name] * features[name];
  return 1 / (1 + Math.exp(-z));
}

/** What speaks for and against the first hit; null where nothing was found. */
export function confidenceFeatures(
  index: SearchIndex,
  question: Question,
  weights: Weights,
  hits: readonly Hit[],
): ConfidenceFeatures | null {
  const [first, ...others] = hits;
  if (!first) return null;
  const rival = others.reduce((most, { fit }) => Math.max(most, fit), 0);
  const { features } = first.excerpt;
  const lacks = features.kind === 0;
  const asked = question.folded;
  // Parts of speech are told of the one quote alone: of all sentences that are read they would take longer than all the rest.
  const quote = index.folded[first.article]!.slice(first.excerpt.start, first.excerpt.end);
  let inTitle = 0;
  for (const [term, weight] of weights.terms) if (posting.inTitle(index.postings.at(term, first.passage))) inTitle += weight;
  return {
    score: Math.min(first.fit, MOST_SCORE) / 2,
    margin: Math.min(MOST_MARGIN, Math.max(0, first.fit - rival)),
    pairs: features.pairs,
    characters: first.excerpt.characters,
    title: inTitle / (weights.total || 1),
    missing: first.missing,
    elsewhere: ofElsewhere(index, weights, first, others) / (weights.total || 1),
    length: Math.min(1, question.terms.length / 10),
    figure: lacks && question.demand.unit === null && question.kind === 'number' ? 1 : 0,
    unit: lacks && question.demand.unit !== null ? 1 : 0,
    decisive: lacks && isDecisive(question.kind) ? 1 : 0,
    unlisted: lacks && question.kind === 'list' && question.focus !== null && !(asksForPlaces(asked) && listsPlaces(quote, asked)) ? 1 : 0,
    placeless: question.kind === 'place' && features.met === 0 && !namesPlace(quote, asked) ? 1 : 0,
    met: features.met,
    unmet: first.unmet.length,
    lead: Math.min(MOST_MARGIN, Math.max(0, first.fit - (others[1]?.fit ?? 0))),
    beginning: features.lead,
    cue: features.cue,
    ...coverageOf(index, question, weights, first),
  };
}

function ofElsewhere(index: SearchIndex, weights: Weights, first: Hit, others: readonly Hit[]): number {
  const title = index.foldedTitles[first.article]!;
  const kin = title === '' ? [] : others.filter(({ article }) => index.foldedTitles[article] === title);
  let elsewhere = 0;
  for (const [term, weight] of weights.terms) {
    const has = ({ passage }: Hit) => index.postings.at(term, passage) !== 0;
    if (kin.length > 0 && !has(first) && kin.some(has)) elsewhere += weight;
  }
  return elsewhere;
}
