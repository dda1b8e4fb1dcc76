import { fold } from '../../language/script.ts';
import { DAMAGE_MARK, type LeftOut, type LeftOutKind, type OriginRun } from '../article.ts';
import type { Markup } from './evidence.ts';
import { findFlaws, type Flaw } from './damage.ts';
import { dateIn, furnitureKind, isListItem, isRelatedHeading, looksLikeHeadline, stampOf, statedTitle } from './furniture.ts';
import { sliceLine, splitLines, type Line } from './lines.ts';
import { bareTitle, unstuffed } from './title.ts';
import { TracedText } from './traced-text.ts';

/** A page taken apart. Offsets are UTF-16: `leftOut` into the decoded file, `origin` from `text` to the file. */
export interface CleanPage {
  /** The article alone, one paragraph a line. */
  text: string;
  origin: OriginRun[];
  leftOut: LeftOut[];
  /** The title that the page prints, or null where it prints none. */
  title: string | null;
  /** Lines that are nothing but a date: when the page was published. */
  pageDates: string[];
  /** `来源:…` as printed, without the label. */
  source: string | null;
  /** Dates stamped on the lists of other articles. */
  stamps: NonNullable<ReturnType<typeof stampOf>>[];
}

/** What is known of a page before it is read. */
export interface PageFacts {
  /** A title from metadata: then only its own repetitions are titles, not whatever headline comes first. */
  title?: string | undefined;
  /** Stretches that are a format's marks and not words, ascending; UTF-16 offsets into the file. */
  markup?: readonly Markup[] | undefined;
}

const SUMMARY = /^(?:文章简介|内容简介|文章摘要|内容摘要|内容提要|摘要|简介|导读|核心提示)[:\s]/;
const SOURCE = /(?:^|[\s|])[【[(]?(?:信息|文章|稿件)?(?:来源|来源于|出处)[:\s]\s*([^\s|。]{2,30}?)[】\])]?(?=[\s|]|$)/;
/** A summary is the garbled double of the article where so much of it stands there again. */
const DOUBLE_SHARE = 0.8;
const PROSE_LENGTH = 60;

/**
 * Takes a decoded page apart into the article and the rest: pinyin glosses, lost characters, share bars, repeated
 * headers, lists of other articles, page controls, a garbled summary. Nothing is reworded: `text` is made of slices
 * of the file and of `〔原文残缺〕` marks.
 */
export function cleanPage(file: string, given: PageFacts = {}): CleanPage {
  const flaws = withMarkup(findFlaws(file), given.markup ?? []);
  const lines = splitLines(file, flaws);
  const kinds = classify(lines, given.title ?? null);
  const leftOut: LeftOut[] = flaws.map((flaw) => ({ kind: flaw.kind, start: flaw.start, end: flaw.end }));
  const text = new TracedText();
  lines.forEach((line, i) => {
    const kind = kinds[i];
    if (kind) {
      leftOut.push({ kind, start: line.start, end: line.end });
      return;
    }
    const body = withoutTrailingMark(file, line);
    if (body !== line) leftOut.push({ kind: 'trailing-mark', start: body.pieces.at(-1)?.end ?? line.start, end: line.end });
    if (body.text === '') return;
    if (text.length > 0) text.mark('\n');
    for (const piece of body.pieces) {
      if (piece.lost) text.mark(DAMAGE_MARK);
      else text.keep(file, piece.start, piece.end);
    }
  });
  const of = (kind: LeftOutKind) => lines.filter((_, i) => kinds[i] === kind);
  return {
    text: text.toString(),
    origin: text.origin,
    leftOut: leftOut.sort((a, b) => a.start - b.start),
    title: titleFrom(lines, kinds),
    pageDates: of('page-date').map((line) => dateIn(line.folded)!),
    source: [...of('byline'), ...of('page-date')].map((line) => sourceIn(line)).find((source) => source !== null) ?? null,
    stamps: of('related-list').flatMap((line) => stampOf(line.folded) ?? []),
  };
}

function sourceIn(line: Line): string | null {
  const match = SOURCE.exec(line.folded);
  if (!match) return null;
  const start = match.index + match[0].lastIndexOf(match[1]!);
  return line.text.slice(start, start + match[1]!.length);
}

function withMarkup(flaws: Flaw[], markup: readonly { start: number; end: number }[]): Flaw[] {
  const clear = flaws.filter((flaw) => !markup.some((mark) => mark.start < flaw.end && flaw.start < mark.end));
  return [...clear, ...markup.map((mark) => ({ kind: 'markup' as const, ...mark }))].sort((a, b) => a.start - b.start);
}

function classify(lines: readonly Line[], title: string | null): (LeftOutKind | null)[] {
  // Furniture stands around an article; a text of one line is the article, whatever it looks like.
  if (lines.length === 1) return [null];
  const kinds = lines.map((line) => (dateIn(line.folded) !== null ? 'page-date' : furnitureKind(line.folded)));
  if (title === null) markTitles(lines, kinds);
  else
    lines.forEach((line, i) => {
      if (sameTitle(line.text, title)) kinds[i] = 'title';
    });
  markRepeated(lines, kinds);
  markRelatedLists(lines, kinds);
  markGarbledSummaries(lines, kinds);
  return kinds;
}

/** The first line where it is a headline; the same line again; a stated title; one stuffed with search words. */
function markTitles(lines: readonly Line[], kinds: (LeftOutKind | null)[]): void {
  const first = kinds.findIndex((kind) => kind === null);
  const hasBody = lines.some(
    (line, i) => i > first && kinds[i] === null && (line.folded.length >= PROSE_LENGTH || /[。;]/.test(line.folded)),
  );
  if (first >= 0 && hasBody && looksLikeHeadline(lines[first]!.folded)) {
    kinds[first] = unstuffed(lines[first]!.text) === null ? 'title' : 'stuffed-title';
    lines.forEach((line, i) => {
      if (i > first && line.folded === lines[first]!.folded) kinds[i] = 'repeated-header';
    });
  }
  lines.forEach((line, i) => {
    if (kinds[i] === null && statedTitle(line.folded)) kinds[i] = 'title';
  });
}

/** A headline-like line three times over is a header that the page repeats, wherever it stands. */
function markRepeated(lines: readonly Line[], kinds: (LeftOutKind | null)[]): void {
  const seen = new Map<string, number>();
  lines.forEach((line, i) => {
    if (kinds[i] === null && looksLikeHeadline(line.folded)) seen.set(line.folded, (seen.get(line.folded) ?? 0) + 1);
  });
  lines.forEach((line, i) => {
    if (kinds[i] === null && (seen.get(line.folded) ?? 0) >= 3) kinds[i] = 'repeated-header';
  });
}

/** From a heading such as 相关文章 on, and a stamped list at the foot of the page that has no heading. */
function markRelatedLists(lines: readonly Line[], kinds: (LeftOutKind | null)[]): void {
  const isProse = (line: Line) => line.folded.length >= PROSE_LENGTH && /。/.test(line.folded) && !isListItem(line.folded);
  for (let i = 0; i < lines.length; i++) {
    if (!isRelatedHeading(lines[i]!.folded)) continue;
    for (; i < lines.length && !isProse(lines[i]!); i++) kinds[i] = statedTitle(lines[i]!.folded) ? 'title' : 'related-list';
  }
  let from = lines.length;
  let stamped = 0;
  while (from > 0 && (kinds[from - 1] !== null || isListItem(lines[from - 1]!.folded))) {
    from--;
    if (stampOf(lines[from]!.folded)) stamped++;
  }
  // A writer's own closing list carries no times of day; two or more stamps are a list of pages.
  if (stamped < 2) return;
  for (let i = from; i < lines.length; i++) if (kinds[i] === null || kinds[i] === 'counter') kinds[i] = 'related-list';
}

/** A site's own summary that is the article's beginning once more, in worse shape. */
function markGarbledSummaries(lines: readonly Line[], kinds: (LeftOutKind | null)[]): void {
  lines.forEach((line, i) => {
    if (kinds[i] !== null || !SUMMARY.test(line.folded)) return;
    const summary = bare(line.folded.replace(SUMMARY, ''));
    const body = bare(
      lines
        .filter((_, j) => j !== i && kinds[j] === null)
        .map((other) => other.folded)
        .join(''),
    );
    if (summary.length > 0 && sharedTrigrams(summary, body) >= DOUBLE_SHARE) kinds[i] = 'garbled-summary';
  });
}

function bare(folded: string): string {
  return folded.replace(/[\s\p{P}\p{S}]/gu, '');
}

function sharedTrigrams(part: string, whole: string): number {
  const count = Math.max(1, part.length - 2);
  let shared = 0;
  for (let i = 0; i < count; i++) if (whole.includes(part.slice(i, i + 3))) shared++;
  return shared / count;
}

function withoutTrailingMark(file: string, line: Line): Line {
  const kept = line.folded.replace(/\s*[|丨∣│]+$/, '').length;
  return kept === line.folded.length ? line : sliceLine(file, line, 0, kept);
}

function titleFrom(lines: readonly Line[], kinds: readonly (LeftOutKind | null)[]): string | null {
  const titles = lines.filter((_, i) => kinds[i] === 'title');
  for (const line of titles) {
    const stated = statedTitle(line.folded);
    if (stated) return bareTitle(line.text.slice(stated.start, stated.end));
  }
  const stuffed = lines.find((_, i) => kinds[i] === 'stuffed-title');
  if (titles[0]) return bareTitle(titles[0].text);
  return stuffed ? bareTitle(unstuffed(stuffed.text) ?? stuffed.text) : null;
}

/** Whether two titles say the same: folded, without punctuation. */
function sameTitle(a: string, b: string): boolean {
  return bare(fold(a)) === bare(fold(b));
}
