/** What the bot keeps besides the articles: one SQLite file in the data folder. Plain data in, plain data out. */
import { existsSync } from 'node:fs';
import { UserError } from '../user-error.ts';
import { ChangeLog, IntentTable, type PendingChange, PendingTable } from './curation.ts';
import { closeDatabase, type OpenOptions, openDatabase } from './database.ts';
import { FeedbackTable } from './feedback.ts';
import { FollowsTable } from './follows.ts';
import { problemOf, type StoreProblem } from './problem.ts';
import { DEFAULT_SETTINGS, SettingsTable } from './settings.ts';
import { UnansweredTable } from './unanswered.ts';

export interface Store {
  readonly settings: Pick<SettingsTable, 'of' | 'change'>;
  readonly feedback: Pick<FeedbackTable, 'vote' | 'counts' | 'failures'>;
  /** Questions that the articles did not answer. */
  readonly unanswered: Pick<UnansweredTable, 'note' | 'mostAsked'>;
  /** Changes of the collection that wait for a yes, and those that were made. */
  readonly pending: Pick<PendingTable, 'put' | 'restore' | 'find' | 'take' | 'all'>;
  readonly changes: Pick<ChangeLog, 'append' | 'latest'>;
  /** Changes under way. `begin` takes a proposal, `done` writes the log's line, `undo` puts the proposal back: each whole or not at all. */
  readonly intents: {
    begin(pending: PendingChange): boolean;
    done(pending: PendingChange): void;
    undo(pending: PendingChange): void;
    all(): PendingChange[];
  };
  /** What is followed, and what is to be posted. What is read to plan a post is read or fails: nothing known would make all news. */
  readonly follows: Pick<
    FollowsTable,
    'all' | 'find' | 'add' | 'end' | 'files' | 'known' | 'forget' | 'remember' | 'plan' | 'quotesSince' | 'unposted' | 'posted'
  >;
  /** Why what is kept is lost when the process ends, or not kept at all; null where it lasts. */
  readonly problem: StoreProblem | null;
  close(): void;
}

/** @param report is told of each kind of problem once, when it is met first */
export interface StoreOptions extends OpenOptions {
  report?: ((problem: StoreProblem) => void) | undefined;
}

/**
 * Opens what is kept in a folder; never fails: where the folder cannot be used, all is kept in memory, or nothing at all where there is
 * no database on this machine, and `problem` says why. Reading never fails either: what cannot be read is as if it had never been set.
 * What changes something throws a {@link UserError} `not_kept` where it cannot be done.
 *
 * @param options.create false: where nothing is kept yet, nothing is made
 */
export function openStore(folder: string, { report = () => undefined, ...options }: StoreOptions = {}): Store {
  const { database, problem, file } = openDatabase(folder, options);
  const tables = database && {
    settings: new SettingsTable(database),
    feedback: new FeedbackTable(database),
    unanswered: new UnansweredTable(database),
    pending: new PendingTable(database),
    changes: new ChangeLog(database),
    intents: new IntentTable(database),
    follows: new FollowsTable(database),
  };
  type Tables = NonNullable<typeof tables>;
  /** What went wrong while running; past once something could be kept again. */
  let failed: StoreProblem | null = null;
  const reported = new Set<string>();
  const tell = (met: StoreProblem) => {
    if (!reported.has(met.code)) report(met);
    reported.add(met.code);
  };
  if (problem) tell(problem);

  const meet = (error: unknown): void => {
    failed = problemOf(error, folder);
    tell(failed);
  };
  const read = <T>(use: (tables: Tables) => T, otherwise: T): T => {
    try {
      return tables ? use(tables) : otherwise;
    } catch (error) {
      meet(error);
      return otherwise;
    }
  };
  const write = <T>(use: (tables: Tables) => T): T => {
    try {
      if (!tables) throw new Error(problem?.message);
      // SQLite goes on writing into a file that was deleted: nothing of that would be there after a restart.
      if (file !== null && !existsSync(file)) throw Object.assign(new Error('the file was deleted'), { code: 'ENOENT' });
      // The lock is taken first: a statement that fails for want of it stays open in libsql, and nothing could be committed any more.
      const done = database.transaction(() => use(tables)).immediate();
      failed = null;
      return done;
    } catch (error) {
      if (tables) meet(error);
      throw new UserError('not_kept', `This cannot be kept now: ${problem?.message ?? failed?.message}`);
    }
  };
  return {
    settings: {
      of: (server) => read(({ settings }) => settings.of(server), DEFAULT_SETTINGS),
      change: (server, changes) => write(({ settings }) => settings.change(server, changes)),
    },
    feedback: {
      vote: (user, judged, good) => write(({ feedback }) => feedback.vote(user, judged, good)),
      counts: () => read(({ feedback }) => feedback.counts(), { up: 0, down: 0 }),
      failures: (limit) => read(({ feedback }) => feedback.failures(limit), { total: 0, failures: [] }),
    },
    unanswered: {
      note: (asked) => write(({ unanswered }) => unanswered.note(asked)),
      mostAsked: (limit) => read(({ unanswered }) => unanswered.mostAsked(limit), { total: 0, questions: [] }),
    },
    pending: {
      put: (change) => write(({ pending }) => pending.put(change)),
      restore: (change) => write(({ pending }) => pending.restore(change)),
      take: (id) => write(({ pending }) => pending.take(id)),
      find: (id) => read(({ pending }) => pending.find(id), undefined),
      all: () => read(({ pending }) => pending.all(), []),
    },
    changes: {
      append: (change) => write(({ changes }) => changes.append(change)),
      latest: (limit) => read(({ changes }) => changes.latest(limit), []),
    },
    intents: {
      begin: (change) => write(({ intents, pending }) => intents.begin(change, pending)),
      done: (change) =>
        write(({ intents, changes }) => {
          if (intents.end(change.id)) changes.append(change);
        }),
      undo: (change) =>
        write(({ intents, pending }) => {
          if (intents.end(change.id)) pending.restore(change);
        }),
      all: () => read(({ intents }) => intents.all(), []),
    },
    follows: {
      all: () => read(({ follows }) => follows.all(), []),
      find: (id) => read(({ follows }) => follows.find(id), undefined),
      unposted: () => read(({ follows }) => follows.unposted(), []),
      add: (follow) => write(({ follows }) => follows.add(follow)),
      end: (id) => write(({ follows }) => follows.end(id)),
      files: () => write(({ follows }) => follows.files()),
      known: (ids, hashes) => write(({ follows }) => follows.known(ids, hashes)),
      quotesSince: (time) => write(({ follows }) => follows.quotesSince(time)),
      forget: () => write(({ follows }) => follows.forget()),
      remember: (seen) => write(({ follows }) => follows.remember(seen)),
      plan: (seen, posts) => write(({ follows }) => follows.plan(seen, posts)),
      posted: (id) => write(({ follows }) => follows.posted(id)),
    },
    get problem() {
      return problem ?? failed;
    },
    close: () => {
      if (database) closeDatabase(database);
    },
  };
}
