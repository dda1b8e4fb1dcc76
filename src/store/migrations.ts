/** The schema, in the steps it was made in. A step that has been released is never changed: the next one mends it. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE server_settings (
    server   TEXT PRIMARY KEY,
    language TEXT NOT NULL,
    private  INTEGER NOT NULL,
    channels TEXT NOT NULL
  ) STRICT`,
];
