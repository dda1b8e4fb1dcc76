import type { Locale } from '../text/index.ts';
import { change, pieces, places, placesOf, row, rows, type Steps, type Value } from './statements.ts';

/** `region`: `what` is its code; `official`: the name, folded; `words`: as typed. */
export type FollowKind = 'region' | 'official' | 'words';

/** A subscription: posted to a channel of a server, or to one person in direct messages. Ids are Discord's. */
export interface Follow {
  id: number;
  server: string | null;
  /** Null where `user` is told directly. */
  channel: string | null;
  user: string | null;
  kind: FollowKind;
  what: string;
  /** `what` as people read it. */
  name: string;
  /** The language of its posts. */
  locale: Locale;
  /** ISO 8601. */
  created: string;
}

/** An article already seen: a hash of its words, and a sketch that estimates how much of them has changed. */
export interface SeenArticle {
  id: string;
  hash: string;
  sketch: string;
}

/** What has been looked at: files by name, and articles in them. */
export interface Seen {
  files: readonly { file: string; sha256: string | null }[];
  /** Names of files that are gone. Their articles stay known: one that comes back is not new. */
  gone: readonly string[];
  articles: readonly SeenArticle[];
}

/** A message to be posted: quotes of these articles (ids), `more` of which there was no room for today. */
export interface PlannedPost {
  follow: number;
  articles: readonly string[];
  more: number;
}

export interface UnpostedPost extends PlannedPost {
  id: number;
  plannedAt: string;
}

/** Posts that were made are forgotten after two days: no limit looks further back. In ms. */
const KEPT_MS = 2 * 24 * 60 * 60 * 1000;
const SET = 'server, channel, "user", kind, what, name, locale, created';
const COLUMNS = `id, ${SET}`;

/** The subscriptions, the articles already seen, and the outbox of posts. */
export class FollowsTable {
  constructor(private readonly now: () => Date = () => new Date()) {}

  all(): Steps<Follow[]> {
    return rows<Follow>(`SELECT ${COLUMNS} FROM follows ORDER BY id`);
  }

  find(id: number): Steps<Follow | undefined> {
    return row<Follow>(`SELECT ${COLUMNS} FROM follows WHERE id = ?`, id);
  }

  /** Idempotent: a follow that exists already is returned. */
  *add(wanted: Omit<Follow, 'id' | 'created'>): Steps<Follow> {
    const { server, channel, user, kind, what, name, locale } = wanted;
    const there = yield* row<Follow>(
      `SELECT ${COLUMNS} FROM follows
      WHERE channel IS NOT DISTINCT FROM ? AND "user" IS NOT DISTINCT FROM ? AND kind = ? AND what = ?`,
      ...[channel, user, kind, what],
    );
    if (there) return there;
    const created = this.now().toISOString();
    const made = yield* row<{ id: number }>(
      `INSERT INTO follows (${SET}) VALUES ${places(8)} RETURNING id`,
      ...[server, channel, user, kind, what, name, locale, created],
    );
    return { ...wanted, id: made!.id, created };
  }

  /** Ends a follow with what it was still to post; whether it was there. */
  *end(id: number): Steps<boolean> {
    yield* change('DELETE FROM follow_posts WHERE follow = ?', id);
    return (yield* change('DELETE FROM follows WHERE id = ?', id)) === 1;
  }

  /** The files that were looked at, by name. */
  *files(): Steps<Map<string, { sha256: string | null }>> {
    const found = yield* rows<{ file: string; sha256: string | null }>('SELECT file, sha256 FROM follow_files');
    return new Map(found.map(({ file, sha256 }) => [file, { sha256 }]));
  }

  /** What is known of articles with one of these ids, and which of the hashes any article had. */
  *known(ids: readonly string[], hashes: readonly string[]): Steps<{ byId: Map<string, SeenArticle>; hashes: Set<string> }> {
    const byId = new Map<string, SeenArticle>();
    for (const some of pieces(ids)) {
      const found = yield* rows<SeenArticle>(`SELECT id, hash, sketch FROM follow_articles WHERE id IN ${places(some.length)}`, ...some);
      for (const each of found) byId.set(each.id, each);
    }
    const had = new Set<string>();
    for (const some of pieces(hashes)) {
      const found = yield* rows<{ hash: string }>(`SELECT hash FROM follow_articles WHERE hash IN ${places(some.length)}`, ...some);
      for (const { hash } of found) had.add(hash);
    }
    return { byId, hashes: had };
  }

  /** Forgets what was looked at. */
  *forget(): Steps<void> {
    yield* change('DELETE FROM follow_files');
    yield* change('DELETE FROM follow_articles');
  }

  *remember({ files, gone, articles }: Seen): Steps<void> {
    for (const some of pieces(gone)) yield* change(`DELETE FROM follow_files WHERE file IN ${places(some.length)}`, ...some);
    yield* putAll(
      'follow_files',
      ['file', 'sha256'],
      files.map(({ file, sha256 }) => [file, sha256]),
    );
    yield* putAll(
      'follow_articles',
      ['id', 'hash', 'sketch'],
      articles.map(({ id, hash, sketch }) => [id, hash, sketch]),
    );
  }

  /** Marks articles as seen and puts the posts for them into the outbox. The caller opens the transaction: both or neither. */
  *plan(seen: Seen, posts: readonly PlannedPost[]): Steps<void> {
    yield* this.remember(seen);
    const now = this.now();
    yield* change('DELETE FROM follow_posts WHERE posted_at < ?', new Date(now.getTime() - KEPT_MS).toISOString());
    for (const { follow, articles, more } of posts)
      yield* change(
        'INSERT INTO follow_posts (follow, articles, quotes, more, planned_at) VALUES (?, ?, ?, ?, ?)',
        ...[follow, JSON.stringify(articles), articles.length, more, now.toISOString()],
      );
  }

  /** By follow, how many quotes were planned since a time (ISO 8601). */
  *quotesSince(time: string): Steps<Map<number, number>> {
    const found = yield* rows<{ follow: number; quotes: number }>(
      'SELECT follow, sum(quotes) AS quotes FROM follow_posts WHERE planned_at > ? GROUP BY follow',
      time,
    );
    return new Map(found.map(({ follow, quotes }) => [follow, quotes]));
  }

  /** Posts still in the outbox, the oldest first. */
  *unposted(): Steps<UnpostedPost[]> {
    const found = yield* rows<Omit<UnpostedPost, 'articles'> & { articles: string }>(
      'SELECT id, follow, articles, more, planned_at AS "plannedAt" FROM follow_posts WHERE posted_at IS NULL ORDER BY id',
    );
    return found.map((each) => ({ ...each, articles: JSON.parse(each.articles) as string[] }));
  }

  *posted(id: number): Steps<void> {
    yield* change('UPDATE follow_posts SET posted_at = ? WHERE id = ?', this.now().toISOString(), id);
  }
}

/** Writes rows by their first column, in place of those that have it. Of two with the same the last counts. */
function* putAll(table: string, columns: readonly [string, ...string[]], all: readonly (readonly [string, ...Value[]])[]): Steps<void> {
  const last = [...new Map(all.map((each) => [each[0], each])).values()];
  for (const some of pieces(last)) {
    yield* change(`DELETE FROM ${table} WHERE ${columns[0]} IN ${places(some.length)}`, ...some.map(([key]) => key));
    yield* change(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${placesOf(some.length, columns.length)}`, ...some.flat());
  }
}
