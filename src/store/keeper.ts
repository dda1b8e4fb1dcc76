import type { StoreProblem } from './problem.ts';
import type { Steps } from './statements.ts';

/** Where things are kept: SQLite or PostgreSQL. Runs statements; what they say is the tables' matter. */
export interface Keeper {
  /** Why what is kept is lost when the process ends, as it was at the start; null where it lasts or that is found out later. */
  readonly problem: StoreProblem | null;
  /** @throws what the engine says */
  read<T>(steps: () => Steps<T>): Promise<T>;
  /** Whole or not at all, and one after the other, whichever process asks. @throws what the engine says */
  write<T>(steps: () => Steps<T>): Promise<T>;
  /** What an error of `read` or `write` means. */
  problemOf(error: unknown): StoreProblem;
  /** Resolves when all that was asked is through. */
  close(): Promise<void>;
}
