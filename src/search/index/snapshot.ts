import { PairFrequencies } from './bigrams.ts';
import { type Indexable, SearchIndex } from './index.ts';
import { Lexicon } from './lexicon.ts';
import { PassageStore } from './passage-store.ts';
import { Postings } from './postings.ts';
import { SparseRows } from './sparse-rows.ts';
import { IndexStatistics } from './statistics.ts';

/** An index as plain data: strings and typed arrays, to be written to a file and read again. */
export interface IndexSnapshot {
  /** All terms, in the order of their numbers. */
  terms: readonly string[];
  postings: { firsts: Uint32Array; columns: Uint32Array; values: Uint8Array };
  passages: { articles: Uint32Array; starts: Uint32Array; ends: Uint32Array; lengths: Uint32Array; firsts: Uint32Array };
  pairs: { counts: Uint32Array; characters: Uint32Array };
  /** Per article its folded text, null where it is the text itself. */
  folded: (string | null)[];
  foldedTitles: readonly string[];
}

/** The data share the index's own arrays: they are to be written, not changed. */
export function snapshotOf(index: SearchIndex, articles: readonly Indexable[]): IndexSnapshot {
  const { firsts, columns, values } = index.postings.rows;
  const { articles: of, starts, ends, lengths, firsts: firstPassages } = index.store;
  return {
    terms: index.lexicon.terms(),
    postings: { firsts, columns, values },
    passages: { articles: of, starts, ends, lengths, firsts: firstPassages },
    pairs: { counts: index.statistics.pairs.counts, characters: index.statistics.pairs.characters },
    folded: index.folded.map((folded, number) => (folded === articles[number]!.text ? null : folded)),
    foldedTitles: index.foldedTitles,
  };
}

/** Restores the index from its snapshot, over the same articles. Yields between slices of work. */
export function* restored(snapshot: IndexSnapshot, articles: readonly Indexable[]): Generator<void, SearchIndex> {
  const lexicon = yield* Lexicon.of(snapshot.terms);
  const { firsts, columns, values } = snapshot.postings;
  const postings = new Postings(new SparseRows(firsts, columns, values));
  const { passages } = snapshot;
  const store = new PassageStore(passages.articles, passages.starts, passages.ends, passages.lengths, passages.firsts);
  const pairs = new PairFrequencies(snapshot.pairs.counts, snapshot.pairs.characters);
  return new SearchIndex(
    lexicon,
    postings,
    store,
    new IndexStatistics(lexicon, postings, store, pairs),
    snapshot.folded.map((folded, number) => folded ?? articles[number]!.text),
    snapshot.foldedTitles,
  );
}
