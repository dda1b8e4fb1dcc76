import { atOnce } from '../steps/breather.ts';
import type { Article } from '../corpus/article.ts';
import { fold } from '../language/script.ts';
import { aboutWhat } from './about.ts';
import { locating, type Open } from './locate.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Region } from './region.ts';
import type { Located } from './scan.ts';

/** A region that an article names. */
export interface RegionFinding {
  region: Region;
  /** `about`: in the title, the lead or the dateline, or named about as often as any; else `mentioned`. */
  relation: 'about' | 'mentioned';
  /** Where the text names it, ascending; UTF-16, into the article's text. Empty where only the title does. */
  mentions: { start: number; end: number }[];
  inTitle: boolean;
}

/** A name in an article's text that several regions have, where the article does not tell which. */
export interface OpenName {
  /** As printed: `text.slice(start, end)`, UTF-16. */
  text: string;
  start: number;
  end: number;
  /** Those it may mean, in the code book's order. */
  candidates: Region[];
}

/** What an article says of places. */
export interface Places {
  /** Greater levels first. */
  regions: RegionFinding[];
  /** Names of provinces, prefectures and counties that stay open, each at its first place. */
  open: OpenName[];
}

/**
 * The regions that an article names, and the names that stay open; in steps, for an article may be a book.
 *
 * A name is resolved by what else the article names: a county of many namesakes by its prefecture, its province or a
 * town in it, a town by its county. What stays ambiguous, and what only bears a place's name (roads, schools,
 * companies), is left out of the regions.
 * Regions that hold a named one are not added: ask {@link isWithin}. `foldedText` may be given where the caller has
 * `fold(article.text)` already.
 */
export function* findingPlaces(
  article: Pick<Article, 'title' | 'text'>,
  gazetteer: Gazetteer,
  foldedText = fold(article.text),
): Generator<void, Places> {
  const shift = article.title.length + 1;
  const folded = `${fold(article.title)}\n${foldedText}`;
  const { located, open } = yield* locating(folded, gazetteer);
  yield;
  const byCode = new Map<string, Located[]>();
  for (const one of located) {
    const same = byCode.get(one.code);
    if (same) same.push(one);
    else byCode.set(one.code, [one]);
  }
  const about = aboutWhat(folded, shift, byCode, gazetteer);
  const regions = [...byCode.keys()]
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((code): RegionFinding => ({
      region: gazetteer.byCode(code)!,
      relation: about.has(code) ? 'about' : 'mentioned',
      mentions: byCode
        .get(code)!
        .filter((one) => one.start >= shift)
        .map(({ start, end }) => ({ start: start - shift, end: end - shift })),
      inTitle: byCode.get(code)!.some((one) => one.start < shift),
    }));
  return { regions, open: openNames(article, shift, open, gazetteer) };
}

/** The same at once. */
export function findPlaces(...asked: Parameters<typeof findingPlaces>): Places {
  return atOnce(findingPlaces(...asked));
}

/** The regions alone. */
export function findRegions(...asked: Parameters<typeof findPlaces>): RegionFinding[] {
  return findPlaces(...asked).regions;
}

function openNames({ text }: Pick<Article, 'text'>, shift: number, open: readonly Open[], gazetteer: Gazetteer): OpenName[] {
  const names = new Map<string, OpenName>();
  for (const { start, end, codes } of open) {
    const key = codes.join();
    if (start < shift || names.has(key)) continue;
    const span = { start: start - shift, end: end - shift };
    names.set(key, { text: text.slice(span.start, span.end), ...span, candidates: codes.map((code) => gazetteer.byCode(code)!) });
  }
  return [...names.values()];
}
