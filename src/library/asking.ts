import type { PlaceCondition } from '../question/conditions.ts';
import { readQuestion, type Reading } from '../question/reading.ts';
import { findPlaces } from '../places/find-regions.ts';
import { isWithin } from '../places/region.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import { type Answers, bestAnswers } from '../search/answers.ts';
import { understood } from '../search/engine.ts';
import { type FactsOf, NO_FACTS } from '../search/question/facts.ts';
import type { Question } from '../search/question/question.ts';
import { binds } from '../search/rank/conditions.ts';
import type { Collection, Filter, FoundCandidates } from './collection.ts';
import { metBy } from './question-facts.ts';
import { dayOf, happenedOn } from './refs.ts';

/** A question with what the collection has for it. */
export interface Asked {
  reading: Reading;
  question: Question;
  candidates: FoundCandidates;
  answers: Answers;
}

/** Reads a question with what the collection knows, and asks the articles that its conditions choose. */
export async function askCollection(collection: Collection, text: string, limit: number, filter: Filter): Promise<Asked> {
  const reading = readQuestion(text, {
    places: (folded) => placesIn(folded, collection.gazetteer),
    people: () => [],
    newestDay: await newestDay(collection),
  });
  const ask = async (placed: readonly PlaceCondition[]): Promise<Asked> => {
    const question = understood(
      collection.statistics,
      reading,
      placed.map(({ text: name }) => name),
    );
    const chosen = placed.length === 0 ? filter : { ...filter, names: placed.map(({ text: name, codes }) => ({ name, codes })) };
    const candidates = await collection.candidates(question, chosen);
    const answers = bestAnswers(question, candidates, limit, await factsFor(collection, question, candidates));
    return { reading, question, candidates, answers };
  };
  const { places } = reading.conditions;
  const within = places.length > 0 ? await ask(places) : null;
  return within && within.answers.hits.length > 0 ? within : ask([]);
}

/** What was extracted from the candidates' articles, where the question is held against it. */
async function factsFor(collection: Collection, question: Question, candidates: FoundCandidates): Promise<FactsOf> {
  const { demand } = question;
  const extracted = demand.kind === 'holder' || demand.kind === 'said' || demand.kind === 'speaker';
  if (!extracted && !question.newest && !binds(question)) return () => NO_FACTS;
  const { index, passages, idOf } = candidates;
  const numbers = [...new Set(passages.map((passage) => index.store.articleOf(passage)))];
  const stored = new Map((await collection.articles(numbers.map(idOf))).map((one) => [one.article.id, one]));
  const facts = new Map(
    numbers.flatMap((number) => {
      const one = stored.get(idOf(number));
      if (!one) return [];
      const days = [dayOf(one.article), happenedOn(one.article)].filter((day) => day !== null);
      return [[number, { days, met: metBy(demand, one.officials, one.folded) }] as const];
    }),
  );
  return (article) => facts.get(article) ?? NO_FACTS;
}

/** The day of the newest article, which 上周 and 昨天 are told from; null where no article has a day. */
async function newestDay(collection: Collection): Promise<string | null> {
  const { ids } = await collection.page({}, 'newest', 0, 1);
  const [newest] = await collection.articles(ids);
  return newest ? dayOf(newest.article) : null;
}

/** The divisions that a question names, the smallest of a chain alone: 武汉市黄陂区 is 黄陂区 in 武汉. */
function placesIn(folded: string, gazetteer: Gazetteer): PlaceCondition[] {
  const { regions, open } = findPlaces({ title: '', text: folded }, gazetteer, folded);
  const smallest = regions.filter(
    ({ region }) => !regions.some((other) => other.region !== region && isWithin(other.region.code, region.code)),
  );
  return [
    ...smallest.flatMap(({ region, mentions }) => nameOf(folded, mentions[0], [region.code])),
    ...open.flatMap(({ start, end, candidates }) =>
      nameOf(
        folded,
        { start, end },
        candidates.map(({ code }) => code),
      ),
    ),
  ];
}

function nameOf(folded: string, mention: { start: number; end: number } | undefined, codes: string[]): PlaceCondition[] {
  return mention ? [{ text: folded.slice(mention.start, mention.end), codes }] : [];
}
