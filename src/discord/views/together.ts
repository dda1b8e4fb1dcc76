import type { Result, SearchReply } from '../../reply.ts';

/** So many passages of one article are shown: whoever wants more reads the article. */
const MOST_OF_ONE = 3;

/** A search's passages as people see them. */
export interface Together {
  /** Those of one article one after the other, the best article first. */
  results: Result[];
  /** How many more passages of an article fit and are not among them, by the article's id; only where there are any. */
  more: ReadonlyMap<string, number>;
}

/**
 * Puts the passages of one article together, {@link MOST_OF_ONE} of each. Linear in them.
 *
 * @example passages of the articles a, b, a, a, a become a, a, a, b; one more of a
 */
export function together({ results, articles }: Pick<SearchReply, 'results' | 'articles'>): Together {
  const byArticle = new Map<string, Result[]>();
  for (const result of results) {
    const same = byArticle.get(result.article.id);
    if (!same) byArticle.set(result.article.id, [result]);
    else if (same.length < MOST_OF_ONE) same.push(result);
  }
  const more = new Map<string, number>();
  for (const { id, passages } of articles) {
    const left = passages - (byArticle.get(id)?.length ?? passages);
    if (left > 0) more.set(id, left);
  }
  return { results: [...byArticle.values()].flat(), more };
}
