import { isBreadcrumb } from './furniture.ts';
import { type Line, sliceLine } from './lines.ts';
import { LABEL, LABEL_ORDER, type LabelClass } from './meta-labels.ts';

/** What a page prints above its text ends within so many UTF-16 units of a page that is all in one line. */
const HEAD = 400;
const LONGEST_TITLE = 70;
const SHORTEST_BODY = 20;
/** Two labels of a line about the page, one after the other, are no sentence's. */
const FEWEST_LABELS = 2;
const VALUE =
  /^ ?(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: ?\d{1,2}:\d{2}(?::\d{2})?)?|(?:[[(【]?(?:[大中小]号?[\s|,]{0,2}){2,3}[\])】]?)|[^\s。,]{0,24})/;
const REPRINTED = /^原标题[:\s]\s?/;
/** 青禾网讯, 本报讯, 新华社北京5月1日电, behind a blank, a closing quote or a sign. */
const DATELINE =
  /(?<=[\s”》」』!?)】])(?:本报|本网|本台|[\p{Script=Han}a-z]{2,10}?(?:网|社|报|台|客户端|新闻|在线))(?:[\p{Script=Han}\d\s/]{0,14})?(?:讯|电|消息|报道)(?=[\s(（【,:]|\p{Script=Han}|\d)/u;

/**
 * A line that holds more than a line should, cut into what a page would print on lines of their own: a whole page without
 * line ends (breadcrumb, headline, line of date and source, text), and a headline glued to the dateline of its text.
 * Any other line comes back alone.
 */
export function unglued(file: string, line: Line): Line[] {
  const cuts = cutsOf(line.folded);
  const lines: Line[] = [];
  let from = 0;
  for (const to of [...cuts, line.text.length]) {
    const text = line.text.slice(from, to);
    const start = from + text.length - text.trimStart().length;
    if (text.trim() !== '') lines.push(ownPlace(sliceLine(file, line, start, start + text.trim().length)));
    from = to;
  }
  return lines.length > 0 ? lines : [line];
}

/** Parts of one line must not claim the whole of it: what is left out is listed by its place. */
function ownPlace(line: Line): Line {
  return { ...line, start: line.pieces[0]!.start, end: line.pieces.at(-1)!.end };
}

function cutsOf(folded: string): number[] {
  if (folded.length < SHORTEST_BODY * 2) return [];
  const head = folded.slice(0, HEAD);
  const page = pageCuts(folded, head);
  if (page.length > 0) return page;
  const reprinted = REPRINTED.exec(head)?.[0].length ?? 0;
  const at = headlineEnd(head, reprinted);
  return at === null || folded.length - at < SHORTEST_BODY ? [] : reprinted > 0 ? [reprinted, at] : [at];
}

/** Where a headline ends before the dateline of its text, or null. */
function headlineEnd(head: string, from: number): number | null {
  const match = DATELINE.exec(head.slice(from, from + LONGEST_TITLE + 30));
  if (!match || match.index < 8 || match.index > LONGEST_TITLE) return null;
  return /[。;]/.test(head.slice(from, from + match.index)) ? null : from + match.index;
}

/** The cuts of a page that is all in one line. */
function pageCuts(folded: string, head: string): number[] {
  const all = [...head.matchAll(LABEL)].filter((match) => /[:|]/.test(match[0]) && nameOf(match) !== 'index');
  const labels = all.filter((match) => nameOf(match) !== 'control');
  const first = labels[0];
  const last = all.at(-1);
  if (!first || !last || labels.length < FEWEST_LABELS || first.index > LONGEST_TITLE * 2) return [];
  const before = head.slice(0, first.index);
  const between = head.slice(first.index, last.index);
  if (/[。;]/.test(before) || /[。;]/.test(between)) return [];
  const valueAt = last.index + last[0].length;
  const end = valueAt + (VALUE.exec(head.slice(valueAt))?.[0].length ?? 0);
  if (folded.length - end < SHORTEST_BODY) return [];
  const crumb = breadcrumbEnd(before);
  return [...(crumb > 0 ? [crumb] : []), ...(first.index > crumb ? [first.index] : []), end];
}

function nameOf(match: RegExpExecArray): LabelClass | undefined {
  return LABEL_ORDER[match.slice(1).findIndex((word) => word !== undefined)];
}

/** The end of the breadcrumb at the head of a page: the last blank before which all of it is one. */
function breadcrumbEnd(before: string): number {
  const sign = Math.max(...['>', '»', '›', '→'].map((each) => before.lastIndexOf(each)));
  if (sign < 0) return 0;
  const blank = before.indexOf(' ', before[sign + 1] === ' ' ? sign + 2 : sign + 1);
  return blank > 0 && isBreadcrumb(before.slice(0, blank).replace(/^[^:]*:/, '')) ? blank : 0;
}
