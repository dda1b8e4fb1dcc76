import type { Article, PageNote } from './article.ts';
import { articleDates } from './dates/article-dates.ts';
import { dayInName } from './dates/file-day.ts';
import { type CleanPage, cleanPage, type ReadPage, readPage } from './page/clean.ts';
import { type PageEvidence, statedOutright } from './page/evidence.ts';
import { articlesOnPage } from './page/several.ts';
import { bareTitle, derivedTitle } from './page/title.ts';
import { recordsIn, type TextRecord } from './records.ts';
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
export function makeArticle(
  { id, file, line }: ArticlePlace,
  text: string,
  evidence: PageEvidence = {},
  { page: read, unsure = false }: { page?: ReadPage; unsure?: boolean } = {},
): Article | Rejection {
  if (text.length > LONGEST_TEXT) return { file, line, ...refusal('too-long', { length: text.length, max: LONGEST_TEXT }) };
  const page = cleanPage(text, evidence, read);
  const length = lettersOf(page.text);
  if (length < SHORTEST_TEXT) {
    const why = page.leftOut.length > 0 ? 'nothing-left' : length > 0 ? 'too-short' : 'empty';
    return { file, line, ...refusal(why) };
  }
  const stated = statedOutright(evidence) ?? page.title ?? statedBeside(evidence);
  return {
    id,
    title: stated ?? derivedTitle(page.text, page.folded),
    titleBasis: stated === null ? 'derived' : 'stated',
    file,
    line: line ?? 1,
    source: evidence.source ?? page.source ?? sourceInText(page.text, page.folded),
    url: evidence.url ?? null,
    ...articleDates(
      page.text,
      {
        metadata: evidence.dates?.[0] ?? null,
        pageDates: page.days.published,
        signed: page.days.signed,
        stamps: page.stamps,
        fileDay: line === null ? dayInName(file) : null,
      },
      page.folded,
    ),
    text: page.text,
    origin: page.origin,
    leftOut: page.leftOut,
    ...notesOn(page.lost, unsure),
    declared: { regions: evidence.regions?.slice() ?? [], officials: evidence.officials?.slice() ?? [] },
  };
}

/** How many UTF-16 units are neither blanks nor punctuation, counted up to {@link SHORTEST_TEXT}. */
function lettersOf(text: string): number {
  let length = 0;
  for (const [letter] of text.matchAll(/[^\s\p{P}]/gu)) if ((length += letter.length) >= SHORTEST_TEXT) break;
  return length;
}

/** A title that only a heading or the page's head has, where the text prints none: without the site's name behind it. */
function statedBeside({ titles = [] }: PageEvidence): string | null {
  const found = titles.map(({ text }) => bareTitle(text.trim())).find((text) => /\p{L}[^]*\p{L}/u.test(text));
  return found ?? null;
}

/** So many lines or characters of prose are left out in silence, and no more. */
const [FEW_LINES, FEW_CHARACTERS] = [3, 300];

function notesOn(lost: CleanPage['lost'], unsure: boolean): Pick<Article, 'notes'> {
  const notes: PageNote[] = [];
  if (unsure) notes.push({ code: 'several-articles', values: {} });
  if (lost.lines > FEW_LINES || lost.characters > FEW_CHARACTERS) notes.push({ code: 'prose-left-out', values: lost });
  return notes.length > 0 ? { notes } : {};
}

/**
 * Makes the articles of a whole text file: one, or several where the file shows where they part. The first has the file's id,
 * the others the same with their number (`id#2`).
 */
export function* makeArticles(place: ArticlePlace, text: string, evidence: PageEvidence = {}): Generator<Article | Rejection> {
  const records = recordsIn(text);
  if (records.length > 0) {
    yield* makeParts(place, text, records);
    return;
  }
  const page = readPage(text, evidence);
  const { starts, kind, head, unsure } = articlesOnPage(page.looks);
  if (starts.length === 1) {
    yield makeArticle(place, text, evidence, { page, unsure });
    return;
  }
  const at = starts.map((line) => page.lines[line]!.start);
  const shared = head > 0 ? sharedEvidence(text.slice(0, page.lines[head]!.start)) : {};
  const parts = at.map((begin, n): TextRecord => {
    const sign = kind === 'briefs' ? SIGN.exec(text.slice(begin, begin + 20))![0].length : 0;
    const start = kind === 'page' && n === 0 ? 0 : begin + sign;
    const end = at[n + 1] ?? text.length;
    const markup = (evidence.markup ?? [])
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start - start, end: mark.end - start }));
    return { start, end, evidence: { ...(n > 0 || kind === 'briefs' ? shared : {}), url: evidence.url, markup } };
  });
  yield* makeParts(place, text, parts);
}

/** The sign before an item of a column, with its blanks. */
const SIGN = /^[^\p{L}\p{N}(（【《“「]*/u;

/** The date and source above a column of briefs are those of each. */
function sharedEvidence(head: string): PageEvidence {
  // With a rule below it: a page of one line would be its text.
  const { days, source } = cleanPage(`${head}\n---\n`);
  const day = days.published[0] ?? days.signed;
  return { dates: day ? [day.text] : [], source: source ?? undefined };
}

function* makeParts(place: ArticlePlace, text: string, parts: readonly TextRecord[]): Generator<Article | Rejection> {
  let line = 1;
  let counted = 0;
  for (const [n, { start, end, evidence }] of parts.entries()) {
    line += lineEndsIn(text.slice(counted, start));
    counted = start;
    const made = makeArticle({ ...place, id: n === 0 ? place.id : `${place.id}#${n + 1}`, line }, text.slice(start, end), evidence);
    if (!('reason' in made)) {
      for (const run of made.origin) run.file += start;
      for (const out of made.leftOut) [out.start, out.end] = [out.start + start, out.end + start];
    }
    yield made;
  }
}

function lineEndsIn(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}

/** `香格里拉网讯`, `新华社北京5月1日电`, `(…办公室供稿)`: who the article says wrote it. */
function sourceInText(text: string, folded: string): string | null {
  const dateline = /^[(【]?(\p{Script=Han}{1,10}?(?:网|社|报|台|客户端))[^。，,\n]{0,14}?[讯电]/u.exec(folded.slice(0, 60));
  if (dateline && !/^本[网报台]/.test(dateline[1]!))
    return text.slice(dateline[0].indexOf(dateline[1]!), dateline[0].indexOf(dateline[1]!) + dateline[1]!.length);
  const contributed = /[(（]([^()（）\n]{3,30})供稿[)）]\s*$/.exec(text.slice(-40));
  return contributed?.[1] ?? null;
}
