import { existsSync } from 'node:fs';
import { closeDatabase, type Database, type OpenOptions, openDatabase } from './database.ts';
import type { Keeper } from './keeper.ts';
import { problemOf } from './problem.ts';
import type { SqlOutcome, Steps } from './statements.ts';

/** What is kept in one SQLite file of a folder; in memory where the folder cannot be used, and nowhere where there is no driver. */
export function sqliteKeeper(folder: string, options: OpenOptions): Keeper {
  const { database, problem, file } = openDatabase(folder, options);
  return {
    problem,
    problemOf: (error) => (database ? problemOf(error, folder) : problem!),
    // Each in one go, without a turn of the event loop in between: nothing of another's comes into a transaction.
    read: (steps) => inPromise(() => runSteps(usable(database), steps())),
    write: (steps) =>
      inPromise(() => {
        const open = usable(database);
        // SQLite goes on writing into a file that was deleted: nothing of that would be there after a restart.
        if (file !== null && !existsSync(file)) throw Object.assign(new Error('the file was deleted'), { code: 'ENOENT' });
        // The lock is taken first: a statement that fails for want of it stays open in libsql, and nothing could be committed any more.
        return open.transaction(() => runSteps(open, steps())).immediate();
      }),
    close: () => inPromise(() => (database ? closeDatabase(database) : undefined)),
  };
}

function usable(database: Database.Database | null): Database.Database {
  if (!database) throw new Error('there is no database');
  return database;
}

/** Runs statements to their end; for tests of a table by itself as well. */
export function runSteps<T>(database: Database.Database, steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) {
    const { sql, values, reads } = step.value;
    const statement = database.prepare(sql);
    const outcome: SqlOutcome = reads
      ? { rows: statement.all([...values]), changes: 0 }
      : { rows: [], changes: statement.run([...values]).changes };
    step = steps.next(outcome);
  }
  return step.value;
}

function inPromise<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
