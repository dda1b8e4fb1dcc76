import { pairAt, wordUnit } from '../index/bigrams.ts';
import { bm25, idf, lengthNorm, worthOf } from './candidates.ts';
import type { SearchIndex } from '../index/index.ts';
import { AIM } from '../index/passages.ts';
import { posting } from '../index/postings.ts';
import type { Question } from '../question/question.ts';
import type { Statistics } from '../index/statistics.ts';

/** A passage and how well it fits. Scores of one question compare; those of two questions do not. */
export interface Ranked {
  passage: number;
  score: number;
  /** Idf of the rarest word of the question that stands in neither passage nor title, over that of the rarest possible. */
  missing: number;
}

/**
 * What counts beside the words (docs/search.md): pairs of neighbouring characters, single characters (结婚 is near to
 * 婚姻), length, since long passages come to hold characters more easily, and figures of the question that are not there.
 */
const PAIR_WEIGHT = 0.3;
const CHARACTER_WEIGHT = 1;
const LENGTH_WEIGHT = 0.05;
const MISSING_FIGURES_WEIGHT = 0.5;

export interface Weights {
  /** Idf by term number. */
  terms: Map<number, number>;
  /** Idf by pair of characters. */
  pairs: Map<number, number>;
  /** The pairs' places in the order of `pairs`. */
  pairPlaces: Map<number, number>;
  /** Idf of each character of the question, 1 in all. */
  characters: number[];
  /** By UTF-16 unit, its place in `characters`, from 1; 0 for all others: most of a passage is passed over by this alone. */
  characterPlaces: Uint8Array;
  /** Terms of the question that stand nowhere in the corpus. */
  unknown: string[];
  /** Idf of a term that stands in one passage only. */
  highest: number;
  /** All terms together, unknown ones counted as the rarest: what scores are measured by. */
  total: number;
  /** Terms with a digit: a year, a rank, a number that the answer is about. */
  figures: number[];
}

/** How much each term and each pair of characters of a question is worth in this index. */
export function weigh({ lexicon, statistics }: SearchIndex, question: Question): Weights {
  const total = statistics.passages;
  const weights: Weights = {
    terms: new Map(),
    pairs: new Map(),
    pairPlaces: new Map(),
    characters: [],
    characterPlaces: new Uint8Array(65536),
    unknown: [],
    highest: idf(total, 1),
    total: 0,
    figures: [],
  };
  for (const term of question.terms) {
    const frequency = statistics.frequencyOf(term);
    const number = lexicon.numberOf(term);
    if (number === undefined || frequency === 0) weights.unknown.push(term);
    else {
      weights.terms.set(number, idf(total, frequency));
      if (/[0-9]/.test(term)) weights.figures.push(number);
    }
  }
  for (const weight of weights.terms.values()) weights.total += weight;
  weights.total += weights.unknown.length * weights.highest;
  for (let i = 0; i + 1 < question.matter.length; i++) {
    const pair = pairAt(question.matter, i);
    if (pair >= 0) weights.pairs.set(pair, idf(total, Math.min(total, statistics.pairs.of(pair))));
  }
  for (const pair of weights.pairs.keys()) weights.pairPlaces.set(pair, weights.pairPlaces.size);
  weighCharacters(statistics, question.matter, weights);
  return weights;
}

/** More different characters than this are passed over: a place is one byte. */
const MOST_CHARACTERS = 254;

function weighCharacters({ passages, pairs }: Statistics, matter: string, { characters, characterPlaces }: Weights): void {
  for (let i = 0; i < matter.length && characters.length < MOST_CHARACTERS; i++) {
    const unit = matter.charCodeAt(i);
    if (!wordUnit(unit) || characterPlaces[unit] !== 0) continue;
    characterPlaces[unit] = characters.push(idf(passages, pairs.ofCharacter(unit)));
  }
  const total = characters.reduce((sum, weight) => sum + weight, 0) || 1;
  characters.forEach((weight, place) => {
    characters[place] = weight / total;
  });
}

/** Candidates weighed in full, best first. */
export function rank(index: SearchIndex, passages: readonly number[], weights: Weights): Ranked[] {
  return passages.map((passage) => score(index, passage, weights)).sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** About 0 to 3.5: 1 where all words stand in it once, 1 for all its characters, more for pairs and for the title. */
function score(index: SearchIndex, passage: number, weights: Weights): Ranked {
  const norm = lengthNorm(index, passage);
  let ofWords = 0;
  let missing = weights.unknown.length > 0 ? weights.highest : 0;
  let lostFigures = 0;
  for (const [term, weight] of weights.terms) {
    const value = index.postings.at(term, passage);
    ofWords += weight * worthOf(value, norm);
    if (value === 0) missing = Math.max(missing, weight);
    if (posting.wordsOf(value) === 0 && weights.figures.includes(term)) lostFigures += 1 / weights.figures.length;
  }
  const { start, end } = index.store.spanOf(passage);
  const article = index.store.articleOf(passage);
  const { ofPairs, ofCharacters } = read(index.folded[article]!, start, end, index.foldedTitles[article]!, norm, weights);
  return {
    passage,
    score:
      (ofWords + PAIR_WEIGHT * ofPairs) / (weights.total || 1) +
      CHARACTER_WEIGHT * ofCharacters -
      LENGTH_WEIGHT * Math.log((end - start) / AIM) -
      MISSING_FIGURES_WEIGHT * lostFigures,
    missing: missing / weights.highest,
  };
}

/** BM25 over pairs of neighbouring characters; the weight of the characters that stand in the passage or its title. */
function read(
  folded: string,
  start: number,
  end: number,
  title: string,
  norm: number,
  weights: Weights,
): { ofPairs: number; ofCharacters: number } {
  const { pairs, pairPlaces, characters, characterPlaces } = weights;
  const counts = new Uint16Array(pairs.size);
  const seen = new Uint8Array(characters.length + 1);
  for (let i = start; i < end; i++) {
    const character = characterPlaces[folded.charCodeAt(i)]!;
    if (character === 0) continue;
    seen[character] = 1;
    // What begins a pair of the question is a character of it.
    const place = i + 1 < end ? pairPlaces.get(pairAt(folded, i)) : undefined;
    if (place !== undefined) counts[place]!++;
  }
  for (let i = 0; i < title.length; i++) seen[characterPlaces[title.charCodeAt(i)]!] = 1;
  let ofCharacters = 0;
  characters.forEach((weight, place) => {
    if (seen[place + 1] === 1) ofCharacters += weight;
  });
  let ofPairs = 0;
  let place = 0;
  for (const idf of pairs.values()) {
    const count = counts[place++]!;
    if (count > 0) ofPairs += idf * bm25(count, norm);
  }
  return { ofPairs, ofCharacters };
}
