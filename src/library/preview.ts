import { Breather } from '../steps/breather.ts';
import type { Article } from '../corpus/article.ts';
import { kindOf } from '../corpus/formats/kinds.ts';
import { parsePieces } from '../corpus/parse.ts';
import { refusal } from '../corpus/refusal.ts';
import { findingOfficials } from '../people/find-officials.ts';
import { shownName } from '../people/official.ts';
import { findingPlaces } from '../places/find-regions.ts';
import type { ArticlePreview, UploadPreview } from '../reply.ts';
import { UserError } from '../user-error.ts';
import type { Collection } from './collection.ts';
import { withDeclaredOfficials, withDeclaredRegions } from './declared.ts';
import { articleRef } from './refs.ts';

/** Of a file with many articles, so many are looked at closely. */
const CLOSELY = 3;

/**
 * What would be read of a file, were it in the corpus under this name. Changes nothing.
 *
 * @throws {UserError} `upload_refused` where there is no article in it
 */
export async function preview(collection: Collection, file: string, bytes: Uint8Array): Promise<UploadPreview> {
  const breather = new Breather();
  await breather.run(collection.gazetteer.warming());
  const found: UploadPreview = { articles: 0, shown: [], rejected: [] };
  const ids = new Set<string>();
  for await (const one of parsePieces(file, [bytes])) {
    await breather.pause();
    if ('reason' in one) {
      found.rejected.push(one);
      continue;
    }
    const bearer = await articleOf(collection, one.id);
    if (bearer || ids.has(one.id)) {
      found.rejected.push({
        file,
        line: kindOf(file)?.many ? one.line : null,
        ...refusal('id-taken', { id: one.id, file: bearer?.file ?? file }),
      });
      continue;
    }
    ids.add(one.id);
    found.articles++;
    if (found.shown.length < CLOSELY) found.shown.push(await previewOf(collection, one, breather));
  }
  const [first] = found.rejected;
  if (found.articles === 0) {
    throw new UserError('upload_refused', `“${file}” cannot be taken: ${first?.reason ?? 'there is no article in it'}.`, {
      file,
      why: first?.code ?? 'nothing-left',
      ...first?.values,
    });
  }
  return found;
}

/** The article of exactly this id. */
async function articleOf(collection: Collection, id: string): Promise<Article | undefined> {
  const [stored] = await collection.articles([id]);
  return stored?.article.id === id ? stored.article : undefined;
}

async function previewOf({ gazetteer }: Collection, article: Article, breather: Breather): Promise<ArticlePreview> {
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
