import type { Database } from './database.ts';
import { canonicalFilters } from './filters.ts';

/** A question that the articles did not answer, how often it was asked, and the day on which it was last. */
export interface Unanswered {
  question: string;
  filters: Readonly<Record<string, string | number>>;
  times: number;
  /** `YYYY-MM-DD` */
  day: string;
}

/** So many questions are kept; beyond it, those that were asked least go, the oldest of them first. */
const MOST_KEPT = 5000;

/** Unanswered questions with their counts: not by whom, not where, and of the time only the last day. */
export class UnansweredTable {
  constructor(
    private readonly database: Database.Database,
    private readonly now: () => Date = () => new Date(),
    private readonly most = MOST_KEPT,
  ) {}

  note({ question, filters }: Pick<Unanswered, 'question' | 'filters'>): void {
    this.database
      .prepare(
        `INSERT INTO unanswered (question, filters, times, day) VALUES (?, ?, 1, ?)
      ON CONFLICT (question, filters) DO UPDATE SET times = times + 1, day = excluded.day`,
      )
      .run(question, canonicalFilters(filters), this.now().toISOString().slice(0, 10));
    this.database
      .prepare(
        `DELETE FROM unanswered WHERE rowid IN (SELECT rowid FROM unanswered ORDER BY times, day, rowid
      LIMIT max(0, (SELECT count(*) FROM unanswered) - ?))`,
      )
      .run(this.most);
  }

  /** Those that were asked most first, `limit` at most; and how many there are. */
  mostAsked(limit: number): { total: number; questions: Unanswered[] } {
    const { total } = this.database.prepare('SELECT count(*) AS total FROM unanswered').get() as { total: number };
    const rows = this.database
      .prepare('SELECT question, filters, times, day FROM unanswered ORDER BY times DESC, day DESC, rowid LIMIT ?')
      .all(limit) as (Omit<Unanswered, 'filters'> & { filters: string })[];
    return { total, questions: rows.map((row) => ({ ...row, filters: JSON.parse(row.filters) as Unanswered['filters'] })) };
  }
}
