import type { SparseRows } from './sparse-rows.ts';

/**
 * What a posting says of a term in a passage, in one byte: how often it stands there as a word of its own (up to 31),
 * how often inside a longer word (up to 3: 扶贫 in 旅游扶贫), and whether the article's title has it.
 */
export const posting = {
  MOST_WORDS: 31,
  MOST_INNER: 3,
  word: 1,
  inner: 32,
  title: 128,
  wordsOf: (value: number): number => value & 31,
  innerOf: (value: number): number => (value >> 5) & 3,
  inTitle: (value: number): boolean => value >= 128,
};

/**
 * The inverted index: a posting list of passages for each term, in typed arrays, five bytes a posting. MiniSearch was used
 * at first; it took two thirds of the build time and, at 17,000 passages, three times the memory (docs/search.md).
 */
export class Postings {
  constructor(readonly rows: SparseRows) {}

  /** Document frequency: in how many passages a term occurs. */
  frequency(term: number): number {
    return this.rows.lengthOf(term);
  }

  /** The posting of a term in a passage, 0 where there is none; read it with {@link posting}. */
  at(term: number, passage: number): number {
    return this.rows.at(term, passage);
  }
}
