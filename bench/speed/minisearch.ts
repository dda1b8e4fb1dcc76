import MiniSearch from 'minisearch';

/** MiniSearch over the same tokens, as it comes: any word, all passages scored. */
export class PlainMiniSearch {
  readonly #index = new MiniSearch<{ id: number; tokens: readonly string[] }>({
    fields: ['tokens'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    extractField: (entry, field) => (field === 'id' ? entry.id : entry.tokens.join(' ')) as string,
  });

  #added = 0;

  add(tokens: readonly string[]): void {
    this.#index.add({ id: this.#added++, tokens });
  }

  seal(): void {
    // Nothing is left to do.
  }

  search(words: readonly string[]): unknown[] {
    return this.#index.search(words.join(' ')).slice(0, 10);
  }
}
