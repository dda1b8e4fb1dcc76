import type { Article } from '../../corpus/article.ts';
import { kindOf } from '../../corpus/formats/kinds.ts';
import { refusal } from '../../corpus/refusal.ts';
import type { UploadPreview } from '../../reply.ts';
import { UserError } from '../../user-error.ts';
import type { Collection } from '../collection.ts';
import { CLOSELY } from './look.ts';
import type { LongUploads } from './long-uploads.ts';

/**
 * What would be read of a file, were it in the corpus under this name. Changes nothing.
 *
 * @throws {UserError} `upload_refused` where there is no article in it
 */
export async function preview(collection: Collection, uploads: LongUploads, file: string, bytes: Uint8Array): Promise<UploadPreview> {
  const found: UploadPreview = { articles: 0, shown: [], rejected: [] };
  const ids = new Set<string>();
  for await (const one of uploads.lookedAt(file, bytes, collection.gazetteer)) {
    if ('reason' in one) {
      found.rejected.push(one);
      continue;
    }
    const { id, line } = one;
    const bearer = await articleOf(collection, id);
    if (bearer || ids.has(id)) {
      found.rejected.push({ file, line: kindOf(file)?.many ? line : null, ...refusal('id-taken', { id, file: bearer?.file ?? file }) });
      continue;
    }
    ids.add(id);
    found.articles++;
    const looked = found.shown.length < CLOSELY ? await one.look() : null;
    if (looked !== null) found.shown.push(looked);
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
