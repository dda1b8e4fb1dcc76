import type { Article } from '../corpus/article.ts';
import { fold } from '../language/script.ts';
import { openNames } from '../places/find-regions.ts';
import type { ArticleReply, RegionReply, Result } from '../reply.ts';
import type { Collection } from './collection.ts';
import { sentenceAround } from './quotes.ts';
import { regionRef } from './refs.ts';
import { resultOf } from './results.ts';

/** Names in an article that several regions have, where it does not tell which. */
export function openNamesOf(collection: Collection, article: Article): Pick<ArticleReply, 'open_names'> {
  const names = openNames(article, collection.gazetteer).map(({ candidates, ...name }) => ({ ...name, candidates: candidates.map(regionRef) }));
  return names.length > 0 ? { open_names: names } : {};
}

/** Articles that print the name asked for where it has namesakes and nothing tells which is meant, `limit` at most; and between which. */
export function unplacedOf(collection: Collection, query: string, limit: number): Pick<RegionReply, 'unplaced' | 'open_between'> {
  const name = fold(query).replace(/[^\p{L}\p{N}]/gu, '');
  const codes = new Set(collection.gazetteer.names.get(name)?.map(({ code }) => code));
  if (codes.size < 2) return {};
  const found: Result[] = [];
  for (const [number, article] of collection.articles.entries()) {
    if (found.length === limit) break;
    if (!collection.engine.index.folded[number]!.includes(name) || collection.regions[number]!.some(({ region }) => codes.has(region.code))) continue;
    const open = openNames(article, collection.gazetteer).find(({ candidates }) => candidates.some(({ code }) => codes.has(code)));
    if (open === undefined) continue;
    const span = sentenceAround(article, open.start);
    found.push(resultOf(collection, number, span, [[open.start - span.start, Math.min(open.end, span.end) - span.start]], 1));
  }
  return found.length > 0 ? { unplaced: found, open_between: [...codes].map((code) => regionRef(collection.gazetteer.byCode(code)!)) } : {};
}
