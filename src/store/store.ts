/** What the bot keeps besides the articles: one SQLite file in the data folder. Plain data in, plain data out. */
import { ChangeLog, PendingTable } from './curation.ts';
import { closeDatabase, openDatabase } from './database.ts';
import { FeedbackTable } from './feedback.ts';
import { SettingsTable } from './settings.ts';

export interface Store {
  readonly settings: SettingsTable;
  readonly feedback: FeedbackTable;
  /** Changes of the collection that wait for a yes, and those that were made. */
  readonly pending: PendingTable;
  readonly changes: ChangeLog;
  /** Why what is kept is lost when the process ends; null where it lasts. */
  readonly problem: string | null;
  close(): void;
}

/**
 * Opens what is kept in a folder; never fails: where the folder cannot be used, all is kept in memory and `problem` says why.
 *
 * @param create false: where nothing is kept yet, nothing is made
 */
export function openStore(folder: string, options: { create?: boolean } = {}): Store {
  const { database, problem } = openDatabase(folder, options);
  return {
    settings: new SettingsTable(database),
    feedback: new FeedbackTable(database),
    pending: new PendingTable(database),
    changes: new ChangeLog(database),
    problem,
    close: () => closeDatabase(database),
  };
}
