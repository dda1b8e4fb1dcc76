import type { Span } from '../../language/span.ts';
import type { DateExpression } from '../dates/expression.ts';
import { scanDates } from '../dates/scan.ts';
import { CONTROL, LABEL, LABEL_ORDER, type LabelClass } from './meta-labels.ts';

/** A whole day that a line prints: what it is the day of, and where it stands in the line (UTF-16, without time of day). */
export interface MetaDate {
  role: Extract<LabelClass, 'published' | 'updated' | 'issued' | 'other-day'> | 'bare';
  start: number;
  end: number;
  /** Whether a time of day stands behind it. */
  timed: boolean;
}

/** A line taken apart into what pages say about themselves. */
export interface MetaLine {
  dates: MetaDate[];
  /** Behind a label such as 来源, or the name of a medium that stands by itself beside a date. */
  source: (Span & { labelled: boolean }) | null;
  people: Span[];
  /** Labels met, of any class. */
  labels: LabelClass[];
  /** Buttons met: 打印, 分享, 大 中 小. */
  controls: number;
  /** What is none of these. */
  unknown: Span[];
  /** A label that has nothing behind it: its value, a day, a source or another, stands on the next line. */
  awaits: 'published' | 'source' | 'value' | null;
}

/** Longer lines are prose, or lists. */
const LONGEST = 160;
const SEPARATORS = /[\s|/·•,;、丨∣│_>~—–\-:()[\]【】〔〕<>《》«»★☆▲△▼◆◇●○■□※#*+.]+/gu;
const MAYBE_DATE = /\d{3}|民国|[二一][〇○零o0]|\d{1,2}[./-]\d{1,2}[./-]\d{4}/;
/** 2021-06-09T10:00:00+08:00, 10:30, 上午10时30分, 15时30分: a time of day, with what may stand about it. */
const TIME = new RegExp(
  String.raw`(?:t|北京时间|香港时间|台北时间|gmt[+-]?\d*)?[ ]?(?:上午|下午|晚上?|凌晨|中午|am|` +
    String.raw`pm)?[ ]?(?<![\d:.])\d{1,2}(?::\d{2}(?::\d{2})?(?:\.\d+)?|[时点]\d{0,2}分?(?:\d{1,2}秒)?)(?:[ ]?(?:am|pm|z|` +
    String.raw`[+-]\d{2}:?\d{2}))?(?![\d:])`,
  'g',
);
const YEARLESS = /(?<![\d./-])\d{1,2}[-/.月]\d{1,2}日?(?=[ ]?\d{1,2}:\d{2})/g;
const WEEKDAY = /(?:星期|周|礼拜)[一二三四五六日天]/g;
const UPDATE_WORD = /^[ ]*(?:更新|修改|修订)/;
/** The end of a printed day, less its weekday and time. */
const DAY_TAIL =
  /(?:[ (]{0,3}(?:星期|周|礼拜)[一二三四五六日天]\)?)?[ ]{0,3}(?:凌晨|清晨|早晨|早上|早间|上午|中午|午间|下午|午后|傍晚|晚间|晚上?|夜间|深夜)?[ ]{0,3}(?:\d{1,2}(?:[时点].*|:.*))?$/;
/** 25.06.2021, 09/06/2021: the day first, or the month. */
export const DAY_FIRST = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?![\d./-])/g;
/** 2021 06/09: the year set apart. */
const YEAR_APART = /(?<![\d./-])(?:19|20)\d{2} \d{1,2}[/.-]\d{1,2}(?![\d./-])/g;
/** 110-06-09, 110/6/9: a year of the Republic. */
export const ROC_NUMERIC = /(?<![\d./-])(1[01]\d)([./-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d./-])/g;
/** What the names of media and offices that publish end with. */
const MEDIUM =
  /(?:网|报|社|台|日报|晚报|周刊|杂志|客户端|发布|新闻|在线|融媒体?|传媒|电视|广播|频道|头条|新媒体|通讯|公众号|政府|办公室?|中心|局|厅|委|部|处|宣传|网站|门户|视窗|之窗|热线|时报|快报|观察|号)(?:编印?|编发|印发|主办)?$/;
/** 市政府办公室编: what the name of who publishes did. */
const EDITED = /(?:编印?|编发|印发|主办)$/;
/** 2021-06-09来源青禾日报: a label without a sign behind it. */
const GLUED_SOURCE = /^(?:信息|文章|稿件)?(?:来源于?|稿源|来自|转自)/;
/** 第A01版, 总第1382期, 农历四月十八 and the like beside a paper's day; and labels that stand in brackets of their own: 【发布日期】:. */
const PASSED = new RegExp(
  String.raw`^(?:第?[a-z]?\d{1,3}版|[a-d]\d{1,2}|总?第?\d{1,6}期|农历.{2,14}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年.{0,8}|(?:今日|` +
    String.raw`本期)?共?\d{1,3}版|已有|(?:发布|更新)?(?:时间|日期))$`,
);
const COUNT_VALUE = /^[\d.,万千百亿kw+次人条个()（） 阅读]*$/;

/** 3天前, 刚刚 beside the day itself, and the page of a paper, blanks or none: they say nothing more. */
const NEUTRAL = /(?<!\d)\d{1,2} ?(?:天|日|小时|分钟|周|个月)前|刚刚|第 ?[a-z]?\d{1,3} ?版(?:面)?(?![\p{Script=Han}])/gu;

interface Token extends Span {
  kind: LabelClass | 'date' | 'time' | 'button' | 'neutral';
  date?: MetaDate;
}

/**
 * Takes a line apart into date, time, source, people, counts and buttons, in any order, with any brackets, blanks or none.
 * Null where it is a sentence, or too long for such a line. Whether it *is* one, {@link isMetaLine} tells.
 *
 * @param folded the line, folded; offsets are into it
 */
export function readMetaLine(folded: string): MetaLine | null {
  if (folded.length > LONGEST || /[。?!…]/.test(folded)) return null;
  const tokens = inOrder([...datesIn(folded), ...wordsIn(folded)]);
  if (tokens.length === 0) return null;
  const meta: MetaLine = { dates: [], source: null, people: [], labels: [], controls: 0, unknown: [], awaits: null };
  let open: Token | null = null;
  let at = 0;
  const close = (to: number) => {
    const chunks = chunksOf(folded, at, to);
    if (open) fill(meta, folded, open, chunks);
    else meta.unknown.push(...chunks);
  };
  for (const token of tokens) {
    close(token.start);
    at = token.end;
    if (token.kind === 'date') {
      const role = open && isDay(open.kind) ? open.kind : UPDATE_WORD.test(folded.slice(token.end)) ? 'updated' : 'bare';
      meta.dates.push({ ...token.date!, role });
      open = null;
    } else if (token.kind === 'time') {
      const last = meta.dates.at(-1);
      if (last) last.timed = true;
      if (open && isDay(open.kind)) open = null;
    } else if (token.kind === 'neutral') {
      continue;
    } else if (token.kind === 'button') {
      meta.controls++;
      open = null;
    } else {
      meta.labels.push(token.kind);
      open = token;
    }
  }
  close(folded.length);
  if (open && isDay(open.kind) && open.kind !== 'other-day' && meta.dates.length === 0) meta.awaits = 'published';
  else if (open?.kind === 'source' && meta.source === null) meta.awaits = 'source';
  else if (open?.kind === 'index' && tokens.length === 1 && open.end === folded.length) meta.awaits = 'value';
  meta.unknown = meta.unknown.filter(({ start, end }) => !PASSED.test(folded.slice(start, end)));
  nameUnlabelled(meta, folded);
  return meta;
}

/** The line taken apart where it is one of the page's own; null for any other. */
export function metaLineOf(folded: string): MetaLine | null {
  const meta = readMetaLine(folded);
  return meta !== null && isMetaLine(folded, meta) ? meta : null;
}

/**
 * Whether a line so taken apart says nothing but when a page came out, from where, by whom, how often read. A neighbour that
 * nothing is known of is let pass where the rest leaves no doubt: it must be short, and a bare day alone is not enough.
 */
export function isMetaLine(folded: string, meta: MetaLine): boolean {
  const known = meta.dates.length + meta.labels.length;
  if (known === 0) return false;
  const unknown = meta.unknown.map(({ start, end }) => end - start);
  const most = Math.max(0, ...unknown);
  if (most === 0) return true;
  if (/^[-·•*■□◆●▪]/.test(folded) || unknown.length > 5) return false;
  if (known >= 2 || meta.dates.some(({ timed }) => timed)) return most <= 14 && unknown.reduce((a, b) => a + b, 0) <= 24;
  return meta.dates.length > 0 && most <= 4;
}

function isDay(kind: Token['kind']): kind is MetaDate['role'] & LabelClass {
  return kind === 'published' || kind === 'updated' || kind === 'issued' || kind === 'other-day';
}

/** What stands behind a label up to the next known word is its value, as far as it can be one. */
function fill(meta: MetaLine, folded: string, label: Token, chunks: Span[]): void {
  const rest = chunks.slice();
  if (label.kind === 'source') {
    const [first] = rest.splice(0, 1);
    const end = first === undefined ? 0 : takeListed(folded, first, rest);
    if (first && meta.source === null) meta.source = { start: first.start, end, labelled: true };
  } else if (label.kind === 'person') {
    while (rest[0] && rest[0].end - rest[0].start <= 12) meta.people.push(rest.shift()!);
  } else if (label.kind === 'count') {
    while (rest[0] && COUNT_VALUE.test(folded.slice(rest[0].start, rest[0].end))) rest.shift();
  } else if (label.kind === 'index' || label.kind === 'other-day') {
    const [first] = rest.splice(0, 1);
    if (first) takeListed(folded, first, rest);
  } else if (label.kind === 'control') {
    while (rest[0] && rest[0].end - rest[0].start <= 2) rest.shift();
  }
  meta.unknown.push(...rest);
}

/**
 * What follows a value behind 、 is of it: 农业、林业、水利; and a code's parts: 000014349/2021-00021. Takes it from `rest`;
 * gives where the value ends.
 */
function takeListed(folded: string, first: Span, rest: Span[]): number {
  let { end } = first;
  while (rest[0] && (/^[、,] ?$/.test(folded.slice(end, rest[0].start)) || isCode(folded.slice(end, rest[0].end))))
    ({ end } = rest.shift()!);
  return end;
}

const isCode = (part: string): boolean => /^[-/_.·][\da-z]+$/.test(part);

/** The name of a medium beside a date needs no label: 青禾发布 2021/06/09 08:00. */
function nameUnlabelled(meta: MetaLine, folded: string): void {
  if (meta.dates.length === 0 || meta.labels.some((label) => label === 'index')) return;
  // A name has more than what it ends with: 发布 alone is a label.
  const names = meta.unknown.filter(({ start, end }) => end - start >= 3 && end - start <= 16 && MEDIUM.test(folded.slice(start, end)));
  if (names[0] === undefined) return;
  meta.unknown = meta.unknown.filter((span) => span !== names[0]);
  const label = GLUED_SOURCE.exec(folded.slice(names[0].start, names[0].end))?.[0].length ?? 0;
  const end = names[0].end - (EDITED.exec(folded.slice(names[0].start, names[0].end))?.[0].length ?? 0);
  meta.source ??= { start: names[0].start + label, end, labelled: label > 0 };
}

function datesIn(folded: string): Token[] {
  if (!MAYBE_DATE.test(folded)) return timesIn(folded);
  const found: Token[] = [];
  const add = (start: number, end: number, timed: boolean) => {
    found.push({ kind: 'date', start, end, date: { role: 'bare', start, end: end - tailOf(folded.slice(start, end)), timed } });
  };
  // A sign before a year counts as part of a number in prose; behind a label it is none.
  for (const one of scanDates(folded.replace(/(?<!\d)[:/|-]/g, ' ')))
    if (isWholeDay(one)) add(one.start, one.end, /\d[:时点]/.test(folded.slice(one.start, one.end)));
  for (const pattern of [DAY_FIRST, ROC_NUMERIC, YEAR_APART])
    for (const match of folded.matchAll(pattern)) add(match.index, match.index + match[0].length, false);
  return [...found, ...timesIn(folded)];
}

function tailOf(printed: string): number {
  return DAY_TAIL.exec(printed)?.[0].length ?? 0;
}

function timesIn(folded: string): Token[] {
  if (!/\d|[星周礼]/.test(folded)) return [];
  return [TIME, YEARLESS, WEEKDAY].flatMap((pattern) =>
    [...folded.matchAll(pattern)].map((match) => ({ kind: 'time' as const, start: match.index, end: match.index + match[0].length })),
  );
}

function isWholeDay({ from, to, vague, since }: DateExpression): boolean {
  return (
    to === null &&
    !vague &&
    !since &&
    typeof from.year === 'number' &&
    from.era !== 'two-digits' &&
    typeof from.month === 'number' &&
    typeof from.day === 'number'
  );
}

function wordsIn(folded: string): Token[] {
  const found: Token[] = [];
  for (const match of folded.matchAll(LABEL)) {
    const group = match.slice(1).findIndex((word) => word !== undefined);
    found.push({ kind: LABEL_ORDER[group]!, start: match.index, end: match.index + match[0].length });
  }
  for (const [kind, pattern] of [
    ['button', CONTROL],
    ['neutral', NEUTRAL],
  ] as const)
    for (const match of folded.matchAll(pattern)) found.push({ kind, start: match.index, end: match.index + match[0].length });
  return found;
}

/** By their places; of two that overlap, the one that begins first, or else the longer. */
function inOrder(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (token.start >= (kept.at(-1)?.end ?? 0)) kept.push(token);
  }
  return kept;
}

/** The words between two known ones, cut at blanks and signs. */
function chunksOf(folded: string, from: number, to: number): Span[] {
  const chunks: Span[] = [];
  let at = from;
  for (const match of folded.slice(from, to).matchAll(SEPARATORS)) {
    const start = from + match.index;
    if (start > at) chunks.push({ start: at, end: start });
    at = start + match[0].length;
  }
  if (to > at) chunks.push({ start: at, end: to });
  return chunks;
}
