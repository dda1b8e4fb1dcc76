import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { MIGRATIONS } from './migrations.ts';

export type { Database };

const FILE = 'zhaiyin.db';
/** How long a write waits for another process that holds the file, in ms: the bot must not stand still for longer. */
const BUSY_MS = 500;

/** A database that is ready for use, and why what is written there does not last; null where it does. */
export interface Opened { database: Database.Database; problem: string | null }

/**
 * Opens the file of the data folder, making both where they are missing, and brings it to the newest schema. Where that
 * cannot be done, everything is kept in memory, so that the bot runs all the same; the file is left as it is.
 *
 * @param create false: where there is no file yet, none is made
 */
export function openDatabase(folder: string, { create = true } = {}): Opened {
  const file = path.join(folder, FILE);
  let database: Database.Database | null = null;
  try {
    if (create) mkdirSync(folder, { recursive: true });
    else if (!existsSync(file)) throw new Error('nothing is kept there yet');
    database = new Database(file, { timeout: BUSY_MS });
    database.pragma('journal_mode = WAL');
    migrate(database);
    return { database, problem: null };
  } catch (error) {
    database?.close();
    const memory = new Database(':memory:');
    migrate(memory);
    return { database: memory, problem: `${file}: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Writes what is in the log file into the database and closes it. */
export function closeDatabase(database: Database.Database): void {
  if (!database.open) return;
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/**
 * Takes the steps that this file has not taken yet, each whole or not at all.
 *
 * @throws Error where the file comes from a newer program: it must not be written to
 */
export function migrate(database: Database.Database, steps: readonly string[] = MIGRATIONS): void {
  const { user_version: version } = database.pragma('user_version', { simple: true }) as { user_version: number };
  if (version > steps.length) throw new Error(`the file has version ${version}, this program knows ${steps.length}; use the newer program`);
  for (const [at, step] of steps.entries()) {
    if (at < version) continue;
    database.transaction(() => {
      database.exec(step);
      database.pragma(`user_version = ${at + 1}`);
    })();
  }
}
