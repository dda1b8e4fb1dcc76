import type { CorpusChanges, CorpusStatus } from '../reply.ts';
import type { Collection } from './collection.ts';

/** How far long work is: so many of all. */
export type Progress = (done: number, total: number) => void;

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
}
