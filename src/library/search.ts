import { fold } from '../language/script.ts';
import { readQuestion, type Reading } from '../question/reading.ts';
import type { AskReply, Note, ReadRef, Result, SearchReply, Unmeasured } from '../reply.ts';
import { type Answers, bestPassages } from '../search/answers.ts';
import { understood } from '../search/engine.ts';
import type { Hit } from '../search/quote/excerpt.ts';
import { highlights } from '../search/quote/highlights.ts';
import type { Question } from '../search/question/question.ts';
import { askCollection } from './asking.ts';
import type { Collection, Filter, FoundCandidates, StoredArticle } from './collection.ts';
import { articleFilter, type Filters, noteOnFilters } from './filters.ts';
import { checkedQuery, DEFAULT_LIMIT } from './queries.ts';
import { nearRegions } from './regions.ts';
import { resultOf } from './results.ts';

/** More suggestions than this are a list to search in. */
const MOST_SUGGESTIONS = 5;

/** Passages that have the words of a query, best first. */
export async function search(
  collection: Collection,
  query: string,
  options: Filters & { limit?: number | undefined },
): Promise<Unmeasured<SearchReply>> {
  const checked = checkedQuery(query);
  const filter = await articleFilter(collection, options);
  const found = await passages(collection, checked, filter, options.limit ?? DEFAULT_LIMIT);
  return {
    command: 'search',
    ok: true,
    query: checked,
    total: found.total,
    results: found.hits.map((hit) => resultOfHit(hit, found.question)),
    ...(await near(collection, checked, found.total, options)),
    ...(await closer(collection, checked, found.hits, filter)),
  };
}

/** A hit, with its article. */
interface ReadHit extends Hit {
  stored: StoredArticle;
}

async function passages(
  collection: Collection,
  query: string,
  filter: Filter,
  limit: number,
): Promise<{ question: Question; hits: ReadHit[]; total: number }> {
  const question = understood(collection.statistics, readQuestion(query));
  const candidates = await collection.candidates(question, filter);
  return { question, hits: await read(collection, candidates, bestPassages(question, candidates, limit)), total: candidates.total.value };
}

/** The hits with their articles; several may be of one. */
async function read(collection: Collection, { idOf }: FoundCandidates, hits: readonly Hit[]): Promise<ReadHit[]> {
  const ids = hits.map(({ article }) => idOf(article));
  const articles = new Map((await collection.articles([...new Set(ids)])).map((stored) => [stored.article.id, stored]));
  return hits.flatMap((hit, i) => {
    const stored = articles.get(ids[i]!);
    return stored ? [{ ...hit, stored }] : [];
  });
}

/** What is longer is a sentence, which seldom stands in an article as it was typed. */
const LONGEST_MISTYPED = 20;

/**
 * Beside what was found: what may have been mistyped. That is offered only where no article that was found has all the words as they were
 * typed, and for the near query the best one has; the results stay as they are.
 */
async function closer(
  collection: Collection,
  query: string,
  hits: readonly ReadHit[],
  filter: Filter,
): Promise<{ suggestions?: string[] }> {
  const has = (words: string) => {
    const all = fold(words).split(/\s+/);
    return ({ stored }: ReadHit) => all.every((word) => stored.folded.includes(word));
  };
  if (hits.length === 0 || query.length > LONGEST_MISTYPED || hits.some(has(query))) return {};
  const nearest = await collection.nearQueries(query);
  const found = await Promise.all(nearest.map((words) => passages(collection, words, filter, 1)));
  const suggestions = nearest.filter((words, i) => found[i]!.hits.some(has(words)));
  return suggestions.length > 0 ? { suggestions } : {};
}

/** The articles that answer a question, best first, and whether they do. */
export async function ask(
  collection: Collection,
  question: string,
  options: Filters & { limit?: number | undefined },
): Promise<Unmeasured<AskReply>> {
  const checked = checkedQuery(question);
  const filter = await articleFilter(collection, options);
  const asked = await askCollection(collection, checked, options.limit ?? DEFAULT_LIMIT, filter);
  const { answers, candidates } = asked;
  return {
    command: 'ask',
    ok: true,
    question: checked,
    read: readRef(asked.reading),
    answered: answers.answered,
    confidence: Math.round(answers.confidence * 1000) / 1000,
    answers: answers.shown,
    total: candidates.total.value,
    results: (await read(collection, candidates, answers.hits)).map((hit) => resultOfHit(hit, asked.question)),
    ...otherwise(answers),
    ...(await near(collection, checked, candidates.total.value, options)),
  };
}

/** How a question was read, as plain data. */
function readRef({ wordings, conditions, newest }: Reading): ReadRef {
  const [{ matter, demand }] = wordings;
  return {
    matter: matter.split(/\s+/).filter((words) => words !== ''),
    demand,
    conditions,
    newest,
    wordings: wordings.map(({ text }) => text),
  };
}

/** Where nothing answers because the best article has another day or figure: which. */
function otherwise({ answered, contradictions: [first] }: Answers): { note?: Note } {
  if (answered || !first) return {};
  return first.found === null
    ? { note: { code: 'not_there', values: { asked: first.asked } } }
    : { note: { code: 'otherwise', values: { asked: first.asked, found: first.found } } };
}

/** Where nothing was found: that the filters are to blame, or what the reader may have meant (other words, an official, a region). */
async function near(
  collection: Collection,
  query: string,
  total: number,
  filters: Filters,
): Promise<{ suggestions?: string[]; note?: Note }> {
  if (total > 0) return {};
  const note = await noteOnFilters(collection, filters, async () => {
    const candidates = await collection.candidates(understood(collection.statistics, readQuestion(query)), {});
    return candidates.total.value;
  });
  if (note) return { note };
  const { suggestions: people } = await collection.people(query);
  const all = [...(await collection.nearQueries(query)), ...people, ...(await nearRegions(collection, query))];
  const suggestions = [...new Set(all)].slice(0, MOST_SUGGESTIONS);
  return suggestions.length > 0 ? { suggestions } : {};
}

function resultOfHit({ stored, excerpt, score }: ReadHit, question: Question): Result {
  const marks = highlights(stored.folded.slice(excerpt.start, excerpt.end), question);
  return resultOf(stored, excerpt, marks, Math.round(score * 1000) / 1000);
}
