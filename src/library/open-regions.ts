import { bookKey } from '../places/names.ts';
import type { ArticleReply, RegionReply } from '../reply.ts';
import type { Collection, StoredArticle } from './collection.ts';
import { regionRef } from './refs.ts';
import { resultOf, sentenceAround } from './results.ts';

/** Names in an article that several regions have, where it does not tell which. */
export function openNamesOf({ open }: StoredArticle): Pick<ArticleReply, 'open_names'> {
  const names = open.map(({ candidates, ...name }) => ({ ...name, candidates: candidates.map(regionRef) }));
  return names.length > 0 ? { open_names: names } : {};
}

/** Articles that print the name asked for where it has namesakes and nothing tells which is meant, `limit` at most; and between which. */
export async function unplacedOf(
  collection: Collection,
  query: string,
  limit: number,
): Promise<Pick<RegionReply, 'unplaced' | 'open_between'>> {
  const name = bookKey(query);
  const codes = [...new Set(collection.gazetteer.names.get(name)?.map(({ code }) => code))];
  if (codes.length < 2) return {};
  const { ids } = await collection.page({ open: { name, codes } }, 'corpus', 0, limit);
  const found = (await collection.articles(ids)).map((stored) => {
    const open = stored.open.find(({ candidates }) => candidates.some(({ code }) => codes.includes(code)))!;
    const span = sentenceAround(stored.article, open.start);
    return resultOf(stored, span, [[open.start - span.start, Math.min(open.end, span.end) - span.start]], 1);
  });
  return found.length > 0 ? { unplaced: found, open_between: codes.map((code) => regionRef(collection.gazetteer.byCode(code)!)) } : {};
}
