/** PDF files that hold text; pages that are pictures hold none. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { refusal, Unreadable } from '../refusal.ts';
import type { RawArticle } from './raw-article.ts';

/** An article in print; what is longer is a book. */
const MOST_PAGES = 100;
/** A page with fewer characters is a picture with a caption. */
const FEWEST_CHARACTERS = 10;

/** @throws {Unreadable} where it is no PDF, is locked, has too many pages, or no text */
export async function readPdf(bytes: Uint8Array): Promise<RawArticle> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(bytes),
    // Chinese fonts are told by tables that come with the library; nothing is loaded from elsewhere.
    cMapUrl: `${root}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${root}/standard_fonts/`,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MOST_PAGES) throw new Unreadable(refusal('too-many-pages', { count: pdf.numPages, max: MOST_PAGES }));
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      page.cleanup();
    }
    const text = pages.join('\n');
    if (text.replace(/\s/g, '').length < FEWEST_CHARACTERS * pdf.numPages) throw new Unreadable(refusal('scanned-pdf'));
    return { id: null, line: null, text, evidence: {} };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(refusal((error as Error).name === 'PasswordException' ? 'locked-pdf' : 'no-pdf'));
  } finally {
    await task.destroy();
  }
}
