import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from './database.ts';
import { canonicalFilters } from './filters.ts';

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
  constructor(
    private readonly database: Database.Database,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Keeps a vote, in place of an earlier one of the same person on the same answer. @returns what the earlier one was */
  vote(user: string, judged: Judged, good: boolean): 'first' | 'same' | 'changed' {
    const { command, question, revision } = judged;
    const filters = canonicalFilters(judged.filters);
    const voter = createHmac('sha256', this.key()).update([user, command, question, filters, revision].join('\0')).digest('base64url');
    const before = this.database.prepare('SELECT good FROM feedback WHERE voter = ?').get(voter) as { good: number } | undefined;
    this.database
      .prepare(
        `INSERT INTO feedback (voter, command, question, filters, revision, answered, confidence, shown, good, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (voter) DO UPDATE SET good = excluded.good, at = excluded.at`,
      )
      .run(
        voter,
        command,
        question,
        filters,
        revision,
        judged.answered === null ? null : Number(judged.answered),
        judged.confidence,
        JSON.stringify(judged.shown),
        Number(good),
        this.now().toISOString(),
      );
    return before === undefined ? 'first' : (before.good === 1) === good ? 'same' : 'changed';
  }

  counts(): VoteCounts {
    const { up, down } = this.database
      .prepare('SELECT coalesce(sum(good), 0) AS up, coalesce(sum(1 - good), 0) AS down FROM feedback')
      .get() as VoteCounts;
    return { up, down };
  }

  /** What somebody called bad, the latest first, `limit` at most; and how many there are. */
  failures(limit: number): { total: number; failures: Failure[] } {
    const grouped = `SELECT command, question, filters, revision, answered, confidence, shown,
        sum(good) AS up, sum(1 - good) AS down, max(at) AS at
      FROM feedback GROUP BY command, question, filters, revision HAVING down > 0`;
    const { total } = this.database.prepare(`SELECT count(*) AS total FROM (${grouped})`).get() as { total: number };
    const rows = this.database.prepare(`${grouped} ORDER BY max(at) DESC, question LIMIT ?`).all(limit) as Row[];
    return {
      total,
      failures: rows.map(({ command, question, filters, revision, answered, confidence, shown, up, down, at }) => ({
        command,
        question,
        filters: JSON.parse(filters) as Failure['filters'],
        revision,
        answered: answered === null ? null : answered !== 0,
        confidence,
        shown: JSON.parse(shown) as ShownQuote[],
        up,
        down,
        at,
      })),
    };
  }

  /** The secret key of the hashes, generated once and kept with the votes: without the file no hash can be traced to a person. */
  private key(): Buffer {
    const kept = () => this.database.prepare("SELECT value FROM secrets WHERE name = 'voters'").get() as { value: string } | undefined;
    if (!kept())
      this.database.prepare("INSERT OR IGNORE INTO secrets (name, value) VALUES ('voters', ?)").run(randomBytes(32).toString('base64'));
    return Buffer.from(kept()!.value, 'base64');
  }
}
