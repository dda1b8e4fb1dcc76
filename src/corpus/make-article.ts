import { fold } from '../language/script.ts';
import type { Article } from './article.ts';
import { articleDates } from './dates/article-dates.ts';
import { dayInName } from './dates/file-day.ts';
import { cleanPage } from './page/clean.ts';
import { type PageEvidence, statedOutright } from './page/evidence.ts';
import { derivedTitle } from './page/title.ts';
import { refusal, type Rejection } from './refusal.ts';

/** Where an article stands, and what it is called. */
export interface ArticlePlace {
  id: string;
  /** Path relative to the corpus, with `/`. */
  file: string;
  /** 1-based line where the article begins; null where the file holds nothing else, and a refusal names no line. */
  line: number | null;
}

const SHORTEST_TEXT = 2;
/** What is longer is a book: finding its words would hold up everything else. In UTF-16 units, about 400 pages of print. */
const LONGEST_TEXT = 200_000;

/**
 * Makes an article of a decoded text and of what its format says of it beside. Every format ends here: the text is read
 * as a page, whoever it came from.
 *
 * @param text what offsets of the article are in; markup in it is listed in `evidence.markup`
 */
export function makeArticle({ id, file, line }: ArticlePlace, text: string, evidence: PageEvidence = {}): Article | Rejection {
  if (text.length > LONGEST_TEXT) return { file, line, ...refusal('too-long', { length: text.length, max: LONGEST_TEXT }) };
  const page = cleanPage(text, evidence);
  const length = page.text.replace(/[\s\p{P}]/gu, '').length;
  if (length < SHORTEST_TEXT) {
    const why = page.leftOut.length > 0 ? 'nothing-left' : length > 0 ? 'too-short' : 'empty';
    return { file, line, ...refusal(why) };
  }
  const stated = statedOutright(evidence) ?? page.title;
  return {
    id,
    title: stated ?? derivedTitle(page.text),
    titleBasis: stated === null ? 'derived' : 'stated',
    file,
    line: line ?? 1,
    source: evidence.source ?? page.source ?? sourceInText(page.text),
    url: evidence.url ?? null,
    ...articleDates(page.text, {
      metadata: evidence.dates?.[0] ?? null,
      pageDates: page.days.published,
      signed: page.days.signed,
      stamps: page.stamps,
      fileDay: line === null ? dayInName(file) : null,
    }),
    text: page.text,
    origin: page.origin,
    leftOut: page.leftOut,
    declared: { regions: evidence.regions?.slice() ?? [], officials: evidence.officials?.slice() ?? [] },
  };
}

/** `香格里拉网讯`, `新华社北京5月1日电`, `(…办公室供稿)`: who the article says wrote it. */
function sourceInText(text: string): string | null {
  const dateline = /^[(【]?(\p{Script=Han}{1,10}?(?:网|社|报|台|客户端))[^。，,\n]{0,14}?[讯电]/u.exec(fold(text.slice(0, 60)));
  if (dateline && !/^本[网报台]/.test(dateline[1]!))
    return text.slice(dateline[0].indexOf(dateline[1]!), dateline[0].indexOf(dateline[1]!) + dateline[1]!.length);
  const contributed = /[(（]([^()（）\n]{3,30})供稿[)）]\s*$/.exec(text);
  return contributed?.[1] ?? null;
}
