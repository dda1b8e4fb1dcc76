import type { CorpusChanges, CorpusStatus } from '../reply.ts';
import type { Collection } from './collection.ts';

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
  /** Of a collection that lies elsewhere: how the asking went. */
  counts?(): EngineCounts;
}
