import { agreement } from './rank/agreement.ts';
import { type ConfidenceFeatures, confidenceFeatures, confidenceOf } from './rank/confidence.ts';
import { unmet, type Contradiction } from './rank/conditions.ts';
import { newestFirst } from './rank/newest.ts';
import { bestExcerpt, type Hit } from './quote/excerpt.ts';
import type { Span } from '../language/span.ts';
import type { SearchIndex } from './index/index.ts';
import type { FactsOf } from './question/facts.ts';
import type { Question } from './question/question.ts';
import { fitting } from './rank/fitting.ts';
import { rank, weigh, type Ranked, type Weights } from './rank/rank.ts';

/**
 * The candidate passages of a question, retrieved by the embedded or the cluster adapter: their numbers in an index that may
 * hold these passages only.
 */
export interface Candidates {
  readonly index: SearchIndex;
  readonly passages: readonly number[];
  /** The printed text of an article, by its number in the index. */
  textOf(article: number): string;
}

export interface Answers {
  hits: Hit[];
  confidence: number;
  /** What the confidence was made from; null where nothing was found. */
  evidence: ConfidenceFeatures | null;
  answered: boolean;
  /** How many of the top hits are shown as answers; 0 where `answered` is false. */
  shown: number;
  /** Where `answered` is false, how many of the top hits are shown as near misses; else 0. */
  nearest: number;
  /** Conditions of the question that the best article contradicts; empty where it contradicts none. */
  contradictions: readonly Contradiction[];
}

/**
 * The answer threshold: with a confidence below it the reply is that the articles do not say, with the near misses. How it was chosen:
 * docs/search.md.
 */
export const ANSWERED_FROM = 0.5;

/** Below this the near misses are not shown either: most questions without an answer score lower (docs/search.md). */
const NEAREST_FROM = 0.25;

/** Reranking depth: so many passages beyond the limit get a snippet, so that a better sentence can win over a better passage. */
const READ_FURTHER = 12;
/** Weight of the snippet's own score beside the passage's, between articles. */
const EXCERPT_WEIGHT = 0.25;
/** Cost of a snippet that states a forecast where the question asks for a fact. */
const FORECAST_COST = 0.15;
/** Weight of agreement with snippets of other articles. */
const AGREEMENT_WEIGHT = 0.1;
/** Weight of the passage's score beside the snippet's, between passages of one article. */
const PASSAGE_WEIGHT = 0.3;
/**
 * What a passage gains where what was extracted meets the demand, and loses for each condition that it does not hold and its
 * article has a day to be held against. Where none is known, that a figure is missing has cost it already (`rank.ts`).
 */
const MET_WORTH = 0.4;
const UNMET_COST = 0.4;
/** What a place that was looked up by its code gains where the passage, or the title, has its name too. */
const NAMED_WORTH = 0.2;

/** Passages that fit a query, and how many there are of each article. */
export interface FittingPassages {
  hits: Hit[];
  /** Of all that fit, shown or not: how many an article has, by its number; the best article first. */
  perArticle: ReadonlyMap<number, number>;
}

/**
 * The passages that fit the words of a query, best first, `limit` at most, each with its best excerpt. `marked`: what in an article's text
 * a quote should hold, beside the words.
 */
export function bestPassages(
  question: Question,
  candidates: Candidates,
  limit: number,
  marked: (article: number) => readonly Span[] = () => [],
): FittingPassages {
  const { index } = candidates;
  const ways = waysOf(question, index);
  const passages = fitting(
    index,
    candidates.passages,
    ways.map((way) => way.question),
  );
  const all = ranked(ways, { ...candidates, passages }, (article) => ({ days: [], met: marked(article) }));
  const perArticle = new Map<number, number>();
  for (const { passage } of all) {
    const article = index.store.articleOf(passage);
    perArticle.set(article, (perArticle.get(article) ?? 0) + 1);
  }
  return { hits: all.slice(0, limit).map((passage) => hitOf(passage, candidates, ways)), perArticle };
}

/** For each article its best excerpt, best first, `limit` at most, and how sure it is that the first one answers. */
export function bestAnswers(question: Question, candidates: Candidates, limit: number, factsOf: FactsOf): Answers {
  const { index } = candidates;
  const ways = waysOf(question, index);
  const hits = ranked(ways, candidates, factsOf)
    .slice(0, limit + READ_FURTHER)
    .map((passage) => hitOf(passage, candidates, ways));
  const each = bestOfEach(index, question, hits);
  const distinct = question.newest ? newestFirst(each, (article) => factsOf(article).days) : each;
  const [best] = distinct;
  const way = ways[best?.way ?? 0]!;
  const evidence = confidenceFeatures(index, way.question, way.weights, distinct);
  const sure = confidenceOf(evidence);
  const answered = sure >= ANSWERED_FROM;
  return {
    hits: distinct.slice(0, limit),
    confidence: sure,
    evidence,
    answered,
    nearest: answered || sure < NEAREST_FROM ? 0 : Math.min(limit, distinct.length),
    shown: answered ? besideBest(question, distinct.slice(0, limit)) : 0,
    contradictions: best?.unmet ?? [],
  };
}

/** One wording of the question with what its words are worth. */
interface Way {
  question: Question;
  weights: Weights;
}

function waysOf(question: Question, index: SearchIndex): Way[] {
  return [question, ...question.others].map((one) => ({ question: one, weights: weigh(index, one) }));
}

/** A passage as it fits best, by whichever wording. */
interface Fitting extends Ranked {
  way: number;
  unmet: readonly Contradiction[];
  met: readonly Span[];
}

function ranked(ways: readonly Way[], { index, passages }: Candidates, factsOf: FactsOf): Fitting[] {
  const { question } = ways[0]!;
  const best = new Map<number, Fitting>();
  ways.forEach(({ weights }, way) => {
    for (const one of rank(index, passages, weights)) {
      const known = best.get(one.passage);
      if (!known || one.score > known.score) best.set(one.passage, { ...one, way, unmet: [], met: [] });
    }
  });
  for (const one of best.values()) {
    const article = index.store.articleOf(one.passage);
    const span = index.store.spanOf(one.passage);
    const facts = factsOf(article);
    one.met = facts.met.filter(({ start, end }) => start < span.end && end > span.start);
    const whole = index.folded[article]!;
    const title = index.foldedTitles[article]!;
    const text = `${title}\n${whole.slice(span.start, span.end)}`;
    one.unmet = unmet(question, text, `${title}\n${whole}`, facts.days);
    one.score += (one.met.length > 0 ? MET_WORTH : 0) - (facts.days.length > 0 ? UNMET_COST : 0) * one.unmet.length;
    if (question.placed.some((name) => text.includes(name))) one.score += NAMED_WORTH;
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.passage - b.passage);
}

function hitOf({ passage, score, missing, way, unmet, met }: Fitting, candidates: Candidates, ways: readonly Way[]): Hit {
  const { index } = candidates;
  const article = index.store.articleOf(passage);
  const { question, weights } = ways[way]!;
  const excerpt = bestExcerpt(index, article, candidates.textOf(article), index.store.spanOf(passage), question, weights, met);
  return { article, passage, score, fit: score, missing, excerpt, way, unmet };
}

/** One hit an article, best article first: the article by its best passage, its quote by the best excerpt in any of them. */
function bestOfEach(index: SearchIndex, question: Question, hits: readonly Hit[]): Hit[] {
  const claims = hits.map(({ article, score, excerpt }) => ({
    article,
    start: excerpt.start,
    end: excerpt.end,
    score: score + EXCERPT_WEIGHT * excerpt.score - (excerpt.forecast ? FORECAST_COST : 0),
  }));
  const agreed = agreement(index, question.folded, claims);
  const best = new Map<number, { hit: Hit; score: number; fit: number }>();
  hits.forEach((hit, i) => {
    const fit = claims[i]!.score;
    const score = fit + AGREEMENT_WEIGHT * agreed[i]!;
    const known = best.get(hit.article);
    if (!known) best.set(hit.article, { hit, score, fit });
    else
      best.set(hit.article, {
        hit: quoteScore(hit) > quoteScore(known.hit) ? hit : known.hit,
        score: Math.max(score, known.score),
        fit: Math.max(fit, known.fit),
      });
  });
  return [...best.values()]
    .map(({ hit, score, fit }) => ({ ...hit, score, fit }))
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

function quoteScore(hit: Hit): number {
  return hit.excerpt.score + PASSAGE_WEIGHT * hit.score;
}

/** Most quotes shown side by side. */
const MOST_SHOWN = 3;
/** A quote shown beside the best one scores at least this share of the best score. */
const BESIDE_BEST = 0.85;

/** How many of the top hits are shown: they have the kind of answer asked for, meet the conditions, and score about as well as the best. */
function besideBest({ demand }: Question, hits: readonly Hit[]): number {
  const [best, ...others] = hits;
  if (!best) return 0;
  if (demand.kind === 'yesno' || demand.kind === 'definition') return 1;
  let shown = 1;
  for (const hit of others) {
    const fits =
      hit.fit >= BESIDE_BEST * best.fit &&
      hit.unmet.length === 0 &&
      hit.excerpt.features.kind >= best.excerpt.features.kind &&
      hit.excerpt.features.met >= best.excerpt.features.met;
    if (!fits || shown === MOST_SHOWN) break;
    shown++;
  }
  return shown;
}
