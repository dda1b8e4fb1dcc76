import { fold } from '../language/script.ts';
import type { AskReply, Note, Result, SearchReply } from '../reply.ts';
import type { Hit } from '../search/quote/excerpt.ts';
import { highlights } from '../search/quote/highlights.ts';
import type { Question } from '../search/question/question.ts';
import type { Collection } from './collection.ts';
import { articleFilter, type Filters, noteOnFilters } from './filters.ts';
import { checkedQuery, DEFAULT_LIMIT, timed } from './queries.ts';
import { resultOf } from './results.ts';
import { nearRegions } from './suggestions.ts';

/** More suggestions than this are a list to search in. */
const MOST_SUGGESTIONS = 5;

export function search(collection: Collection, query: string, options: Filters & { limit?: number | undefined }): SearchReply {
  return timed(() => {
    const checked = checkedQuery(query);
    const keep = articleFilter(collection, options);
    const found = collection.engine.search(checked, options.limit ?? DEFAULT_LIMIT, keep);
    return {
      command: 'search',
      ok: true,
      query: checked,
      total: found.total,
      results: found.hits.map((hit) => result(collection, hit, found.question)),
      ...near(collection, checked, found.total, options),
      ...closer(collection, checked, found.hits, keep),
    };
  });
}

/** What is longer is a sentence, which seldom stands in an article as it was typed. */
const LONGEST_MISTYPED = 20;

/**
 * Beside what was found: what may have been mistyped. That is offered only where no article that was found has all the words as they were
 * typed, and for the near query the best one has; the results stay as they are.
 */
function closer(
  { engine }: Collection,
  query: string,
  hits: readonly Hit[],
  keep: (article: number) => boolean,
): { suggestions?: string[] } {
  const has = (words: string) => {
    const all = fold(words).split(/\s+/);
    return ({ article }: Hit) => all.every((word) => engine.index.folded[article]!.includes(word));
  };
  if (hits.length === 0 || query.length > LONGEST_MISTYPED || hits.some(has(query))) return {};
  const suggestions = engine.near(query).filter((words) => engine.search(words, 1, keep).hits.some(has(words)));
  return suggestions.length > 0 ? { suggestions } : {};
}

/** A quote that scores this share of the best one is shown beside it; what scores less is only near. */
const BESIDE_BEST = 0.6;

export function ask(collection: Collection, question: string, options: Filters & { limit?: number | undefined }): AskReply {
  return timed(() => {
    const checked = checkedQuery(question);
    const answer = collection.engine.ask(checked, options.limit ?? DEFAULT_LIMIT, articleFilter(collection, options));
    const besideBest = answer.hits.filter((hit) => hit.score >= BESIDE_BEST * answer.hits[0]!.score).length;
    return {
      command: 'ask',
      ok: true,
      question: checked,
      answered: answer.answered,
      confidence: Math.round(answer.confidence * 1000) / 1000,
      answers: answer.answered ? besideBest : 0,
      total: answer.total,
      results: answer.hits.map((hit) => result(collection, hit, answer.question)),
      ...near(collection, checked, answer.total, options),
    };
  });
}

/** Where nothing was found: that the filters are to blame, or what the reader may have meant (other words, an official, a region). */
function near(collection: Collection, query: string, total: number, filters: Filters): { suggestions?: string[]; note?: Note } {
  if (total > 0) return {};
  const note = noteOnFilters(collection, filters, () => collection.engine.search(query, 1, () => true).total);
  if (note) return { note };
  const all = [...collection.engine.near(query), ...collection.directory.find(query).suggestions, ...nearRegions(collection, query)];
  const suggestions = [...new Set(all)].slice(0, MOST_SUGGESTIONS);
  return suggestions.length > 0 ? { suggestions } : {};
}

function result(collection: Collection, hit: Hit, question: Question): Result {
  const marks = highlights(collection.engine.index.folded[hit.article]!.slice(hit.excerpt.start, hit.excerpt.end), question);
  return resultOf(collection, hit.article, hit.excerpt, marks, Math.round(hit.score * 1000) / 1000);
}
