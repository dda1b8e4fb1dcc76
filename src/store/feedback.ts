import { createHmac, randomBytes } from 'node:crypto';
import { canonicalFilters } from './filters.ts';
import { change, row, rows, type Steps } from './statements.ts';

/** A stretch of an article that was shown as the answer. Offsets in the article's text, UTF-16. */
export interface ShownQuote {
  article: string;
  start: number;
  end: number;
}

/** What was asked and what was shown for it. */
export interface Judged {
  command: string;
  question: string;
  /** The other options that narrowed it, by name. */
  filters: Readonly<Record<string, string | number>>;
  /** Which collection answered. */
  revision: string;
  /** Whether the articles were said to answer; null where that is not a question's matter. */
  answered: boolean | null;
  confidence: number | null;
  shown: readonly ShownQuote[];
}

/** An answer with negative votes, and how many. `at`: the last vote, ISO 8601. */
export interface Failure extends Judged {
  up: number;
  down: number;
  at: string;
}

export interface VoteCounts {
  up: number;
  down: number;
}

interface Row {
  command: string;
  question: string;
  filters: string;
  revision: string;
  answered: number | null;
  confidence: number | null;
  shown: string;
  up: number;
  down: number;
  at: string;
}

/**
 * The votes on answers. Who voted is kept as a keyed hash that differs from question to question: it tells a second
 * vote from a first, and nothing else.
 */
export class FeedbackTable {
  constructor(private readonly now: () => Date = () => new Date()) {}

  /** Keeps a vote, in place of an earlier one of the same person on the same answer. @returns what the earlier one was */
  *vote(user: string, judged: Judged, good: boolean): Steps<'first' | 'same' | 'changed'> {
    const { command, question, revision, answered, confidence, shown } = judged;
    const filters = canonicalFilters(judged.filters);
    const key = yield* this.key();
    const voter = createHmac('sha256', key).update([user, command, question, filters, revision].join('\0')).digest('base64url');
    const before = yield* row<{ good: number }>('SELECT good FROM feedback WHERE voter = ?', voter);
    const told = answered === null ? null : Number(answered);
    yield* change(
      `INSERT INTO feedback (voter, command, question, filters, revision, answered, confidence, shown, good, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (voter) DO UPDATE SET good = excluded.good, at = excluded.at`,
      ...[voter, command, question, filters, revision, told, confidence, JSON.stringify(shown), Number(good), this.now().toISOString()],
    );
    return before === undefined ? 'first' : (before.good === 1) === good ? 'same' : 'changed';
  }

  *counts(): Steps<VoteCounts> {
    const counts = yield* row<VoteCounts>('SELECT coalesce(sum(good), 0) AS up, coalesce(sum(1 - good), 0) AS down FROM feedback');
    return { up: counts!.up, down: counts!.down };
  }

  /** What somebody called bad, the latest first, `limit` at most; and how many there are. */
  *failures(limit: number): Steps<{ total: number; failures: Failure[] }> {
    const grouped = `SELECT command, question, filters, revision,
        max(answered) AS answered, max(confidence) AS confidence, max(shown) AS shown,
        sum(good) AS up, sum(1 - good) AS down, max(at) AS at
      FROM feedback GROUP BY command, question, filters, revision HAVING sum(1 - good) > 0`;
    const counted = yield* row<{ total: number }>(`SELECT count(*) AS total FROM (${grouped}) AS failures`);
    const found = yield* rows<Row>(`SELECT * FROM (${grouped}) AS failures ORDER BY at DESC, question LIMIT ?`, limit);
    return {
      total: counted!.total,
      failures: found.map(({ filters, answered, shown, ...rest }) => ({
        ...rest,
        filters: JSON.parse(filters) as Failure['filters'],
        answered: answered === null ? null : answered !== 0,
        shown: JSON.parse(shown) as ShownQuote[],
      })),
    };
  }

  /** The secret key of the hashes, generated once and kept with the votes: without the database no hash can be traced to a person. */
  private *key(): Steps<Buffer> {
    const made = randomBytes(32).toString('base64');
    yield* change("INSERT INTO secrets (name, value) VALUES ('voters', ?) ON CONFLICT (name) DO NOTHING", made);
    const kept = yield* row<{ value: string }>("SELECT value FROM secrets WHERE name = 'voters'");
    return Buffer.from(kept!.value, 'base64');
  }
}
