import { canonicalFilters } from './filters.ts';
import { change, row, rows, type Steps } from './statements.ts';

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
    private readonly now: () => Date = () => new Date(),
    private readonly most = MOST_KEPT,
  ) {}

  *note({ question, filters }: Pick<Unanswered, 'question' | 'filters'>): Steps<void> {
    const [asked, day] = [[question, canonicalFilters(filters)], this.now().toISOString().slice(0, 10)];
    const known = yield* change('UPDATE unanswered SET times = times + 1, day = ? WHERE question = ? AND filters = ?', day, ...asked);
    if (known > 0) return;
    yield* change('INSERT INTO unanswered (question, filters, times, day) VALUES (?, ?, 1, ?)', ...asked, day);
    const beyond = (yield* this.total()) - this.most;
    if (beyond <= 0) return;
    yield* change('DELETE FROM unanswered WHERE rowid IN (SELECT rowid FROM unanswered ORDER BY times, day, rowid LIMIT ?)', beyond);
  }

  /** Those that were asked most first, `limit` at most; and how many there are. */
  *mostAsked(limit: number): Steps<{ total: number; questions: Unanswered[] }> {
    const found = yield* rows<Omit<Unanswered, 'filters'> & { filters: string }>(
      'SELECT question, filters, times, day FROM unanswered ORDER BY times DESC, day DESC, rowid LIMIT ?',
      limit,
    );
    const questions = found.map((each) => ({ ...each, filters: JSON.parse(each.filters) as Unanswered['filters'] }));
    return { total: yield* this.total(), questions };
  }

  private *total(): Steps<number> {
    return (yield* row<{ total: number }>('SELECT count(*) AS total FROM unanswered'))!.total;
  }
}
