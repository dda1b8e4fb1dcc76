import { fold } from '../language/script.ts';
import { readQuestion, type Reading } from '../question/reading.ts';
import { readSearch, type SearchWords } from '../question/search-words.ts';
import type { AskReply, Note, PassageCount, ReadRef, Result, SearchReply, Unmeasured } from '../reply.ts';
import { type Answers, bestPassages } from '../search/answers.ts';
import { understood } from '../search/engine.ts';
import type { Hit } from '../search/quote/excerpt.ts';
import { highlights } from '../search/quote/highlights.ts';
import type { Question } from '../search/question/question.ts';
import { askCollection } from './asking.ts';
import type { Collection, Filter, FoundCandidates, StoredArticle } from './collection.ts';
import { articleFilter, type Filters, noteOnFilters } from './filters.ts';
import { checkedQuery, DEFAULT_LIMIT } from './queries.ts';
import { toldOfChinese } from './not-chinese.ts';
import { withPhrases } from './phrases.ts';
import { nearRegions } from './regions.ts';
import { resultOf } from './results.ts';
import { UserError } from '../user-error.ts';

/** More suggestions than this are a list to search in. */
const MOST_SUGGESTIONS = 5;

/**
 * Passages that fit the words of a query, best first, with its phrases and without what it leaves out.
 *
 * @throws {UserError} `empty_query` where it only leaves out; as {@link checkedQuery}, and the filters
 */
export async function search(
  collection: Collection,
  query: string,
  options: Filters & { limit?: number | undefined },
): Promise<Unmeasured<SearchReply>> {
  const checked = checkedQuery(query);
  const read = searchWords(checked);
  const filter = await articleFilter(collection, options);
  const found = await passages(collection, read, filter, options.limit ?? DEFAULT_LIMIT);
  return {
    command: 'search',
    ok: true,
    query: checked,
    read,
    total: found.total,
    articles: found.articles,
    results: found.hits.map((hit) => resultOfHit(hit, found.question)),
    ...(await near(collection, read.words, found.total, options, async () => (await passages(collection, read, {}, 1)).total)),
    ...(await closer(collection, read.words, found.hits, filter)),
  };
}

/** A query as it is looked up. */
function searchWords(query: string): SearchWords {
  const read = readSearch(query);
  if (read.words === '') {
    const message = 'This only leaves out: write what to look for as well.';
    throw new UserError('empty_query', message, { excluded: read.excluded.join(' ') }, 'only_excluded');
  }
  // Signs without a word between them, as a mark that is not closed, are no query either.
  checkedQuery(read.words);
  return read;
}

/** A hit, with its article. */
interface ReadHit extends Hit {
  stored: StoredArticle;
}

interface FoundPassages {
  question: Question;
  hits: ReadHit[];
  total: number;
  articles: PassageCount[];
}

async function passages(collection: Collection, read: SearchWords, filter: Filter, limit: number): Promise<FoundPassages> {
  const question = understood(collection.statistics, readQuestion(read.words));
  const candidates = await collection.candidates(question, filter);
  const chosen = await withPhrases(collection, read, candidates);
  const { hits, perArticle } = bestPassages(question, chosen, limit, chosen.marked);
  const articles = [...perArticle].map(([article, count]) => ({ id: candidates.idOf(article), passages: count }));
  const fit = articles.reduce((sum, { passages: count }) => sum + count, 0);
  // Where all that were weighed fit, so may those that were not.
  const total = fit === candidates.passages.length ? candidates.total.value : fit;
  return { question, hits: await readHits(collection, candidates, hits), total, articles };
}

/** The hits with their articles; several may be of one. */
async function readHits(collection: Collection, { idOf }: FoundCandidates, hits: readonly Hit[]): Promise<ReadHit[]> {
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
  const found = await Promise.all(nearest.map((words) => passages(collection, { words, phrases: [], excluded: [] }, filter, 1)));
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
    nearest: answers.nearest,
    total: candidates.total.value,
    results: (await readHits(collection, candidates, answers.hits)).map((hit) => resultOfHit(hit, asked.question)),
    ...otherwise(answers),
    ...(answers.answered ? {} : await toldOfChinese(collection, checked)),
    ...(await near(collection, checked, candidates.total.value, options, async () => {
      const everywhere = await collection.candidates(understood(collection.statistics, readQuestion(checked)), {});
      return everywhere.total.value;
    })),
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
  unfiltered: () => Promise<number>,
): Promise<{ suggestions?: string[]; note?: Note }> {
  if (total > 0) return {};
  const foreign = await toldOfChinese(collection, query);
  if (foreign) return foreign;
  const note = await noteOnFilters(collection, filters, unfiltered);
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
