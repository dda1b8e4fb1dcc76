/** Pages that a browser saved into one file (`.mhtml`). */
import { refusal, Unreadable } from '../refusal.ts';
import type { RawArticle } from './raw-article.ts';
import { webPage } from './web-page.ts';

/** @throws {Unreadable} where there is no page in it */
export async function readWebArchive(bytes: Uint8Array): Promise<RawArticle> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 16 }).catch(() => null);
  if (!mail?.html) throw new Unreadable(refusal('no-web-archive'));
  const raw = webPage(mail.html);
  const url = mail.headers.find(({ key }) => key === 'snapshot-content-location')?.value;
  return { ...raw, evidence: { ...raw.evidence, url: raw.evidence.url ?? url } };
}
