import type { SearchIndex } from '../index/index.ts';
import { posting } from '../index/postings.ts';
import { innerTerms, type Question } from '../question/question.ts';
import { idf } from './candidates.ts';

/**
 * A passage fits the words of a query where it holds at least this share of the idf that the best one holds. Measured by
 * the best and not by the whole query: a word that no article has is missing everywhere and tells no two passages apart.
 * How it was chosen: docs/search.md.
 */
const FITS_FROM = 0.4;

/** How much of a question's words a passage has. */
interface Holding {
  /** Idf of the words that stand in the passage or its title. */
  share: number;
  /** One of them stands in the passage itself. */
  inside: boolean;
}

/**
 * Those of the passages that fit the words of a question, in the order given. A title counts for all passages of its article, but does
 * not make one fit that has none of the words itself; unless none has, and there are only titles to be found.
 */
export function fitting(index: SearchIndex, passages: readonly number[], ways: readonly Question[]): number[] {
  const worths = ways.map(({ terms }) => worthOf(index, terms));
  const held = new Map(passages.map((passage) => [passage, holdingOf(index, passage, worths)]));
  const some = [...held.values()].some(({ inside }) => inside);
  const eligible = passages.filter((passage) => held.get(passage)!.inside || !some);
  const best = eligible.reduce((most, passage) => Math.max(most, held.get(passage)!.share), 0);
  return eligible.filter((passage) => held.get(passage)!.share >= FITS_FROM * best);
}

/** The words of one wording, looked up once for all passages. */
interface Worth {
  terms: { number: number | undefined; weight: number; parts: readonly string[] }[];
  all: number;
}

function worthOf({ lexicon, statistics }: SearchIndex, words: readonly string[]): Worth {
  const terms = words.map((term) => ({
    number: lexicon.numberOf(term),
    weight: idf(statistics.passages, Math.max(1, statistics.frequencyOf(term))),
    parts: innerTerms(term),
  }));
  return { terms, all: terms.reduce((sum, { weight }) => sum + weight, 0) };
}

/** By whichever wording it has more of. */
function holdingOf(index: SearchIndex, passage: number, worths: readonly Worth[]): Holding {
  return worths.map((worth) => shareOf(index, passage, worth)).reduce((best, one) => (one.share > best.share ? one : best));
}

function shareOf({ folded, foldedTitles, postings, store }: SearchIndex, passage: number, { terms, all }: Worth): Holding {
  const article = store.articleOf(passage);
  const { start, end } = store.spanOf(passage);
  const text = folded[article]!.slice(start, end);
  const title = foldedTitles[article]!;
  let inside = false;
  let held = 0;
  for (const { number, weight, parts } of terms) {
    const value = number === undefined ? 0 : postings.at(number, passage);
    if (value > 0) {
      inside ||= posting.wordsOf(value) + posting.innerOf(value) > 0;
      held += weight;
      continue;
    }
    // What does not stand there as a whole may stand there in part: 脱贫攻坚 of 脱贫攻坚战.
    const inText = parts.filter((part) => text.includes(part));
    inside ||= inText.length > 0;
    if (parts.length > 0) held += (weight * parts.filter((part) => inText.includes(part) || title.includes(part)).length) / parts.length;
  }
  return { share: all === 0 ? 0 : held / all, inside };
}
