import { fold } from '../language/script.ts';
import type { ArticleDate, DateEvidence } from './article.ts';

/** What a page tells about when things happened, besides its text. */
export interface DateClues {
  /** Printed date of publication, or null. */
  published: string | null;
  /** Dates stamped on other articles that the page lists. */
  stamps: readonly { text: string; year: number | null; month: number; day: number }[];
}

interface DayInText { text: string; index: number; year: number | null; month: number; day: number | null }

const DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const YEAR = '(\\d{4}|[〇零一二三四五六七八九]{4})年';
const SMALL = '(\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])';
/** `2018年5月25日下午`, `5月25日`, `二〇一八年五月二十五日`, `2018年5月`, `2018-05-25`, `2018/5/25`. */
const IN_TEXT = new RegExp(`(?:${YEAR})?${SMALL}月(?:${SMALL}[日号](?:凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上?|夜间)?)?|(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)`, 'g');
/** The event's date stands in the lead; a date further down is as often another event's. */
const LEAD = 200;
/** A list of other articles dates its page where an item is this near to the event's month and day. */
const STAMP_DAYS = 7;

/**
 * The dates of an article. `published` is what the page or its metadata prints; `event` is the first date of the lead,
 * with its year as printed, as inferred from evidence that can be shown, or unknown. Today's date plays no part.
 */
export function articleDates(text: string, clues: DateClues): { published: ArticleDate | null; event: ArticleDate | null } {
  const published = clues.published === null ? null : printedDate(clues.published);
  const first = daysIn(text, LEAD)[0];
  if (!first) return { published, event: null };
  if (first.year !== null) {
    return { published, event: { text: first.text, iso: iso(first.year, first.month, first.day), basis: 'explicit', evidence: null } };
  }
  const inferred = yearFromStamps(first, clues) ?? yearFromPlans(text) ?? yearFromPublication(first, published);
  if (inferred) return { published, event: { text: first.text, iso: iso(inferred.year, first.month, first.day), basis: 'inferred', evidence: inferred.evidence } };
  return { published, event: { text: first.text, iso: null, basis: 'unknown', evidence: whyUnknown(text) } };
}

/** A date given as metadata or on a line of its own. `iso` is null, basis `unknown`, where no calendar day is in it. */
export function printedDate(printed: string): ArticleDate {
  // 20180525, as file names and exports have it, is read as 2018-05-25.
  const folded = fold(printed).replace(/^\s*(\d{4})(\d{2})(\d{2})(?!\d)/, '$1-$2-$3');
  const match = /(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?/.exec(folded);
  const value = match && validDay(Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1))
    ? iso(Number(match[1]), match[2] ? Number(match[2]) : null, match[3] ? Number(match[3]) : null)
    : null;
  if (value === null) return { text: printed, iso: null, basis: 'unknown', evidence: { code: 'not-a-date', values: {} } };
  return { text: printed, iso: value, basis: 'explicit', evidence: null };
}

/** Month-days in the first `within` UTF-16 units, in order. */
function daysIn(text: string, within: number): DayInText[] {
  const folded = fold(text.slice(0, within));
  const days: DayInText[] = [];
  for (const match of folded.matchAll(IN_TEXT)) {
    const [whole, year, month, day, slashYear, slashMonth, slashDay] = match;
    const found: DayInText = {
      text: text.slice(match.index, match.index + whole.length),
      index: match.index,
      year: numberOf(year ?? slashYear),
      month: numberOf(month ?? slashMonth) ?? 0,
      day: numberOf(day ?? slashDay),
    };
    // A bare month says too little to be an event's date.
    if (found.year === null && found.day === null) continue;
    if (validDay(found.year ?? 2000, found.month, found.day ?? 1)) days.push(found);
  }
  return days;
}

/** `12`, `二十五`, `二〇一八`; null for nothing. */
function numberOf(printed: string | undefined): number | null {
  if (printed === undefined) return null;
  if (/^\d+$/.test(printed)) return Number(printed);
  const [tens, ones] = printed.split('十');
  if (ones === undefined) return [...printed].reduce((sum, character) => sum * 10 + DIGITS[character]!, 0);
  return (tens ? DIGITS[tens]! : 1) * 10 + (ones ? DIGITS[ones]! : 0);
}

function validDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function iso(year: number, month: number | null, day: number | null): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return [String(year), ...(month === null ? [] : [two(month)]), ...(month === null || day === null ? [] : [two(day)])].join('-');
}

interface InferredYear { year: number; evidence: DateEvidence }

/** Other articles on the page, stamped with a year within days of the same month and day. */
function yearFromStamps(event: DayInText, clues: DateClues): InferredYear | null {
  const near = clues.stamps.filter((stamp) => stamp.year !== null
    && Math.abs(dayNumber(stamp.year, stamp.month, stamp.day) - dayNumber(stamp.year, event.month, event.day ?? 1)) <= STAMP_DAYS);
  const years = new Set(near.map((stamp) => stamp.year!));
  if (years.size !== 1) return null;
  const [year] = years;
  return { year: year!, evidence: { code: 'related-stamps', values: { count: near.length, stamp: near[0]!.text } } };
}

/** The goals of 今年, named with their year right after: `今年…锁定了2017年35000人脱贫的目标任务`. */
function yearFromPlans(text: string): InferredYear | null {
  const match = /今年[\s\S]{0,200}?((?:19|20)\d{2})年[^。;\n]{0,30}?(?:目标|任务|计划|要点|方案|预算)/.exec(fold(text));
  if (!match) return null;
  const start = match.index + match[0].lastIndexOf(match[1]! + '年');
  return { year: Number(match[1]), evidence: { code: 'this-year', values: { words: text.slice(start, match.index + match[0].length) } } };
}

/** The page's own date: the last such month and day that is not after it. */
function yearFromPublication(event: DayInText, published: ArticleDate | null): InferredYear | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(published?.iso ?? '');
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const later = event.month > month || (event.month === month && (event.day ?? 1) > day);
  const inYear = later ? year - 1 : year;
  if (!validDay(inYear, event.month, event.day ?? 1)) return null;
  return { year: inYear, evidence: { code: 'page-date', values: { date: published!.text } } };
}

/** The latest year that the text prints is the earliest it can be of; not enough to say which. */
function whyUnknown(text: string): DateEvidence {
  const match = /((?:19|20)\d{2})年[^。;\n]{0,40}?今年/.exec(fold(text));
  return match
    ? { code: 'after-year', values: { year: Number(match[1]), words: text.slice(match.index, match.index + match[0].length) } }
    : { code: 'no-year', values: {} };
}

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}
