import Database from 'libsql';

/** SQLite's full-text search over the same tokens, in memory, ten best by its own BM25. */
export class Fts5 {
  readonly #database = new Database(':memory:');
  readonly #insert;
  readonly #select;
  #added = 0;

  constructor() {
    this.#database.exec('CREATE VIRTUAL TABLE passages USING fts5(tokens, tokenize = "unicode61 remove_diacritics 0")');
    this.#database.exec('BEGIN');
    this.#insert = this.#database.prepare('INSERT INTO passages(rowid, tokens) VALUES (?, ?)');
    this.#select = this.#database.prepare('SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 10');
  }

  add(tokens: readonly string[]): void {
    this.#insert.run(this.#added++, tokens.join(' '));
  }

  seal(): void {
    this.#database.exec('COMMIT');
  }

  search(words: readonly string[]): unknown[] {
    return this.#select.all([...new Set(words)].map((word) => `"${word.replaceAll('"', '')}"`).join(' OR '));
  }
}
