/** Filters, lists and questions as the engine is asked them. What people type only ever stands as a value. */
import { idf } from '../../search/rank/candidates.ts';
import type { Statistics } from '../../search/index/statistics.ts';
import { innerTerms, type Question } from '../../search/question/question.ts';
import { dayWeight } from '../refs.ts';
import type { Days, Filter, ListOrder } from '../collection.ts';
import { keyOfTexts, pairsIn } from './digest.ts';

export type Query = Record<string, unknown>;

const term = (field: string, value: string | number): Query => ({ term: { [field]: value } });
const termsOf = (field: string, values: readonly string[]): Query => ({ terms: { [field]: values } });
const all = (queries: readonly Query[]): Query => ({ bool: { filter: queries } });
const any = (queries: readonly Query[]): Query => ({ bool: { should: queries, minimum_should_match: 1 } });

/** Texts that have these characters side by side. Of two characters that is exact; longer names may stand in pieces, which is rare. */
export const printed = (name: string): Query => all(pairsIn(name).map((pair) => term('pairs', pair)));

/** An article of a person: which these are is told by the person's document. */
function ofPerson(key: string, index: string, field: '_id' | 'article'): Query {
  return { terms: { [field]: { index, id: keyOfTexts(key), path: 'articles' } } };
}

/** A day that may be a month or a year is a stretch; it and the days asked for have one in common. */
function inDays({ from, to }: Days, first: string, last: string): Query[] {
  return [
    { exists: { field: first } },
    ...(from === undefined ? [] : [{ range: { [last]: { gte: dayWeight(from) } } }]),
    ...(to === undefined ? [] : [{ range: { [first]: { lte: dayWeight(to, '9') } } }]),
  ];
}

/**
 * The articles that pass.
 *
 * @param people the index of people
 * @param naming in place of the filter's `names`, where the index that is asked has no characters: digests of articles, a list a name
 */
export function filterQuery(filter: Filter, people: string, field: '_id' | 'article', naming?: readonly (readonly string[])[]): Query {
  const { within, about, names = [], person, days, happened, open } = filter;
  const queries: Query[] = [];
  if (within !== undefined) queries.push(term(about ? 'about' : 'within', within));
  names.forEach(({ name, codes }, i) => {
    queries.push(any([termsOf('within', codes), naming ? termsOf('article', naming[i]!) : printed(name)]));
  });
  if (person !== undefined) queries.push(ofPerson(person, people, field));
  if (days) queries.push(...inDays(days, 'first_day', 'last_day'));
  if (happened === 'unknown') queries.push({ bool: { must_not: [{ exists: { field: 'happened_first' } }] } });
  else if (happened) queries.push(...inDays(happened, 'happened_first', 'happened_last'));
  if (open)
    queries.push({ bool: { filter: [termsOf('open', open.codes), printed(open.name)], must_not: [termsOf('regions', open.codes)] } });
  return queries.length === 0 ? { match_all: {} } : all(queries);
}

/** How a list is sorted; of `about` the engine knows all but how often an article names the region. */
export function sortOf(order: ListOrder): object[] {
  const corpus = { order: 'asc' };
  if (order === 'corpus') return [corpus];
  if (order === 'newest') return [{ first_day: { order: 'desc', missing: '_last' } }, corpus];
  if (order === 'happened') return [{ happened_first: { order: 'asc', missing: '_last' } }, corpus];
  return [{ _score: 'desc' }, { first_day: { order: 'desc', missing: '_last' } }, corpus];
}

/** A list with those about a place in the region first. */
export function aboutFirst(query: Query, within: string): Query {
  return { bool: { filter: [query], should: [{ constant_score: { filter: term('about', within), boost: 1 } }] } };
}

/** Engines take 1,024 clauses; a question of 500 characters may have more. The rarest are asked. */
const MOST_FORMS = 200;
/** What a word inside a longer one counts, and what a word of the title adds, of its idf; Lucene's BM25 lacks the factor k1 + 1. */
const INNER_SHARE = 0.3;
const TITLE_WEIGHT = 0.35 / 1.9;

/** The words of a question and the shorter words in them, with how rare each is: the rarest first. */
export function formsOf(question: Question, statistics: Statistics): { form: string; weight: number }[] {
  const forms = new Map<string, number>();
  for (const one of [question, ...question.others].flatMap(({ terms }) => terms)) {
    for (const form of [one, ...innerTerms(one)]) {
      const frequency = statistics.frequencyOf(form);
      if (frequency > 0) forms.set(form, idf(statistics.passages, frequency));
    }
  }
  return [...forms]
    .map(([form, weight]) => ({ form, weight }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_FORMS);
}

/** Passages that hold any of the forms, scored as BM25 does. */
export function candidatesQuery(forms: readonly { form: string; weight: number }[], filter: Query): Query {
  const should = forms.flatMap(({ form, weight }) => [
    { term: { words: { value: form } } },
    { term: { inner: { value: form, boost: INNER_SHARE } } },
    { constant_score: { filter: term('title', form), boost: Math.max(TITLE_WEIGHT * weight, Number.MIN_VALUE) } },
  ]);
  return { bool: { filter: [filter], should, minimum_should_match: 1 } };
}
