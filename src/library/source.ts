import type { CorpusChanges, CorpusStatus } from '../reply.ts';
import type { Collection, StoredArticle } from './collection.ts';

/** How far long work is: so many of all. */
export type Progress = (done: number, total: number) => void;

/** How a collection that lies elsewhere has answered since the start. */
export interface EngineCounts {
  requests: number;
  failures: number;
  /** Spent waiting for answers. */
  seconds: number;
  /** Parts of the collection that did not answer. */
  shardsFailed: number;
  circuit: 'closed' | 'half-open' | 'open';
}

/** One state of the articles, for who looks for what is new in it. */
export interface FeedState extends Pick<Collection, 'articles'> {
  /** By name, with the SHA-256 of what is in it; null where it could not be read. */
  readonly files: ReadonlyMap<string, { readonly sha256: string | null }>;
  /** The articles of these files, in the order of the corpus. */
  articlesOf(files: ReadonlySet<string>): StoredArticle[];
}

/** Where a library gets its collection from: one state of the articles at a time. */
export interface CollectionSource {
  /** The newest state that is whole. Who asks holds on to it: one question sees one state. */
  current(): Collection;
  /**
   * Reads the articles again, aside, and makes that the current state.
   *
   * @throws {UserError} where that cannot be done; nothing changes then
   */
  reload(progress?: Progress): Promise<{ changes: CorpusChanges; status: CorpusStatus }>;
  /** Of a collection that is read from files here: its newest state, file by file. */
  feed?(): FeedState;
  /** Of a collection that lies elsewhere: how the asking went. */
  counts?(): EngineCounts;
}
