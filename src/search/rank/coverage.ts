import { inFigures } from '../../language/numerals.ts';
import type { SearchIndex } from '../index/index.ts';
import type { Hit } from '../quote/excerpt.ts';
import { units } from '../quote/units.ts';
import type { Question } from '../question/question.ts';
import type { Weights } from './rank.ts';

/**
 * Where the words of a question stand that the title does not have: together in one sentence, as where something is told of them, or
 * scattered over a passage, as where the article is about the same thing and does not say. Shares are of idf, 0 to 1.
 */
export interface Coverage {
  /** The most that one sentence of the passage has. */
  together: number;
  /** What the passage has beyond that sentence. */
  scattered: number;
  /** The rarest that the quote lacks, over the rarest that a word can be. */
  lacking: number;
  /** The most that one sentence has of the pairs of neighbouring characters; each counts the same. */
  pairsTogether: number;
  /** Whether quote or title has the first word: what the question is about comes first. */
  subject: number;
  /** How many of the question's numbers stand nowhere in the article. */
  lostFigures: number;
}

/** The coverage of a question in the passage and the quote of a hit. Linear in the passage times the question's words. */
export function coverageOf(index: SearchIndex, question: Question, weights: Weights, { article, passage, excerpt }: Hit): Coverage {
  const text = index.folded[article]!;
  const title = index.foldedTitles[article]!;
  const { start, end } = index.store.spanOf(passage);
  const read = (from: number, to: number) => inFigures(text.slice(from, to));
  const sentences = units(text.slice(start, end)).map((unit) => read(start + unit.start, start + unit.end));
  const quote = read(excerpt.start, excerpt.end);
  const titleRead = inFigures(title);

  const words = wordsOf(index, weights).filter(({ word }) => !titleRead.includes(word));
  const total = words.reduce((sum, { idf }) => sum + idf, 0);
  const share = (has: (word: string) => boolean) =>
    total === 0 ? 1 : words.reduce((sum, { word, idf }) => sum + (has(word) ? idf : 0), 0) / total;
  const together = sentences.reduce(
    (most, sentence) =>
      Math.max(
        most,
        share((word) => sentence.includes(word)),
      ),
    0,
  );
  const lacking = words.reduce((most, { word, idf }) => (quote.includes(word) ? most : Math.max(most, idf)), 0);

  const pairs = runPairs(question.matter).filter((pair) => !title.includes(pair));
  const ofPairs = (sentence: string) => pairs.filter((pair) => sentence.includes(pair)).length / pairs.length;
  const [first] = question.terms;
  const numbers = inFigures(question.folded).match(/\d+(?:\.\d+)?/g) ?? [];
  const whole = numbers.length === 0 ? '' : `${titleRead}\n${inFigures(text)}`;
  return {
    together,
    scattered: share((word) => sentences.some((sentence) => sentence.includes(word))) - together,
    lacking: lacking / weights.highest,
    pairsTogether: pairs.length === 0 ? 1 : sentences.reduce((most, sentence) => Math.max(most, ofPairs(sentence)), 0),
    subject: first !== undefined && (quote.includes(first) || titleRead.includes(first)) ? 1 : 0,
    lostFigures: numbers.filter((number) => !hasNumber(whole, number)).length,
  };
}

/** The number itself, not part of a longer one. */
function hasNumber(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1))
    if (!/[\d.]/.test(text[at - 1] ?? '') && !/\d/.test(text[at + number.length] ?? '')) return true;
  return false;
}

/** The question's words with their idf; those that stand nowhere in the collection are as rare as can be. */
function wordsOf({ lexicon }: SearchIndex, { terms, unknown, highest }: Weights): { word: string; idf: number }[] {
  const known = [...terms].map(([term, idf]) => ({ word: lexicon.termOf(term), idf }));
  return [...known, ...unknown.map((word) => ({ word, idf: highest }))];
}

/** Pairs of neighbouring characters of words, each as often as it comes. */
function runPairs(matter: string): string[] {
  return matter
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((run) => Array.from({ length: Math.max(0, run.length - 1) }, (_, i) => run.slice(i, i + 2)));
}
