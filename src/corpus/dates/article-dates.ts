import { fold } from '../../language/script.ts';
import type { ArticleDate, DateClaim, DateEvidence } from '../article.ts';
import { type Day, dayNumber, dayOfIso, isFullDay, isInCalendar, isoOf } from './calendar.ts';
import { UNTIL_BEFORE } from './grammar.ts';
import { type Ahead, type Anchor, isPossible, resolvePoint } from './resolve.ts';
import type { DateExpression } from './expression.ts';
import { scanDates } from './scan.ts';
import { type Stamp, whyUnknown, yearEvidence } from './years.ts';

/** What a page tells about when things happened, besides its text. */
export interface DateClues {
  /** The date of front matter or of a row, as given. */
  metadata: string | null;
  /** Days of publication that the page prints, the one to trust first. */
  pageDates: readonly PrintedDay[];
  /** Dates stamped on other articles that the page lists. */
  stamps: readonly Stamp[];
  /** The day under a document's signature: of publication where the page states none. */
  signed?: PrintedDay | null;
  /** The day in the file's name: taken where nothing in the file says one. */
  fileDay?: PrintedDay | null;
}

/** A day as printed; `iso` is null where the calendar value is not told. */
export interface PrintedDay {
  text: string;
  iso: string | null;
}

/** The event's date stands in the lead; a date further down is as often another event's. */
const LEAD = 200;
/** An agency's dateline (新华社北京5月25日电) ends within these characters. */
const DATELINE_WITHIN = 80;
const WIRE = /^ ?(?:[专综]?合?电(?![话视影商子力脑信网站梯器池动台波量费])|讯|消息)/;
/** A page may carry an agency's report some days later; a dateline further off says something else than the page does. */
const DATELINE_DAYS = 7;
/** What stands before or behind a date that is still to come. */
export const COMING = /[将拟]|计划|定于|预计|力争|争取|有望|即日起|起至$/;
/** The same words behind it. */
const TO_COME = /^(?:起|将|要(?![求闻员点素件道])|力争|争取|有望|预计|前(?=[^,。]{0,6}完成))/;

/** Behind a date right after 将: it belongs to what something is done to (将1—7月新增的补贴发放到位), and 将 says nothing of the time. */
const OF_OBJECT = /^(?:[^,。;!?\n]{0,12}的|(?:确?定|作|列|设|改|调整)为)/;

/**
 * The dates of an article. `published` is what its metadata or its page prints, or else its dateline; `event` is the
 * first date of the lead, with its year as printed, as inferred from evidence that can be shown, or unknown. Where parts
 * of the page disagree, `conflicts` has what the others say. Today's date plays no part.
 *
 * @param whole `fold(text)`, where it is at hand
 */
export function articleDates(text: string, clues: DateClues, whole?: string): { published: ArticleDate | null; event: ArticleDate | null } {
  // A little more than the lead, so that no date is cut in two.
  const folded = whole?.slice(0, LEAD + 40) ?? fold(text.slice(0, LEAD + 40));
  const lead = scanDates(folded, LEAD).filter(({ from, to }) => isPossible(from) && (to === null || isPossible(to)));
  const dateline = lead.find(
    ({ start, end, from }) => start < DATELINE_WITHIN && from.day !== null && WIRE.test(folded.slice(end, end + 4)),
  );
  const published = publishedDate(text, dateline, clues);
  return {
    published,
    event: eventDate(
      text,
      folded,
      lead.filter((one) => one !== dateline),
      published,
      clues,
    ),
  };
}

/** A date given as metadata or on a line of its own. `iso` is null, basis `unknown`, where no calendar day is in it. */
export function printedDate(printed: string): ArticleDate {
  const whole = fold(printed).trim();
  // 星期五 2018年5月25日: what says the year.
  const expressions = scanDates(whole);
  const found = expressions.find(({ from }) => from.year !== null) ?? expressions[0];
  const day =
    found && found.from.year !== null && found.from.era !== 'two-digits'
      ? (resolvePoint(found.from, { article: null, before: null, ahead: 'near' })?.day ?? null)
      : bareDate(whole);
  if (day === null || !isInCalendar(day))
    return { text: printed, iso: null, basis: 'unknown', evidence: { code: 'not-a-date', values: {} } };
  return { text: printed, iso: isoOf(day), basis: 'explicit', evidence: null };
}

/** 2018, 2018-05, 2018/5: forms that stand for a date only where nothing else stands beside them. */
function bareDate(printed: string): Day | null {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d])/.exec(printed);
  return match ? { year: Number(match[1]), month: match[2] ? Number(match[2]) : null, day: match[3] ? Number(match[3]) : null } : null;
}

/** What a date is counted from: the article's own, shown as printed where the year is. */
export function anchorOf(date: ArticleDate | null, of: Anchor['of']): Anchor | null {
  const day = dayOfIso(date?.iso);
  return date && day ? { day, shown: date.basis === 'explicit' ? date.text : date.iso!, of } : null;
}

function publishedDate(text: string, dateline: DateExpression | undefined, clues: DateClues): ArticleDate | null {
  const { metadata, pageDates, signed = null } = clues;
  const claims: DateClaim[] = [
    ...(metadata === null ? [] : [{ from: 'metadata' as const, text: metadata, iso: printedDate(metadata).iso }]),
    ...pageDates.map((printed) => ({ from: 'page' as const, ...printed })),
  ];
  const first = claims.find(({ iso }) => iso !== null) ?? claims[0];
  if (!first) return unstatedDate(text, dateline, clues);
  const own = first.from === 'page' ? asPrinted(first) : printedDate(first.text);
  const others = claims.filter((claim) => claim !== first && !agree(claim.iso, first.iso));
  if (dateline) others.push(...datelineAgainst(text, dateline, own));
  if (signed !== null && !agree(signed.iso, first.iso)) others.push({ from: 'signature', ...signed });
  return others.length > 0 ? { ...own, conflicts: others } : own;
}

/** The day of publication where neither metadata nor page states one: the signature's, the dateline's, the file name's. */
function unstatedDate(text: string, dateline: DateExpression | undefined, { stamps, signed, fileDay }: DateClues): ArticleDate | null {
  if (signed?.iso) return asPrinted(signed);
  const named: ArticleDate | null = fileDay
    ? { text: fileDay.text, iso: fileDay.iso, basis: 'inferred', evidence: { code: 'file-name', values: { text: fileDay.text } } }
    : null;
  const wired = dateline ? dated(text, dateline, anchorOf(named, 'page'), stamps) : null;
  return wired?.iso ? wired : (named ?? wired);
}

function asPrinted({ text, iso }: PrintedDay): ArticleDate {
  return iso === null
    ? { text, iso, basis: 'unknown', evidence: { code: 'not-a-date', values: {} } }
    : { text, iso, basis: 'explicit', evidence: null };
}

/** The dateline, where it is of another week than the page's date, in the year that brings it nearest. */
function datelineAgainst(text: string, dateline: DateExpression, published: ArticleDate): DateClaim[] {
  const base = dayOfIso(published.iso);
  const printed = dated(text, dateline, anchorOf(published, 'page'), []);
  const day = dayOfIso(printed.iso);
  if (!isFullDay(base) || !isFullDay(day) || Math.abs(dayNumber(base) - dayNumber(day)) <= DATELINE_DAYS) return [];
  return [{ from: 'dateline', text: printed.text, iso: printed.iso }];
}

function eventDate(
  text: string,
  folded: string,
  lead: readonly DateExpression[],
  published: ArticleDate | null,
  { stamps, signed = null }: DateClues,
): ArticleDate | null {
  const anchor = anchorOf(published, 'page');
  for (const one of lead) {
    const { vague, since, start } = one;
    if (isSignature(folded, one, signed) || !isDay(folded, one) || vague || since || UNTIL_BEFORE.test(folded.slice(0, start))) continue;
    const ahead = aheadOf(folded, one);
    const date = dated(text, one, anchor, stamps, ahead);
    // 将于10月8日起: announced, and not yet happened when the page came out.
    if (ahead === 'said' && (published?.iso == null || date.iso === null || date.iso > published.iso)) continue;
    // 昨日 says nothing where there is no day to count from; a date further on may.
    if (date.iso !== null || typeof one.from.month === 'number') return date;
  }
  return null;
}

/**
 * Whether something can have happened on it: a day, or a month with its year that opens a clause (2021年5月，…). A day of birth
 * is none, nor are the months of a statistic (5月份, 1—5月).
 */
function isDay(folded: string, { from, to, end }: DateExpression): boolean {
  const behind = folded.slice(end, end + 4);
  if (/^ ?(?:出?生(?![产活长态效])|去世|入党|参加工作)/.test(behind)) return false;
  if (from.day !== null) return true;
  const opensClause = from.year !== null && from.month !== null && to === null && folded[end - 1] !== '份' && /^[,、]/.test(behind);
  return opensClause && !/同比|环比|增长|下降|增速|百分|%|累计/.test(folded.slice(end).split('。')[0]!);
}

/** The day that signs a document, on a line of its own. */
function isSignature(folded: string, { start, end }: DateExpression, signed: PrintedDay | null): boolean {
  const alone = (start === 0 || folded[start - 1] === '\n') && (end === folded.length || folded[end] === '\n');
  return alone && signed !== null && folded.slice(start, end) === fold(signed.text);
}

/** How far a date may be to come, by the words around it. */
export function aheadOf(folded: string, { start, end, since }: Pick<DateExpression, 'start' | 'end' | 'since'>): Ahead {
  if (since) return 'never';
  if (folded[start - 1] === '将' && OF_OBJECT.test(folded.slice(end, end + 20))) return 'near';
  const isComing = COMING.test(folded.slice(Math.max(0, start - 4), start)) || TO_COME.test(folded.slice(end, end + 12));
  return isComing ? 'said' : 'near';
}

/** A value that something on the page gives a date. */
interface Value extends DateClaim {
  iso: string;
  evidence: DateEvidence;
}

/** An expression of the lead with its value: printed, counted from `anchor`, inferred from the page, or unknown. */
function dated(
  text: string,
  { start, end, from }: DateExpression,
  anchor: Anchor | null,
  stamps: readonly Stamp[],
  ahead: Ahead = 'near',
): ArticleDate {
  const printed = text.slice(start, end);
  const known = resolvePoint(from, { article: anchor, before: null, ahead });
  if (known?.evidence === null) return { text: printed, iso: isoOf(known.day), basis: 'explicit', evidence: null };
  const yearless = from.year === null && typeof from.month === 'number' && from.day !== null;
  const day = typeof from.day === 'number' ? from.day : 1;
  const told = (yearless ? yearEvidence(from.month as number, day, text, stamps) : [])
    .filter(({ year }) => isInCalendar({ year, month: from.month as number, day }))
    .map(({ year, evidence }): Value => ({
      from: evidence.code,
      iso: isoOf({ year, month: from.month as number, day }),
      text: String(evidence.values['stamp'] ?? evidence.values['words']),
      evidence,
    }));
  const counted = known ? [{ from: 'page-date' as const, iso: isoOf(known.day), text: anchor!.shown, evidence: known.evidence }] : [];
  // What the text says of its own year outranks the page, which may print an old article anew.
  const values = [...told.filter((one) => one.from !== 'near-printed'), ...counted, ...told.filter((one) => one.from === 'near-printed')];
  const [best, ...rest] = values;
  if (!best)
    return {
      text: printed,
      iso: null,
      basis: 'unknown',
      evidence: yearless || from.month !== null ? whyUnknown(text) : { code: 'no-anchor', values: {} },
    };
  const conflicts = rest
    .filter(({ iso }) => iso !== best.iso)
    .map(({ from: source, text: words, iso }): DateClaim => ({ from: source, text: words, iso }));
  return { text: printed, iso: best.iso, basis: 'inferred', evidence: best.evidence, ...(conflicts.length > 0 ? { conflicts } : {}) };
}

/** Whether two dates say the same as far as both go. */
function agree(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) === b.slice(0, length);
}
