import { DAMAGE_MARK, type LeftOut, type LeftOutKind, type OriginRun } from '../article.ts';
import { findFlaws, type Flaw } from './damage.ts';
import type { Markup, PageEvidence } from './evidence.ts';
import { itemStampOf, statedTitle } from './furniture.ts';
import { unglued, withoutDay } from './glued.ts';
import { insertsIn } from './inserts.ts';
import { isFirstHalf } from './headline.ts';
import { layOut } from './layout.ts';
import { type Line, sliceLine, splitLines } from './lines.ts';
import { type Look, lookOf } from './looks.ts';
import { type PageDays, daysOfPage } from './page-dates.ts';
import type { Layout } from './parts.ts';
import { sourceOfPage } from './page-source.ts';
import { markGarbledSummaries } from './summary.ts';
import { bareTitle, unstuffed } from './title.ts';
import { TracedText } from './traced-text.ts';
import { rejoinWrapped } from './wrapped.ts';

/** A page taken apart. Offsets are UTF-16: `leftOut` into the decoded file, `origin` from `text` to the file. */
export interface CleanPage {
  /** The article alone, one paragraph a line. */
  text: string;
  /** `fold(text)`, made of the lines as they were folded already. */
  folded: string;
  origin: OriginRun[];
  leftOut: LeftOut[];
  /** The title that the page prints, or null where it prints none. */
  title: string | null;
  /** When the page says it came out. */
  days: PageDays;
  /** `来源:…` as printed, without the label. */
  source: string | null;
  /** Dates stamped on the lists of other articles. */
  stamps: NonNullable<ReturnType<typeof itemStampOf>>[];
  /** Sentences that were left out as no part of the article: how many lines and characters. */
  lost: { lines: number; characters: number };
}

/**
 * Takes a decoded page apart into the article and the rest: pinyin glosses, lost characters, what stands above the
 * headline and below the text, lists of other articles, page controls, a garbled summary. Nothing is reworded: `text`
 * is made of slices of the file and of `〔原文残缺〕` marks.
 */
export function cleanPage(file: string, evidence: PageEvidence = {}, page: ReadPage = readPage(file, evidence)): CleanPage {
  const { flaws, lines, looks } = page;
  const layout = layoutOf(looks, evidence);
  const { kinds } = layout;
  const leftOut: LeftOut[] = flaws.map((flaw) => ({ kind: flaw.kind, start: flaw.start, end: flaw.end }));
  const text = new TracedText();
  const folded: string[] = [];
  lines.forEach((line, i) => {
    const kind = kinds[i];
    if (kind) {
      leftOut.push({ kind, start: line.start, end: line.end });
      return;
    }
    const body = withoutTrailingMark(line);
    if (body !== line) leftOut.push({ kind: 'trailing-mark', start: body.pieces.at(-1)?.end ?? line.start, end: line.end });
    if (body.text === '') return;
    if (text.length > 0) text.mark('\n');
    folded.push(body.folded);
    for (const piece of body.pieces) {
      if (piece.lost) text.mark(DAMAGE_MARK);
      else text.keep(file, piece.start, piece.end);
    }
  });
  return {
    text: text.toString(),
    folded: folded.join('\n'),
    origin: text.origin,
    leftOut: leftOut.sort((a, b) => a.start - b.start),
    title: titleFrom(lines, layout),
    days: daysOfPage(lines, looks, layout),
    source: sourceOfPage(lines, looks, layout),
    stamps: lines.flatMap((line, i) => (kinds[i] === 'related-list' ? (itemStampOf(line.folded) ?? []) : [])),
    lost: lostProse(looks, kinds),
  };
}

/** The lines of a page with what each looks like, before any is judged by its place. */
export interface ReadPage {
  flaws: readonly Flaw[];
  lines: readonly Line[];
  looks: readonly Look[];
}

export function readPage(file: string, { markup = [] }: PageEvidence): ReadPage {
  const flaws = flawsOf(file, markup);
  const lines = linesOf(file, flaws);
  return { flaws, lines, looks: lines.map(lookOf) };
}

/** A headline stands within so many lines of the page's beginning. */
const HEAD_LINES = 40;

/** The lines of a page as its writer meant them: paragraphs whole, and what was glued together apart. */
function linesOf(file: string, flaws: readonly Flaw[]): readonly Line[] {
  const lines = splitLines(file, flaws);
  if (lines.length <= 3) return rejoinWrapped(lines.flatMap(unglued));
  return rejoinWrapped(lines.flatMap((line, i) => (i < HEAD_LINES ? withoutDay(line) : [line])));
}

/** What is not to be read as words: a format's marks, lost characters, and what a site put into the text in brackets. */
function flawsOf(file: string, markup: readonly Markup[]): Flaw[] {
  const marks = markup.map((mark) => ({ kind: 'markup' as const, ...mark }));
  const inserts = insertsIn(file);
  return merged([...marks], merged(inserts, findFlaws(file)));
}

/** Both lists as one, ascending; of two that overlap, the first list's stays. */
function merged(first: readonly Flaw[], second: readonly Flaw[]): Flaw[] {
  const all: Flaw[] = [];
  let at = 0;
  for (const flaw of second) {
    while (at < first.length && first[at]!.end <= flaw.start) at++;
    if (!(at < first.length && first[at]!.start < flaw.end)) all.push(flaw);
  }
  return [...first, ...all].sort((a, b) => a.start - b.start);
}

function layoutOf(looks: readonly Look[], evidence: PageEvidence): Layout {
  // Furniture stands around an article; a text of one line is the article, whatever it looks like.
  if (looks.length === 1) return { kinds: [null], headline: -1, first: 0, last: 0, signed: [] };
  const known: (LeftOutKind | null)[] = looks.map(({ kind }) => kind);
  markGarbledSummaries(looks, known);
  return layOut(looks, known, evidence);
}

/**
 * What a site leaves at the end of a paragraph: a bar, 返回首页,查看更多, a writer's code behind the last bracket, who took the
 * picture that a caption belongs to.
 */
const TRAILING = new RegExp(
  String.raw`(?:(?<![\s|丨∣│])[\s|丨∣│]*[|丨∣│]|(?<=[。!?”])\s?(?:返回[^。,]{0,6},?)?(?:查看|阅读|点击)[^。,]{0,8}|(?<=[。)])\d{6,8}|` +
    String.raw`(?<=[。)])\s?\(?(?:本报|本网|新华社)?(?:记者|通讯员)?\s?[\p{Script=Han}]{2,4}(?:[、\s][\p{Script=Han}]{2,4})?[\s/]?摄影?\)?)` +
    String.raw`$`,
  'u',
);
/** Such an end is short: a paragraph need not be searched for it. In UTF-16 units. */
const TAIL = 40;

function withoutTrailingMark(line: Line): Line {
  const tail = line.folded.slice(-TAIL);
  const match = TRAILING.exec(tail);
  return match === null ? line : sliceLine(line, 0, line.folded.length - tail.length + match.index);
}

function titleFrom(lines: readonly Line[], { kinds, headline, first }: Layout): string | null {
  for (const [i, line] of lines.entries()) {
    // 原标题 below the text: the page has its own.
    const stated = kinds[i] === 'title' && (headline < 0 || i < first || !/^\(?原标题/.test(line.folded)) ? statedTitle(line.folded) : null;
    if (stated) return bareTitle(line.text.slice(stated.start, stated.end));
  }
  const line = lines[headline];
  if (!line) return null;
  const above = lines[headline - 1];
  if (above && isFirstHalf(above.folded, line.folded)) return above.text + line.text;
  const below = lines[headline + 1];
  if (below && kinds[headline + 1] === 'title' && isFirstHalf(line.folded, below.folded)) return line.text + below.text;
  return bareTitle(unstuffed(line.text) ?? line.text);
}

/** Kinds of what is the page's by its place: a sentence there may have been the article's. */
const BY_PLACE: ReadonlySet<LeftOutKind | null> = new Set<LeftOutKind>(['page-head', 'page-foot', 'related-list', 'site-notice']);

function lostProse(looks: readonly Look[], kinds: readonly (LeftOutKind | null)[]): CleanPage['lost'] {
  const lost = looks.filter((look, i) => BY_PLACE.has(kinds[i]!) && (look.prose || look.folded.length > 40) && !look.notice);
  return { lines: lost.length, characters: lost.reduce((sum, { folded }) => sum + folded.length, 0) };
}
