/** What a format gives, read right where it had been misread before it was saved. */
import type { PageNote } from './article.ts';
import { righted } from './files/mend.ts';
import type { RawArticle } from './formats/raw-article.ts';
import { refusal, Unreadable } from './refusal.ts';

/** Where marks of the source are told by their place in it, it is read right before they are looked for. */
export function fromSource(source: string, read: (source: string) => RawArticle): RawArticle {
  const { text, notes } = mended(source);
  const raw = read(text);
  return { ...raw, notes: [...(raw.notes ?? []), ...notes] };
}

/** A text that is read right, and the remark that it had not been. @throws {Unreadable} where there is no way back */
function mended(from: string): { text: string; notes: PageNote[] } {
  const { text, mending } = righted(from);
  return { text, notes: mending === null ? [] : [{ code: 'mended', values: { ...mending } }] };
}

/** The same article with text, titles and source read right. @throws {Unreadable} where one of them has no way back */
export function mendedRaw(raw: RawArticle): RawArticle {
  const notes: PageNote[] = [];
  const right = (from: string): string => {
    const { text, notes: found } = mended(from);
    if (notes.length === 0) notes.push(...found);
    return text;
  };
  const text = right(raw.text);
  // Where the marks stand is known in the text as it was.
  if (text !== raw.text && (raw.evidence.markup?.length ?? 0) > 0) throw new Unreadable(refusal('misread-before'));
  const { titles, source, author } = raw.evidence;
  const evidence = {
    ...raw.evidence,
    ...(titles && { titles: titles.map((title) => ({ ...title, text: right(title.text) })) }),
    source: source && right(source),
    author: author && right(author),
  };
  return notes.length === 0 ? raw : { ...raw, text, evidence, notes: [...(raw.notes ?? []), ...notes] };
}
