import type { Article } from '../../corpus/article.ts';
import { parsePieces } from '../../corpus/parse.ts';
import type { Rejection } from '../../corpus/refusal.ts';
import { findingOfficials } from '../../people/find-officials.ts';
import { shownName } from '../../people/official.ts';
import { findingPlaces } from '../../places/find-regions.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import type { ArticlePreview } from '../../reply.ts';
import type { Breather } from '../../steps/breather.ts';
import { withDeclaredOfficials, withDeclaredRegions } from '../declared.ts';
import { articleRef } from '../refs.ts';

/** Of a file with many articles, so many are looked at closely. */
export const CLOSELY = 3;

/** An article of an upload. */
export interface LookedAt {
  id: string;
  line: number;
  /** Looks closely: what would be read of it. Null where nobody did in time. */
  look: () => Promise<ArticlePreview | null>;
}

/** What is in an upload, one article or rejection at a time. */
export async function* lookedAt(
  file: string,
  bytes: Uint8Array,
  gazetteer: Gazetteer,
  breather: Breather,
): AsyncGenerator<LookedAt | Rejection> {
  await breather.run(gazetteer.warming());
  for await (const one of parsePieces(file, [bytes])) {
    await breather.pause();
    yield 'reason' in one ? one : { id: one.id, line: one.line, look: () => previewOf(one, gazetteer, breather) };
  }
}

async function previewOf(article: Article, gazetteer: Gazetteer, breather: Breather): Promise<ArticlePreview> {
  const { regions } = await breather.run(findingPlaces(article, gazetteer));
  const officials = await breather.run(findingOfficials(article));
  const leftOut = new Map<string, number>();
  for (const { kind, start, end } of article.leftOut) leftOut.set(kind, (leftOut.get(kind) ?? 0) + end - start);
  return {
    article: articleRef(article),
    characters: article.text.length,
    regions: withDeclaredRegions(article, regions, gazetteer).map(({ region, relation }) => ({ path: region.path.slice(), relation })),
    officials: withDeclaredOfficials(article, officials).map((official) => ({
      name: shownName(official),
      title: official.titles[0]?.text ?? null,
    })),
    remarks: article.notes ?? [],
    left_out: [...leftOut].map(([kind, characters]) => ({ kind: kind as ArticlePreview['left_out'][number]['kind'], characters })),
  };
}
