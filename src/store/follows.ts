import type { Locale } from '../text/index.ts';
import type { Database } from './database.ts';

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
const COLUMNS = 'id, server, channel, user, kind, what, name, locale, created';

/** The subscriptions, the articles already seen, and the outbox of posts. */
export class FollowsTable {
  constructor(
    private readonly database: Database.Database,
    private readonly now: () => Date = () => new Date(),
  ) {}

  all(): Follow[] {
    return this.database.prepare(`SELECT ${COLUMNS} FROM follows ORDER BY id`).all() as Follow[];
  }

  find(id: number): Follow | undefined {
    return this.database.prepare(`SELECT ${COLUMNS} FROM follows WHERE id = ?`).get(id) as Follow | undefined;
  }

  /** Idempotent: a follow that exists already is returned. */
  add(wanted: Omit<Follow, 'id' | 'created'>): Follow {
    const { server, channel, user, kind, what, name, locale } = wanted;
    const there = this.database
      .prepare(`SELECT ${COLUMNS} FROM follows WHERE channel IS ? AND user IS ? AND kind = ? AND what = ?`)
      .get(channel, user, kind, what) as Follow | undefined;
    if (there) return there;
    const created = this.now().toISOString();
    const { lastInsertRowid: id } = this.database
      .prepare('INSERT INTO follows (server, channel, user, kind, what, name, locale, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(server, channel, user, kind, what, name, locale, created);
    return { ...wanted, id: Number(id), created };
  }

  /** Ends a follow with what it was still to post; whether it was there. */
  end(id: number): boolean {
    this.database.prepare('DELETE FROM follow_posts WHERE follow = ?').run(id);
    return this.database.prepare('DELETE FROM follows WHERE id = ?').run(id).changes === 1;
  }

  /** The files that were looked at, by name. */
  files(): Map<string, { sha256: string | null }> {
    const rows = this.database.prepare('SELECT file, sha256 FROM follow_files').all() as { file: string; sha256: string | null }[];
    return new Map(rows.map(({ file, sha256 }) => [file, { sha256 }]));
  }

  /** What is known of articles with one of these ids, and which of the hashes any article had. */
  known(ids: readonly string[], hashes: readonly string[]): { byId: Map<string, SeenArticle>; hashes: Set<string> } {
    // One statement for all of them: the list goes in as JSON.
    const rows = this.database
      .prepare('SELECT id, hash, sketch FROM follow_articles WHERE id IN (SELECT value FROM json_each(?))')
      .all(JSON.stringify(ids)) as SeenArticle[];
    const had = this.database
      .prepare('SELECT DISTINCT hash FROM follow_articles WHERE hash IN (SELECT value FROM json_each(?))')
      .all(JSON.stringify(hashes)) as { hash: string }[];
    return { byId: new Map(rows.map((row) => [row.id, row])), hashes: new Set(had.map(({ hash }) => hash)) };
  }

  /** Forgets what was looked at. */
  forget(): void {
    this.database.exec('DELETE FROM follow_files; DELETE FROM follow_articles');
  }

  remember({ files, gone, articles }: Seen): void {
    this.database.prepare('DELETE FROM follow_files WHERE file IN (SELECT value FROM json_each(?))').run(JSON.stringify(gone));
    this.database
      .prepare(
        `INSERT OR REPLACE INTO follow_files (file, sha256)
         SELECT json_extract(value, '$.file'), json_extract(value, '$.sha256') FROM json_each(?)`,
      )
      .run(JSON.stringify(files));
    this.database
      .prepare(
        `INSERT OR REPLACE INTO follow_articles (id, hash, sketch)
         SELECT json_extract(value, '$.id'), json_extract(value, '$.hash'), json_extract(value, '$.sketch') FROM json_each(?)`,
      )
      .run(JSON.stringify(articles));
  }

  /** Marks articles as seen and puts the posts for them into the outbox. The caller opens the transaction: both or neither. */
  plan(seen: Seen, posts: readonly PlannedPost[]): void {
    this.remember(seen);
    const now = this.now();
    this.database.prepare('DELETE FROM follow_posts WHERE posted_at < ?').run(new Date(now.getTime() - KEPT_MS).toISOString());
    const insert = this.database.prepare('INSERT INTO follow_posts (follow, articles, quotes, more, planned_at) VALUES (?, ?, ?, ?, ?)');
    for (const { follow, articles, more } of posts) insert.run(follow, JSON.stringify(articles), articles.length, more, now.toISOString());
  }

  /** By follow, how many quotes were planned since a time (ISO 8601). */
  quotesSince(time: string): Map<number, number> {
    const rows = this.database
      .prepare('SELECT follow, sum(quotes) AS quotes FROM follow_posts WHERE planned_at > ? GROUP BY follow')
      .all(time) as { follow: number; quotes: number }[];
    return new Map(rows.map(({ follow, quotes }) => [follow, quotes]));
  }

  /** Posts still in the outbox, the oldest first. */
  unposted(): UnpostedPost[] {
    const rows = this.database
      .prepare('SELECT id, follow, articles, more, planned_at AS plannedAt FROM follow_posts WHERE posted_at IS NULL ORDER BY id')
      .all() as (Omit<UnpostedPost, 'articles'> & { articles: string })[];
    return rows.map((row) => ({ ...row, articles: JSON.parse(row.articles) as string[] }));
  }

  posted(id: number): void {
    this.database.prepare('UPDATE follow_posts SET posted_at = ? WHERE id = ?').run(this.now().toISOString(), id);
  }
}
