import type { Indexable } from '../../src/search/index/index.ts';
import type { EvalData } from '../eval/data.ts';

/** Mulberry32 (Tommy Ettinger, public domain): the same numbers each run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * So many real articles; where there are not enough, they come again with changes: their sentences in another order,
 * a tenth of them left out, other figures. Words stay as frequent as in real text, and no article is another's copy.
 */
export function* realArticles(data: EvalData, count: number): Generator<Indexable> {
  const originals = data.articles('passages.jsonl.gz');
  for (let i = 0; i < count; i++) {
    const article = originals[i % originals.length]!;
    yield i < originals.length ? article : changed(article, random(i));
  }
}

function changed(article: Indexable, next: () => number): Indexable {
  const sentences = (article.text.match(/[^。！？]+[。！？]?/g) ?? []).filter(() => next() > 0.1);
  for (let i = sentences.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [sentences[i], sentences[j]] = [sentences[j]!, sentences[i]!];
  }
  return { ...article, text: sentences.join('').replace(/\d/g, () => String(Math.floor(next() * 10))) };
}
