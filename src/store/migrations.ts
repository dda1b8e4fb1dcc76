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
];
