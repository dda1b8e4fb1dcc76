import { inFigures } from '../../language/numerals.ts';
import { pairAt } from '../index/bigrams.ts';
import type { SearchIndex } from '../index/index.ts';
import { posting } from '../index/postings.ts';
import type { Question } from '../question/question.ts';
import type { Weights } from '../rank/rank.ts';
import type { Span } from '../../language/span.ts';
import { LONGEST_QUOTE, units } from './units.ts';
import { answerKindIn, cueIn } from './shapes.ts';

/** What speaks for a run of sentences; `WINDOW_WEIGHTS` says how much each counts. */
export interface WindowFeatures {
  /** Share of the question's words that stand in it, by idf; those in the title count less: the article is about them anyway. */
  terms: number;
  /** The same for pairs of neighbouring characters. */
  pairs: number;
  /** Share of its characters, by idf, of those that the title does not have. */
  characters: number;
  /** Words of the title among them, by idf. */
  subject: number;
  /** It has something of the kind that is asked for. */
  kind: number;
  /** What was extracted meets the demand there. */
  met: number;
  /** It has a phrase that often introduces such an answer (位于 for 哪里). */
  cue: number;
  /** What is counted or chosen from stands in it, or the question names no such thing. */
  focus: number;
  /** Its sentences beyond the first. */
  extra: number;
  /** It begins the article. */
  lead: number;
  /** Its length over that of the longest quote. */
  length: number;
  /** It ends with a question: what answers one stands behind it. */
  asks: number;
}

/** Fitted on half of the dev questions, checked on the other half: docs/search.md. */
export const WINDOW_WEIGHTS: Readonly<WindowFeatures> = {
  terms: 1,
  pairs: 0.55,
  characters: 0.2,
  subject: -0.2,
  kind: 0.3,
  met: 0.4,
  cue: 0.06,
  focus: 0.05,
  extra: -0.03,
  lead: 0.08,
  length: -0.05,
  asks: -0.4,
};
/** What a word of the question is worth in a sentence when the title has it too. */
export const SUBJECT_SHARE = 0.35;
export interface Window extends Span {
  first: number;
  last: number;
  features: WindowFeatures;
  characters: number;
}

/** A sentence (or clauses of one), and what of the question stands in it; words, pairs and characters by their place in {@link Worth}. */
export interface Unit extends Span {
  terms: number[];
  pairs: number[];
  characters: number[];
  kind: boolean;
  met: boolean;
  cue: boolean;
  focus: boolean;
  asks: boolean;
}

/** The words and pairs of a question with what each is worth in a sentence of one article. */
interface Worth {
  /** Folded words with their idf, and whether the title has them. */
  terms: { word: string; idf: number; worth: number; inTitle: boolean }[];
  /** One of the words has a figure: numbers written in characters are read, too. */
  figures: boolean;
  pairWorth: number[];
  /** Place in `pairWorth` by pair. */
  pairPlaces: ReadonlyMap<number, number>;
  /** Idf of each character, 0 where the title has it. */
  characterWorth: number[];
  characterPlaces: Uint8Array;
  ofTerms: number;
  ofPairs: number;
  ofCharacters: number;
  ofSubject: number;
}

/** The weighted sum, written out: it is taken of some hundred windows a question. */
export function scoreOf(window: WindowFeatures): number {
  const w = WINDOW_WEIGHTS;
  return (
    w.terms * window.terms +
    w.pairs * window.pairs +
    w.characters * window.characters +
    w.subject * window.subject +
    w.kind * window.kind +
    w.met * window.met +
    w.cue * window.cue +
    w.focus * window.focus +
    w.extra * window.extra +
    w.lead * window.lead +
    w.length * window.length +
    w.asks * window.asks
  );
}

/** All runs of sentences within the length of a quote, with what speaks for each. */
export function windowsIn(
  index: SearchIndex,
  article: number,
  text: string,
  span: Span,
  question: Question,
  weights: Weights,
  met: readonly Span[],
): { parts: Unit[]; windows: Window[] } {
  const folded = index.folded[article]!;
  const worth = worthFor(index, article, weights);
  const parts = units(text.slice(span.start, span.end)).map((unit) =>
    unitOf(folded, unit.start + span.start, unit.end + span.start, question, worth, met),
  );
  const windows: Window[] = [];
  for (let first = 0; first < parts.length; first++) {
    const window = new GrowingWindow(worth);
    for (let last = first; last < parts.length; last++) {
      const [start, end] = [parts[first]!.start, parts[last]!.end];
      if (last > first && end - start > LONGEST_QUOTE) break;
      window.add(parts[last]!);
      windows.push({ start, end, first, last, characters: window.characters, features: window.features(last - first, start, end) });
    }
  }
  return { parts, windows };
}

/** A run of sentences that grows at its end: each word and pair counts once, when it first comes. */
class GrowingWindow {
  readonly #terms: Uint8Array;
  readonly #pairs: Uint8Array;
  readonly #characters: Uint8Array;
  #ofTerms = 0;
  #ofPairs = 0;
  #ofCharacters = 0;
  #ofSubject = 0;
  #kind = false;
  #met = false;
  #cue = false;
  #focus = false;
  #asks = false;

  constructor(readonly worth: Worth) {
    this.#terms = new Uint8Array(worth.terms.length);
    this.#pairs = new Uint8Array(worth.pairWorth.length);
    this.#characters = new Uint8Array(worth.characterWorth.length);
  }

  /** What title and window together hold of the question's characters. */
  get characters(): number {
    return 1 - this.worth.ofCharacters + this.#ofCharacters;
  }

  add(unit: Unit): void {
    for (const place of unit.terms) {
      if (this.#terms[place] === 1) continue;
      this.#terms[place] = 1;
      const term = this.worth.terms[place]!;
      this.#ofTerms += term.worth;
      if (term.inTitle) this.#ofSubject += term.idf;
    }
    for (const place of unit.pairs) {
      if (this.#pairs[place] === 1) continue;
      this.#pairs[place] = 1;
      this.#ofPairs += this.worth.pairWorth[place]!;
    }
    for (const place of unit.characters) {
      if (this.#characters[place] === 1) continue;
      this.#characters[place] = 1;
      this.#ofCharacters += this.worth.characterWorth[place]!;
    }
    this.#kind ||= unit.kind;
    this.#met ||= unit.met;
    this.#cue ||= unit.cue;
    this.#focus ||= unit.focus;
    this.#asks = unit.asks;
  }

  features(extra: number, start: number, end: number): WindowFeatures {
    const { ofTerms, ofPairs, ofCharacters, ofSubject } = this.worth;
    return {
      terms: ofTerms === 0 ? 0 : this.#ofTerms / ofTerms,
      pairs: ofPairs === 0 ? 0 : this.#ofPairs / ofPairs,
      characters: ofCharacters === 0 ? 0 : this.#ofCharacters / ofCharacters,
      subject: ofSubject === 0 ? 0 : this.#ofSubject / ofSubject,
      kind: Number(this.#kind),
      met: Number(this.#met),
      cue: Number(this.#cue),
      focus: Number(this.#focus),
      extra,
      lead: Number(start === 0),
      length: (end - start) / LONGEST_QUOTE,
      asks: Number(this.#asks),
    };
  }
}

function worthFor(index: SearchIndex, article: number, weights: Weights): Worth {
  const { first } = index.store.passagesOf(article);
  const title = index.foldedTitles[article]!;
  const titlePairs = new Set<number>();
  for (let i = 0; i + 1 < title.length; i++) titlePairs.add(pairAt(title, i));
  const terms = [...weights.terms].map(([term, idf]) => {
    const inTitle = posting.inTitle(index.postings.at(term, first));
    return { word: index.lexicon.termOf(term), idf, worth: inTitle ? idf * SUBJECT_SHARE : idf, inTitle };
  });
  const pairWorth = [...weights.pairs].map(([pair, idf]) => (titlePairs.has(pair) ? idf * SUBJECT_SHARE : idf));
  const characterWorth = [...weights.characters];
  for (let i = 0; i < title.length; i++) {
    const place = weights.characterPlaces[title.charCodeAt(i)]!;
    if (place > 0) characterWorth[place - 1] = 0;
  }
  const ofSubject = sum(terms, (term) => (term.inTitle ? term.idf : 0));
  return {
    terms,
    figures: weights.figures.length > 0,
    pairWorth,
    pairPlaces: weights.pairPlaces,
    characterWorth,
    characterPlaces: weights.characterPlaces,
    ofTerms: sum(terms, (term) => term.worth),
    ofPairs: sum(pairWorth, (worth) => worth),
    ofCharacters: sum(characterWorth, (worth) => worth),
    ofSubject,
  };
}

function unitOf(folded: string, start: number, end: number, question: Question, worth: Worth, met: readonly Span[]): Unit {
  const text = folded.slice(start, end);
  const terms: number[] = [];
  const read = worth.figures ? inFigures(text) : text;
  worth.terms.forEach(({ word }, place) => {
    if (read.includes(word)) terms.push(place);
  });
  const pairs: number[] = [];
  const characters: number[] = [];
  for (let i = start; i < end; i++) {
    const character = worth.characterPlaces[folded.charCodeAt(i)]!;
    if (character === 0) continue;
    characters.push(character - 1);
    // What begins a pair of the question is a character of it.
    const place = i + 1 < end ? worth.pairPlaces.get(pairAt(folded, i)) : undefined;
    if (place !== undefined) pairs.push(place);
  }
  const isMet = met.some((span) => span.start < end && span.end > start);
  return {
    start,
    end,
    terms,
    pairs,
    characters,
    kind: isMet || answerKindIn(question, text),
    met: isMet,
    cue: cueIn(question.kind, text),
    focus: question.focus === null || text.includes(question.focus),
    asks: /\?[”’」』]?\s*$/.test(text),
  };
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += value(item);
  return total;
}
