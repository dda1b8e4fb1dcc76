import { fold } from '../language/script.ts';
import { phraseIn, type SearchWords } from '../question/search-words.ts';
import type { Span } from '../language/span.ts';
import type { Collection, FoundCandidates } from './collection.ts';

/** Candidates of a search, with the phrases that stand in their articles: what a quote should hold. */
export interface ChosenCandidates extends FoundCandidates {
  /** By an article's number; offsets in its text. */
  readonly marked: (article: number) => readonly Span[];
}

/**
 * The candidates that have all phrases of a query, and of what it leaves out nothing, neither in the passage nor in the title that
 * people see above it. It is done here, over what was found, so that every collection does the same.
 */
export async function withPhrases(
  collection: Collection,
  { phrases, excluded }: SearchWords,
  found: FoundCandidates,
): Promise<ChosenCandidates> {
  if (phrases.length + excluded.length === 0) return { ...found, marked: () => [] };
  const { index, passages, idOf } = found;
  const wanted = phrases.map(phraseIn);
  const unwanted = excluded.map(phraseIn);
  const titles = unwanted.length > 0 ? await titlesOf(collection, found) : new Map<string, string>();
  const kept = passages.filter((passage) => {
    const article = index.store.articleOf(passage);
    const { start, end } = index.store.spanOf(passage);
    const text = index.folded[article]!.slice(start, end);
    const all = `${titles.get(idOf(article)) ?? ''}\n${text}`;
    return wanted.every((phrase) => phrase(text).length > 0) && unwanted.every((phrase) => phrase(all).length === 0);
  });
  return { ...found, passages: kept, marked: (article) => wanted.flatMap((phrase) => phrase(index.folded[article]!)) };
}

/** Folded, by the articles' ids. */
async function titlesOf(collection: Collection, { index, passages, idOf }: FoundCandidates): Promise<Map<string, string>> {
  const ids = [...new Set(passages.map((passage) => idOf(index.store.articleOf(passage))))];
  return new Map((await collection.articles(ids)).map(({ article }) => [article.id, fold(article.title)]));
}
