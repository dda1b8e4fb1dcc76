import type { Lexicon } from './lexicon.ts';
import type { PassageStore } from './passage-store.ts';
import type { Postings } from './postings.ts';
import type { Statistics } from './statistics.ts';

/** What the index needs of an article. */
export interface Indexable {
  title: string;
  titleBasis: 'stated' | 'derived';
  text: string;
}

/**
 * Everything that is looked up when a question comes. Built once by an `IndexBuilder`, then only read. Articles and
 * passages are known by their numbers: their places in the order in which they were added.
 */
export class SearchIndex {
  constructor(
    readonly lexicon: Lexicon,
    readonly postings: Postings,
    readonly store: PassageStore,
    /** Of the whole collection, of which this index may hold a part. */
    readonly statistics: Statistics,
    /** Per article its folded text, offset-aligned with the printed one. */
    readonly folded: readonly string[],
    /** Per article its folded title, '' where it was made from the first sentence and says nothing of its own. */
    readonly foldedTitles: readonly string[],
  ) {}
}
