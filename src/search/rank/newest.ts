import type { Hit } from '../quote/excerpt.ts';

/** Hits this far behind the best one tell of the same thing about as well. */
const EQUAL_FIT = 0.3;

/**
 * Of the hits that fit about as well as the best, have what is asked for and hold what must be so, the newest first;
 * all others in their order behind them.
 *
 * @param daysOf the days that an article is of, ISO; the latest counts, none is the oldest
 */
export function newestFirst(hits: readonly Hit[], daysOf: (article: number) => readonly string[]): Hit[] {
  const [best] = hits;
  if (!best) return [];
  const equal = hits.filter(
    (hit) =>
      hit.score >= best.score - EQUAL_FIT &&
      hit.unmet.length <= best.unmet.length &&
      hit.excerpt.features.kind >= best.excerpt.features.kind &&
      hit.excerpt.features.met >= best.excerpt.features.met,
  );
  const dayOf = ({ article }: Hit) => daysOf(article).reduce((latest, day) => (day > latest ? day : latest), '');
  const newest = [...equal].sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
  const chosen = new Set(equal);
  return [...newest, ...hits.filter((hit) => !chosen.has(hit))];
}
