/** The schema, in the steps it was made in. A step that has been released is never changed: the next one mends it. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE server_settings (
    server   TEXT PRIMARY KEY,
    language TEXT NOT NULL,
    private  INTEGER NOT NULL,
    channels TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE secrets (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;
  CREATE TABLE feedback (
    voter      TEXT PRIMARY KEY,
    command    TEXT NOT NULL,
    question   TEXT NOT NULL,
    filters    TEXT NOT NULL,
    revision   TEXT NOT NULL,
    answered   INTEGER,
    confidence REAL,
    shown      TEXT NOT NULL,
    good       INTEGER NOT NULL,
    at         TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE pending (
    id     TEXT PRIMARY KEY,
    action TEXT NOT NULL,
    file   TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    user   TEXT,
    server TEXT,
    at     TEXT NOT NULL
  ) STRICT;
  CREATE TABLE corpus_log (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at     TEXT NOT NULL,
    user   TEXT,
    server TEXT,
    action TEXT NOT NULL,
    file   TEXT NOT NULL,
    sha256 TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER corpus_log_is_not_changed BEFORE UPDATE ON corpus_log BEGIN SELECT raise(ABORT, 'the log is only added to'); END;
  CREATE TRIGGER corpus_log_is_not_cut BEFORE DELETE ON corpus_log BEGIN SELECT raise(ABORT, 'the log is only added to'); END`,
  // A change that was begun: what is still here at the next start was interrupted.
  `CREATE TABLE intents (
    id     TEXT PRIMARY KEY,
    action TEXT NOT NULL,
    file   TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    user   TEXT,
    server TEXT,
    at     TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE unanswered (
    question TEXT NOT NULL,
    filters  TEXT NOT NULL,
    times    INTEGER NOT NULL,
    day      TEXT NOT NULL,
    PRIMARY KEY (question, filters)
  ) STRICT`,
  "ALTER TABLE server_settings ADD COLUMN threads TEXT NOT NULL DEFAULT '[]'",
  // `follow_files` and `follow_articles`: what the follows have been told of already; `follow_posts`: an outbox, one line a message.
  `CREATE TABLE follows (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    server  TEXT,
    channel TEXT,
    user    TEXT,
    kind    TEXT NOT NULL,
    what    TEXT NOT NULL,
    name    TEXT NOT NULL,
    locale  TEXT NOT NULL,
    created TEXT NOT NULL
  ) STRICT;
  CREATE TABLE follow_posts (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    follow     INTEGER NOT NULL,
    articles   TEXT NOT NULL,
    quotes     INTEGER NOT NULL,
    more       INTEGER NOT NULL,
    planned_at TEXT NOT NULL,
    posted_at  TEXT
  ) STRICT;
  CREATE TABLE follow_files (
    file   TEXT PRIMARY KEY,
    sha256 TEXT
  ) STRICT;
  CREATE TABLE follow_articles (
    id     TEXT PRIMARY KEY,
    hash   TEXT NOT NULL,
    sketch TEXT NOT NULL
  ) STRICT;
  CREATE INDEX follow_articles_by_hash ON follow_articles (hash)`,
];
