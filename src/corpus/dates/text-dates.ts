import { fold } from '../../language/script.ts';
import type { Article, DateEvidence, TextDate } from '../article.ts';
import { aheadOf, anchorOf } from './article-dates.ts';
import { type Day, dayNumber, isFullDay, isoOf } from './calendar.ts';
import { type Bearings, isPossible, resolvePoint, type Resolved } from './resolve.ts';
import type { DateExpression, Point } from './expression.ts';
import { scanDates } from './scan.ts';

/** 当日 and 同年 refer to a date of the same paragraph that ended at most so many UTF-16 units before. */
const REFERS_WITHIN = 80;
/** Days from what a page tells of to its own date, beyond which it is a copy. */
const COPIED_AFTER = 31;
const LISTED = /^ ?[、和与及或] ?$/;
/** Characters that only Traditional texts have: there 107年5月 is a year of the Republic. */
const TRADITIONAL = /[國會縣灣臺與為員長區發總]/;

/**
 * The dates that an article prints, each form once, where it stands first: days, months, years and stretches, read
 * against the article's own date. Pure; takes a few milliseconds for a long article.
 */
export function datesInText({ text, published, event }: Pick<Article, 'text' | 'published' | 'event'>): TextDate[] {
  const folded = fold(text);
  const told = anchorOf(event, 'event');
  const article = anchorOf(published, 'page') ?? yearOnly(told);
  // A page put up long after what it tells of is a copy: what was to come then was near to the event.
  const announcedAt =
    told && article && isFullDay(told.day) && isFullDay(article.day) && dayNumber(article.day) - dayNumber(told.day) > COPIED_AFTER
      ? told
      : article;
  const isTraditional = TRADITIONAL.test(text);
  const found = new Map<string, TextDate>();
  let before: { day: Day; evidence: DateEvidence; end: number } | null = null;
  for (const one of scanDates(folded)) {
    const { from, to, start, end } = one;
    if (!isPossible(from) || (to && !isPossible(to)) || (from.era === 'maybe-roc' && !isTraditional)) continue;
    const near = before && start - before.end <= REFERS_WITHIN && !folded.slice(before.end, start).includes('\n');
    const ahead = aheadOf(folded, one);
    const own = ahead === 'said' ? announcedAt : article;
    const date = dateOf(text, one, {
      article: own,
      before: before && near ? { ...before, adjacent: LISTED.test(folded.slice(before.end, start)) } : null,
      ahead,
    });
    // 当天, where no day stands near before it, says nothing.
    if (date.iso === null && refersBack(from)) continue;
    const key = `${folded.slice(start, end)} ${date.iso}`;
    if (!found.has(key)) found.set(key, date);
    const day: Day | null = date.day;
    before = day === null ? null : { day, evidence: { code: 'text-before', values: { words: date.text } }, end };
  }
  return [...found.values()].map(({ text: printed, start, end, iso, basis, evidence }) => ({
    text: printed,
    start,
    end,
    iso,
    basis,
    evidence,
  }));
}

/** Whether all that a date says is counted from the one before it: 次日, and not 当年的10月, which prints a month. */
function refersBack({ year, month, day }: DateExpression['from']): boolean {
  const counted = [year, month, day].some(
    (part) => typeof part === 'object' && part !== null && part.of !== 'article' && part.of !== 'either',
  );
  return counted && typeof month !== 'number' && typeof day !== 'number';
}

/** Of the event's date only the year is taken over: 昨日 is counted from a day of publication. */
function yearOnly(anchor: ReturnType<typeof anchorOf>): Bearings['article'] {
  return anchor && { ...anchor, day: { year: anchor.day.year, month: null, day: null } };
}

function dateOf(text: string, { start, end, from, to, since, vague }: DateExpression, bearings: Bearings): TextDate & { day: Day | null } {
  const place = { text: text.slice(start, end), start, end };
  if (vague) return { ...place, iso: null, basis: 'unknown', evidence: { code: 'vague', values: {} }, day: null };
  const first = resolvePoint(from, bearings);
  // The end of a stretch is counted from its beginning: 12月30日至1月2日 runs into the next year.
  const last: Resolved | null =
    to && first && resolvePoint(isOwnEnd(to) ? to : { ...to, ...sameYear(to.month, first.day) }, { ...bearings, before: null });
  if (!first || (to && !last)) {
    const counted = from.month === null || typeof from.month === 'object';
    return { ...place, iso: null, basis: 'unknown', evidence: { code: counted ? 'no-anchor' : 'no-year', values: {} }, day: null };
  }
  const iso = last ? `${isoOf(first.day)}/${isoOf(last.day)}` : since ? `${isoOf(first.day)}/..` : isoOf(first.day);
  return { ...place, iso, basis: first.evidence === null ? 'explicit' : 'inferred', evidence: first.evidence, day: last?.day ?? first.day };
}

/** Whether the end of a stretch tells by itself when it is. */
function isOwnEnd({ year, day, within, occasion }: Point): boolean {
  return year !== null || (typeof day === 'object' && day !== null) || within !== undefined || occasion !== undefined;
}

function sameYear(month: Point['month'], first: Day): { year: number; month: number | null } {
  const number = typeof month === 'number' ? month : first.month;
  return { year: number !== null && first.month !== null && number < first.month ? first.year + 1 : first.year, month: number };
}
