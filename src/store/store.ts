/** What the bot keeps besides the articles: in one SQLite file of the data folder, or in PostgreSQL. Plain data in, plain data out. */
import { UserError } from '../user-error.ts';
import { ChangeLog, IntentTable, type PendingChange, PendingTable } from './curation.ts';
import type { OpenOptions } from './database.ts';
import { FeedbackTable } from './feedback.ts';
import { FollowsTable } from './follows.ts';
import { postgresKeeper } from './postgres.ts';
import type { StoreProblem } from './problem.ts';
import { DEFAULT_SETTINGS, type ServerSettings, SettingsTable } from './settings.ts';
import { sqliteKeeper } from './sqlite.ts';
import type { Steps } from './statements.ts';
import { UnansweredTable } from './unanswered.ts';

/** A table as it is asked: each of its questions with its answer to come. */
type Asked<Table, Names extends keyof Table> = {
  [Name in Names]: Table[Name] extends (...given: infer Given) => Steps<infer Result> ? (...given: Given) => Promise<Result> : never;
};

export interface Store {
  readonly settings: Asked<SettingsTable, 'of' | 'change'>;
  readonly feedback: Asked<FeedbackTable, 'vote' | 'counts' | 'failures'>;
  /** Questions that the articles did not answer. */
  readonly unanswered: Asked<UnansweredTable, 'note' | 'mostAsked'>;
  /** Changes of the collection that wait for a yes, and those that were made. */
  readonly pending: Asked<PendingTable, 'put' | 'restore' | 'find' | 'take' | 'all'>;
  readonly changes: Asked<ChangeLog, 'append' | 'latest'>;
  /** Changes under way. `begin` takes a proposal, `done` writes the log's line, `undo` puts the proposal back: each whole or not at all. */
  readonly intents: {
    begin(pending: PendingChange): Promise<boolean>;
    done(pending: PendingChange): Promise<void>;
    undo(pending: PendingChange): Promise<void>;
    all(): Promise<PendingChange[]>;
  };
  /** What is followed, and what is to be posted. What is read to plan a post is read or fails: nothing known would make all news. */
  readonly follows: Asked<
    FollowsTable,
    'all' | 'find' | 'add' | 'end' | 'files' | 'known' | 'forget' | 'remember' | 'plan' | 'quotesSince' | 'unposted' | 'posted'
  >;
  /** Why what is kept is lost when the process ends, or not kept at all; null where it lasts, as far as was seen when last asked. */
  readonly problem: StoreProblem | null;
  /** Resolves when all that was asked is through. */
  close(): Promise<void>;
}

/**
 * @param url of a PostgreSQL database, in place of the folder's file; null or left out: the file
 * @param report is told of each kind of problem once, when it is met first
 */
export interface StoreOptions extends OpenOptions {
  url?: string | null;
  report?: ((problem: StoreProblem) => void) | undefined;
}

/**
 * Opens what is kept; never fails but for an address that can't be one: where the folder cannot be used, all is kept in memory, or nothing
 * at all where there is no database on this machine, and `problem` says why. Reading never fails either: what cannot be read is as if it
 * had never been set, or as it was last seen for a server's settings. What changes something rejects with a {@link UserError} `not_kept`
 * where it cannot be done.
 *
 * @param options.create false: where nothing is kept in the folder yet, nothing is made
 * @throws {UserError} `store_address`
 */
export function openStore(folder: string, { url = null, report = () => undefined, ...options }: StoreOptions = {}): Store {
  const keeper = url === null ? sqliteKeeper(folder, options) : postgresKeeper(url);
  const settings = new SettingsTable();
  const feedback = new FeedbackTable();
  const unanswered = new UnansweredTable();
  const pending = new PendingTable();
  const changes = new ChangeLog();
  const intents = new IntentTable();
  const follows = new FollowsTable();
  /** What went wrong while running; past once something could be kept again. */
  let failed: StoreProblem | null = null;
  const reported = new Set<string>();
  const tell = (met: StoreProblem) => {
    if (!reported.has(met.code)) report(met);
    reported.add(met.code);
  };
  if (keeper.problem) tell(keeper.problem);

  const meet = (error: unknown): StoreProblem => {
    failed = keeper.problemOf(error);
    tell(failed);
    return failed;
  };
  const read = async <T>(steps: () => Steps<T>, otherwise: T): Promise<T> => {
    try {
      return await keeper.read(steps);
    } catch (error) {
      meet(error);
      return otherwise;
    }
  };
  const write = async <T>(steps: () => Steps<T>): Promise<T> => {
    try {
      const done = await keeper.write(steps);
      failed = null;
      return done;
    } catch (error) {
      const met = meet(error);
      throw new UserError('not_kept', `This cannot be kept now: ${(keeper.problem ?? met).message}`);
    }
  };
  /** As they were last seen: what a server keeps private stays so while its settings cannot be read. */
  const seen = new Map<string, ServerSettings>();
  return {
    settings: {
      of: async (server) => {
        if (server === null) return DEFAULT_SETTINGS;
        const set = await read(() => settings.of(server), seen.get(server) ?? DEFAULT_SETTINGS);
        seen.set(server, set);
        return set;
      },
      change: async (server, given) => {
        const set = await write(() => settings.change(server, given));
        seen.set(server, set);
        return set;
      },
    },
    feedback: {
      vote: (user, judged, good) => write(() => feedback.vote(user, judged, good)),
      counts: () => read(() => feedback.counts(), { up: 0, down: 0 }),
      failures: (limit) => read(() => feedback.failures(limit), { total: 0, failures: [] }),
    },
    unanswered: {
      note: (asked) => write(() => unanswered.note(asked)),
      mostAsked: (limit) => read(() => unanswered.mostAsked(limit), { total: 0, questions: [] }),
    },
    pending: {
      put: (proposed) => write(() => pending.put(proposed)),
      restore: (proposed) => write(() => pending.restore(proposed)),
      take: (id) => write(() => pending.take(id)),
      find: (id) => read(() => pending.find(id), undefined),
      all: () => read(() => pending.all(), []),
    },
    changes: {
      append: (made) => write(() => changes.append(made)),
      latest: (limit) => read(() => changes.latest(limit), []),
    },
    intents: {
      begin: (proposed) => write(() => intents.begin(proposed, pending)),
      done: (begun) =>
        write(function* () {
          if (yield* intents.end(begun.id)) yield* changes.append(begun);
        }),
      undo: (begun) =>
        write(function* () {
          if (yield* intents.end(begun.id)) yield* pending.restore(begun);
        }),
      all: () => read(() => intents.all(), []),
    },
    follows: {
      all: () => read(() => follows.all(), []),
      find: (id) => read(() => follows.find(id), undefined),
      unposted: () => read(() => follows.unposted(), []),
      add: (wanted) => write(() => follows.add(wanted)),
      end: (id) => write(() => follows.end(id)),
      files: () => write(() => follows.files()),
      known: (ids, hashes) => write(() => follows.known(ids, hashes)),
      quotesSince: (time) => write(() => follows.quotesSince(time)),
      forget: () => write(() => follows.forget()),
      remember: (looked) => write(() => follows.remember(looked)),
      plan: (looked, posts) => write(() => follows.plan(looked, posts)),
      posted: (id) => write(() => follows.posted(id)),
    },
    get problem() {
      return keeper.problem ?? failed;
    },
    close: () => keeper.close(),
  };
}
