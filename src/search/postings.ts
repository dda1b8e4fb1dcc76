import MiniSearch from 'minisearch';

/**
 * Which passages hold which terms. The one thing that a large collection would keep elsewhere: another engine takes
 * MiniSearch's place by implementing this, and nothing else changes.
 */
export interface Postings {
  /** Adds a passage with its terms, by number; each passage once, repeated terms count as their frequency. */
  add(passage: number, terms: readonly number[]): void;
  /**
   * Passages that hold any of the terms and pass `keep`: the best `most` of them by BM25, best first, and how many
   * there are in all.
   */
  find(terms: readonly number[], most: number, keep: (passage: number) => boolean): { passages: number[]; total: number };
}

/**
 * Term numbers become keys of three or more Latin-1 characters. MiniSearch keeps its terms in a radix tree, which
 * over Chinese keys fans out to thousands of children at the root; over these it has at most 128 anywhere.
 */
function key(term: number): string {
  let out = '';
  for (let rest = term, i = 0; i < 3 || rest > 0; i++, rest = Math.floor(rest / 128)) out += String.fromCharCode(33 + (rest % 128));
  return out;
}

interface Entry { id: number; terms: readonly number[] }

/** {@link Postings} in a MiniSearch index. */
export class MiniSearchPostings implements Postings {
  readonly #index: MiniSearch<Entry>;
  #keys: string[] = [];

  constructor() {
    this.#index = new MiniSearch<Entry>({
      fields: ['terms'],
      // MiniSearch wants text to tokenise; the terms of the passage being added are handed to it ready-made.
      extractField: (entry, field) => (field === 'id' ? entry.id : ' '),
      tokenize: () => this.#keys,
      processTerm: (term) => term,
      searchOptions: { prefix: false, fuzzy: false, combineWith: 'OR', bm25: { k: 0.9, b: 0.4, d: 0 } },
    });
  }

  add(passage: number, terms: readonly number[]): void {
    this.#keys = terms.map(key);
    this.#index.add({ id: passage, terms });
  }

  find(terms: readonly number[], most: number, keep: (passage: number) => boolean): { passages: number[]; total: number } {
    this.#keys = terms.map(key);
    const hits = this.#index.search(' ', { filter: (hit) => keep(hit.id as number) });
    return { passages: hits.slice(0, most).map((hit) => hit.id as number), total: hits.length };
  }
}
