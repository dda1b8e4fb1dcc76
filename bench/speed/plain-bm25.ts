/** The yardstick: word BM25 over typed-array postings, nothing else. Same tokens as the index; k1 0.9, b 0.4. */
export class PlainBm25 {
  readonly #lists = new Map<string, { documents: number[]; counts: number[] }>();
  readonly #lengths: number[] = [];
  readonly #postings = new Map<string, { documents: Uint32Array; counts: Uint16Array }>();
  #norms = new Float64Array();
  #scores = new Float64Array();

  add(tokens: readonly string[]): void {
    const document = this.#lengths.push(tokens.length) - 1;
    const counts = new Map<string, number>();
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
    for (const [token, count] of counts) {
      const list = this.#lists.get(token) ?? { documents: [], counts: [] };
      this.#lists.set(token, list);
      list.documents.push(document);
      list.counts.push(count);
    }
  }

  seal(): void {
    for (const [token, { documents, counts }] of this.#lists)
      this.#postings.set(token, { documents: Uint32Array.from(documents), counts: Uint16Array.from(counts) });
    this.#lists.clear();
    const mean = this.#lengths.reduce((sum, length) => sum + length, 0) / this.#lengths.length;
    this.#norms = Float64Array.from(this.#lengths, (length) => 0.9 * (1 - 0.4 + (0.4 * length) / mean));
    this.#scores = new Float64Array(this.#lengths.length);
  }

  /** The ten best documents for a bag of words. */
  search(words: readonly string[]): number[] {
    const touched: number[] = [];
    const total = this.#norms.length;
    for (const word of new Set(words)) {
      const list = this.#postings.get(word);
      if (!list) continue;
      const idf = Math.log(1 + (total - list.documents.length + 0.5) / (list.documents.length + 0.5));
      for (let i = 0; i < list.documents.length; i++) {
        const document = list.documents[i]!;
        if (this.#scores[document] === 0) touched.push(document);
        this.#scores[document]! += (idf * list.counts[i]! * 1.9) / (list.counts[i]! + this.#norms[document]!);
      }
    }
    const best = this.#bestOf(touched);
    for (const document of touched) this.#scores[document] = 0;
    return best;
  }

  /** By insertion into ten places: sorting all that was touched would cost more than the scoring. */
  #bestOf(touched: readonly number[]): number[] {
    const best: number[] = [];
    let least = 0;
    for (const document of touched) {
      const score = this.#scores[document]!;
      if (best.length === 10 && score <= least) continue;
      let at = best.length;
      while (at > 0 && this.#scores[best[at - 1]!]! < score) at--;
      best.splice(at, 0, document);
      if (best.length > 10) best.pop();
      least = this.#scores[best.at(-1)!]!;
    }
    return best;
  }
}
