import { fold } from '../language/script.ts';
import type { ArticleReply, RegionReply, Result } from '../reply.ts';
import type { Collection } from './collection.ts';
import { sentenceAround } from './quotes.ts';
import { regionRef } from './refs.ts';
import { resultOf } from './results.ts';

/** Names in an article that several regions have, where it does not tell which. */
export function openNamesOf({ open }: Collection, number: number): Pick<ArticleReply, 'open_names'> {
  const names = open[number]!.map(({ candidates, ...name }) => ({ ...name, candidates: candidates.map(regionRef) }));
  return names.length > 0 ? { open_names: names } : {};
}

/** Articles that print the name asked for where it has namesakes and nothing tells which is meant, `limit` at most; and between which. */
export function unplacedOf(collection: Collection, query: string, limit: number): Pick<RegionReply, 'unplaced' | 'open_between'> {
  const name = fold(query).replace(/[^\p{L}\p{N}]/gu, '');
  const codes = new Set(collection.gazetteer.names.get(name)?.map(({ code }) => code));
  if (codes.size < 2) return {};
  const found: Result[] = [];
  const printed = new Set([...codes].flatMap((code) => collection.catalogue.openTo.get(code) ?? []));
  for (const number of [...printed].sort((a, b) => a - b)) {
    if (found.length === limit) break;
    if (!collection.engine.index.folded[number]!.includes(name) || collection.regions[number]!.some(({ region }) => codes.has(region.code)))
      continue;
    const article = collection.articles[number]!;
    const open = collection.open[number]!.find(({ candidates }) => candidates.some(({ code }) => codes.has(code)))!;
    const span = sentenceAround(article, open.start);
    found.push(resultOf(collection, number, span, [[open.start - span.start, Math.min(open.end, span.end) - span.start]], 1));
  }
  return found.length > 0 ? { unplaced: found, open_between: [...codes].map((code) => regionRef(collection.gazetteer.byCode(code)!)) } : {};
}
