import { words } from '../../language/segment.ts';
import { isBreadcrumb } from './furniture.ts';
import { type Line, sliceLine } from './lines.ts';
import { looksLikeHeadline } from './looks.ts';
import { metaLineOf, readMetaLine } from './meta-line.ts';
import { LABEL, LABEL_ORDER, type LabelClass } from './meta-labels.ts';

/** What a page prints above its text ends within so many UTF-16 units of a page that is all in one line. */
const HEAD = 400;
const [SHORTEST_TITLE, LONGEST_TITLE] = [8, 70];
const SHORTEST_BODY = 20;
/** Two labels of a line about the page, one after the other, are no sentence's. */
const FEWEST_LABELS = 2;
const VALUE =
  /^ ?(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: ?\d{1,2}:\d{2}(?::\d{2})?)?|(?:[[(【]?(?:[大中小]号?[\s|,]{0,2}){2,3}[\])】]?)|[^\s。,]{0,24})/;
/** Without a day the labels may be a writer's. */
const DAY = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/;
const REPRINTED = /^原标题[:\s]\s?/;
/** What stands behind the name of a medium in a dateline: a place, a day, and 讯 or 电, but not 电话 and the like. */
const WIRED =
  '(?:[\\p{Script=Han}]{0,4}?)(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:讯(?![息问号])|电(?=[\\s(【,:记通\\d近日昨今])|消息(?=[\\s(【,:]))';
/** 青禾网讯, 本报讯, 新华社北京5月1日电, 【青禾网报道】, behind a blank or a sign that ends a headline. */
const DATELINE = new RegExp(
  `(?<=[\\s!?】])[(【]?(?:(?:本报|本网|本台|[\\p{Script=Han}a-z]{2,8}?(?:网|社|报|台|客户端))${WIRED}|[\\p{Script=Han}a-z]{2,8}(?:网|社|` +
    `报|台|客户端)(?:综合)?(?:报道|讯)[)】])`,
  'u',
);
/** The same without anything before it that would tell where the name of the medium begins. */
const RUN_ON = new RegExp(`([\\p{Script=Han}a-z]{2,10}(?:网|社|报|台|客户端))${WIRED}`, 'u');
/** 新华社, 央广网: names of media are not shorter; and many begin with their country's. */
const SHORTEST_NAME = 3;
const COUNTRY = /^(?:中国|人民|全国)$/;
/** A dateline is no headline of another. */
const WIRE_ALONE = /(?:网|社|报|台).{0,10}日?[讯电]\s?$/;
/** Words that end the names of many media, and do not tell one alone. */
const COMMON_NAME = /^(?:新闻)?(?:网|社|报|台|客户端|日报|晚报|时报|新闻网|电视台|在线网|晨报|商报)$/;

/**
 * A line that holds more than a line should, cut into what a page would print on lines of their own: a whole page without
 * line ends (breadcrumb, headline, line of date and source, text), and a headline glued to the dateline of its text.
 * Any other line comes back alone.
 */
export function unglued(line: Line): Line[] {
  const cuts = cutsOf(line.folded);
  const lines: Line[] = [];
  let from = 0;
  for (const to of [...cuts, line.text.length]) {
    const text = line.text.slice(from, to);
    const start = from + text.length - text.trimStart().length;
    if (text.trim() !== '') lines.push(ownPlace(sliceLine(line, start, start + text.trim().length)));
    from = to;
  }
  return lines.length > 0 ? lines : [line];
}

/** 食堂开张2020-12-21 10:33:00来源:柏岭发布 浏览:77次: a headline with the line of its date and source right behind it, cut apart. */
export function withoutDay(line: Line): Line[] {
  const at = line.folded.length > LONGEST_TITLE * 2 ? -1 : line.folded.search(DAY);
  // Behind a blank the day may stand beside the name of a site.
  if (at < SHORTEST_TITLE || at > LONGEST_TITLE || /\s/.test(line.folded[at - 1]!) || readMetaLine(line.folded.slice(0, at)) !== null)
    return [line];
  const meta = metaLineOf(line.folded.slice(at));
  if (!meta?.source?.labelled || !looksLikeHeadline(line.folded.slice(0, at))) return [line];
  return [sliceLine(line, 0, at), sliceLine(line, at, line.folded.length)].map(ownPlace);
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
  const opening = head.slice(from, from + LONGEST_TITLE + 30);
  const at = DATELINE.exec(opening)?.index ?? runOnEnd(opening, from > 0);
  if (WIRE_ALONE.test(opening.slice(0, Math.max(at, 0)))) return null;
  if (at < SHORTEST_TITLE || at > LONGEST_TITLE || /[。;]/.test(opening.slice(0, at))) return null;
  return from + at;
}

/** The headline's end where the name of a medium runs on from it: before the last words that can be that name. */
function runOnEnd(opening: string, reprinted: boolean): number {
  const match = RUN_ON.exec(opening);
  // Without a label before the headline only a whole dateline, with its day, is sure to be one.
  if (!match || !(reprinted || /\d日[讯电]$/.test(match[0]))) return -1;
  const end = match.index + match[1]!.length;
  let start = end;
  for (const word of words(opening.slice(0, end)).reverse()) {
    const name = opening.slice(start, end);
    const isWhole = name.length >= SHORTEST_NAME && !COMMON_NAME.test(name) && !(COUNTRY.test(word) && word.length === 2);
    if (isWhole) break;
    start -= word.length;
  }
  start = knownStart(opening, match[1]!, end) ?? start;
  if (opening[start - 1] === '据') start--;
  return start;
}

/** 栖岭县……栖岭日报: a paper is called after a place, and the headline before it has named that. Null where it has not. */
function knownStart(opening: string, name: string, end: number): number | null {
  const kind = /(?:新闻|在线|信息)?(?:[日晚时晨早商]报|电视台|网|报|社|台|客户端)$/.exec(name)!;
  const to = end - kind[0].length;
  for (let start = end - name.length; start <= to - 2; start++)
    if (opening.lastIndexOf(opening.slice(start, to), start - 1) >= 0) return start;
  return null;
}

/** The cuts of a page that is all in one line. */
function pageCuts(folded: string, head: string): number[] {
  const stop = head.search(/[。;]/);
  const above = stop < 0 ? head : head.slice(0, stop);
  // Hardly any sentence has two such signs; most texts are done with here.
  if (above.split(/[:|]/).length <= FEWEST_LABELS) return [];
  const all = [...above.matchAll(LABEL)].filter((match) => /[:|]/.test(match[0]) && nameOf(match) !== 'index');
  const labels = all.filter((match) => nameOf(match) !== 'control');
  const first = labels[0];
  const last = all.at(-1);
  if (!first || !last || labels.length < FEWEST_LABELS || first.index > LONGEST_TITLE * 2) return [];
  const valueAt = last.index + last[0].length;
  const end = valueAt + (VALUE.exec(head.slice(valueAt))?.[0].length ?? 0);
  if (folded.length - end < SHORTEST_BODY || !DAY.test(head.slice(first.index, end))) return [];
  const crumb = breadcrumbEnd(head.slice(0, first.index));
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
