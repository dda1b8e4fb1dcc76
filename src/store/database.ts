import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type Database from 'libsql';
import { MIGRATIONS } from './migrations.ts';
import { NewerProgram, problemOf, type StoreProblem } from './problem.ts';

export type { Database };
export type Driver = typeof Database;

const FILE = 'zhaiyin.db';
/** SQLite's busy timeout, in ms: a write waits so long for another process's lock, and blocks the event loop meanwhile. */
const BUSY_MS = 500;

/** A database, or null where none can be had; and why what is written there does not last, null where it does. */
export interface Opened {
  database: Database.Database | null;
  problem: StoreProblem | null;
  /** Where it lasts; null where it does not. */
  file: string | null;
}

/** @param load brings the driver, a native module: it may be missing for this machine */
export interface OpenOptions {
  create?: boolean | undefined;
  load?: (() => Driver) | undefined;
}

/** Not a plain import: where that fails, the bot would not start. */
const loadDriver = () => createRequire(import.meta.url)('libsql') as Driver;

/**
 * Opens the file of the data folder, making both where they are missing, and brings it to the newest schema. Never fails:
 * what can only be read is read; where not even that can be done, everything is kept in memory. The file is left as it is then.
 *
 * @param create false: where there is no file yet, none is made
 */
export function openDatabase(folder: string, { create = true, load = loadDriver }: OpenOptions = {}): Opened {
  let driver: Driver;
  try {
    driver = load();
  } catch (error) {
    return { database: null, problem: { code: 'module', message: (error as Error).message }, file: null };
  }
  const file = path.join(folder, FILE);
  if (!create && !existsSync(file))
    return { database: inMemory(driver), problem: { code: 'absent', message: `${file}: nothing is kept there yet` }, file: null };
  try {
    mkdirSync(folder, { recursive: true });
    return { database: opened(driver, file, prepare), problem: null, file };
  } catch (error) {
    const problem = problemOf(error, file);
    return { database: (problem.code === 'read-only' ? readOnly(driver, file) : null) ?? inMemory(driver), problem, file: null };
  }
}

/** @throws whatever `ready` finds wrong, with the database closed again */
function opened(driver: Driver, name: string, ready: (database: Database.Database) => void): Database.Database {
  const database = new driver(name, { timeout: BUSY_MS });
  try {
    ready(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepare(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  check(database);
  migrate(database);
  // Nothing else tells at once that the file cannot be written to.
  database.pragma(`user_version = ${MIGRATIONS.length}`);
}

/** @throws Error where a page of the file is damaged: it would else be found when somebody asks for what stands there */
function check(database: Database.Database): void {
  const [first] = database.pragma('quick_check(1)') as { quick_check: string }[];
  if (first?.quick_check !== 'ok') throw Object.assign(new Error(first?.quick_check ?? 'cannot be checked'), { code: 'SQLITE_CORRUPT' });
}

/**
 * The file as it is, for reading: in a folder that cannot be written to only as one that nobody else writes to. Null
 * where it cannot be read.
 */
function readOnly(driver: Driver, file: string): Database.Database | null {
  for (const name of [file, `${pathToFileURL(file).href}?immutable=1`]) {
    try {
      return opened(driver, name, (database) => {
        check(database);
        if (versionOf(database) !== MIGRATIONS.length) throw new Error('an older schema');
      });
    } catch {
      /* the next way, or none */
    }
  }
  return null;
}

function inMemory(driver: Driver): Database.Database {
  return opened(driver, ':memory:', migrate);
}

/** Checkpoints the write-ahead log and closes the database. */
export function closeDatabase(database: Database.Database): void {
  if (!database.open) return;
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    /* The next start does it, or nothing can be written there. */
  }
  database.close();
}

function versionOf(database: Database.Database): number {
  return (database.pragma('user_version', { simple: true }) as { user_version: number }).user_version;
}

/**
 * Runs the migrations that this file lacks, each in a transaction.
 *
 * @throws {NewerProgram} where the file comes from a newer program: it must not be written to
 */
export function migrate(database: Database.Database, steps: readonly string[] = MIGRATIONS): void {
  const version = versionOf(database);
  if (version > steps.length)
    throw new NewerProgram(`the file has version ${version}, this program knows ${steps.length}; use the newer program`);
  for (const [at, step] of steps.entries()) {
    if (at < version) continue;
    database.transaction(() => {
      database.exec(step);
      database.pragma(`user_version = ${at + 1}`);
    })();
  }
}
