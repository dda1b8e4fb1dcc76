/**
 * The schema on PostgreSQL, in the steps it was made in. A step that has been released is never changed: the next one mends it.
 * `rowid` is SQLite's own name for the order in which rows came. What people have written is found by its hash: other indexes here take
 * 2,704 bytes at most. That nothing is there twice is the writers' doing, of whom there is one at a time.
 */
export const POSTGRES_MIGRATIONS: readonly string[] = [
  `CREATE TABLE server_settings (
    server   TEXT PRIMARY KEY,
    language TEXT NOT NULL,
    private  INTEGER NOT NULL,
    channels TEXT NOT NULL,
    threads  TEXT NOT NULL
  );
  CREATE TABLE secrets (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
  );
  CREATE TABLE feedback (
    voter      TEXT PRIMARY KEY,
    command    TEXT NOT NULL,
    question   TEXT NOT NULL,
    filters    TEXT NOT NULL,
    revision   TEXT NOT NULL,
    answered   INTEGER,
    confidence DOUBLE PRECISION,
    shown      TEXT NOT NULL,
    good       INTEGER NOT NULL,
    at         TEXT NOT NULL
  );
  CREATE TABLE unanswered (
    rowid    BIGINT GENERATED ALWAYS AS IDENTITY,
    question TEXT NOT NULL,
    filters  TEXT NOT NULL,
    times    INTEGER NOT NULL,
    day      TEXT NOT NULL
  );
  CREATE INDEX unanswered_by_question ON unanswered USING hash (question);
  CREATE TABLE pending (
    id     TEXT PRIMARY KEY,
    action TEXT NOT NULL,
    file   TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    "user" TEXT,
    server TEXT,
    at     TEXT NOT NULL
  );
  CREATE TABLE intents (LIKE pending INCLUDING ALL);
  CREATE TABLE corpus_log (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at     TEXT NOT NULL,
    "user" TEXT,
    server TEXT,
    action TEXT NOT NULL,
    file   TEXT NOT NULL,
    sha256 TEXT NOT NULL
  );
  CREATE FUNCTION corpus_log_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the log is only added to'; END $$;
  CREATE TRIGGER corpus_log_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON corpus_log
    EXECUTE FUNCTION corpus_log_is_only_added_to();
  CREATE TABLE follows (
    id      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    server  TEXT,
    channel TEXT,
    "user"  TEXT,
    kind    TEXT NOT NULL,
    what    TEXT NOT NULL,
    name    TEXT NOT NULL,
    locale  TEXT NOT NULL,
    created TEXT NOT NULL
  );
  CREATE TABLE follow_posts (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    follow     BIGINT NOT NULL,
    articles   TEXT NOT NULL,
    quotes     INTEGER NOT NULL,
    more       INTEGER NOT NULL,
    planned_at TEXT NOT NULL,
    posted_at  TEXT
  );
  CREATE TABLE follow_files (
    file   TEXT NOT NULL,
    sha256 TEXT
  );
  CREATE INDEX follow_files_by_name ON follow_files USING hash (file);
  CREATE TABLE follow_articles (
    id     TEXT NOT NULL,
    hash   TEXT NOT NULL,
    sketch TEXT NOT NULL
  );
  CREATE INDEX follow_articles_by_id ON follow_articles USING hash (id);
  CREATE INDEX follow_articles_by_hash ON follow_articles (hash)`,
];
