import type { DateEvidence } from '../article.ts';
import { type Day, dayNumber, dayOfNumber, daysInMonth, type FullDay, isFullDay, isInCalendar, shiftMonth } from './calendar.ts';
import type { Part, Point, Shift, Within } from './expression.ts';
import { dayOff, dayOfOccasion } from './feasts.ts';

/** The date that others are counted from, and as what it is shown in their evidence. */
export interface Anchor {
  day: Day;
  shown: string;
  of: 'page' | 'event';
}

export type Ahead = 'said' | 'near' | 'never';

/** What a point is counted from. */
export interface Bearings {
  /** The article's own date. */
  article: Anchor | null;
  /** The date before it in the text, where it is near enough to be what 当日 and 同年 refer to; `adjacent`: of one list with it (2日、3日). */
  before: { day: Day; evidence: DateEvidence; adjacent: boolean } | null;
  /** How far it may be to come: the words around say that it is (将于), nothing tells, or it cannot be (3月以来). */
  ahead: Ahead;
}

/** A point as a day, month or year; `evidence` is null where all of it is printed. */
export interface Resolved {
  day: Day;
  evidence: DateEvidence | null;
}

/** A date this many days ahead of the article's own is announced; one further ahead is last year's, unless 将 says it is to come. */
const DAYS_AHEAD: Readonly<Record<Ahead, number>> = { said: 183, near: 62, never: 0 };
/** Days that a bare day may lie before and after the article's own date. */
const BARE_BEFORE = 24;
const MONTH = 30;
/** News speaks first of the days just past: these outrank what the text before would make of a date. */
const RECENT = 7;

/** The day, month or year that a point means; null where nothing tells its year, or where the calendar has no such day. */
export function resolvePoint(point: Point, bearings: Bearings): Resolved | null {
  const found = point.within
    ? withinDay(point.within, bearings)
    : point.occasion
      ? occasionDay(point, bearings)
      : typeof point.day === 'object' && point.day !== null
        ? shiftedDay(point.day, bearings)
        : isShift(point.month)
          ? shiftedMonth(point, point.month, bearings)
          : isShift(point.year)
            ? shiftedYear(point, point.year, bearings)
            : point.year !== null
              ? printedYear(point, bearings)
              : point.month !== null
                ? nearestYear(point, lastOr(point.day), bearings)
                : point.day !== null
                  ? nearestMonth(lastOr(point.day), bearings)
                  : null;
  return found && isInCalendar(found.day) ? found : null;
}

/** Whether the calendar can have such a day in some year. */
export function isPossible({ year, month, day, era, within }: Point): boolean {
  if (within) return true;
  const number = (part: Part | 'last') => (typeof part === 'number' ? part : null);
  // 2000 is a leap year.
  return isInCalendar({
    year: (era === 'two-digits' ? null : number(year)) ?? 2000,
    month: number(month) ?? (number(day) === null ? null : 1),
    day: number(day),
  });
}

function isShift(part: Part): part is Shift {
  return typeof part === 'object' && part !== null;
}

function from({ of }: Pick<Shift, 'of'>, { article, before, ahead }: Bearings): { day: Day; evidence: DateEvidence } | null {
  if (of === 'before' || (of !== 'article' && before) || (of === 'ahead' && ahead !== 'said')) return before;
  return (
    article && {
      day: article.day,
      evidence: { code: article.of === 'page' ? 'article-date' : 'event-date', values: { date: article.shown } },
    }
  );
}

/**
 * A day of a week counted from the article's own, or the edge of a quarter; a bare weekday is the last one, or the next where
 * it is said to come.
 */
function withinDay(within: Within, bearings: Bearings): Resolved | null {
  const base = from({ of: 'article' }, bearings);
  if (!base) return null;
  if (within.unit === 'quarter') {
    const { month, year } = base.day;
    if (month === null) return null;
    const first = shiftMonth({ year, month: month - ((month - 1) % 3) }, within.by * 3 + (within.edge === 'last' ? 2 : 0));
    return { day: { ...first, day: null }, evidence: base.evidence };
  }
  if (!isFullDay(base.day)) return null;
  const own = dayNumber(base.day);
  // 1 January 1970 was a Thursday.
  const monday = own - ((((own + 3) % 7) + 7) % 7);
  let number = monday + within.weekday - 1 + 7 * (within.by ?? 0);
  if (within.by === null) {
    if (bearings.ahead === 'said' && number < own) number += 7;
    else if (bearings.ahead !== 'said' && number > own) number -= 7;
  }
  return { day: dayOfNumber(number), evidence: base.evidence };
}

/** A festival or lunar day: in the year that is printed, or the one nearest to the article's own date, as a month and day are. */
function occasionDay(point: Point, { ahead, ...bearings }: Bearings): Resolved | null {
  const occasion = point.occasion!;
  const edged = (day: FullDay | null) => (day && 'feast' in occasion && occasion.edge ? dayOff(occasion.feast, day, occasion.edge) : day);
  if (point.year === null) {
    const { article } = bearings;
    const own = article && isFullDay(article.day) ? nearest(1, (year) => dayOfOccasion(occasion, year), article.day, ahead) : null;
    return own && { day: edged(own)!, evidence: nearestTo(article!, own) };
  }
  const base = isShift(point.year) ? shiftedYear({ ...point, month: null, day: null }, point.year, { ...bearings, ahead }) : null;
  const year = isShift(point.year) ? base?.day.year : point.year;
  const day = year === undefined ? null : edged(dayOfOccasion(occasion, year));
  return day && { day, evidence: base?.evidence ?? null };
}

function shiftedDay(shift: Shift, bearings: Bearings): Resolved | null {
  const base = from(shift, bearings);
  return base && isFullDay(base.day) ? { day: dayOfNumber(dayNumber(base.day) + shift.by), evidence: base.evidence } : null;
}

function shiftedMonth({ day }: Point, shift: Shift, bearings: Bearings): Resolved | null {
  const base = from(shift, bearings);
  if (!base || base.day.month === null) return null;
  const { year, month } = shiftMonth({ year: base.day.year, month: base.day.month }, shift.by);
  return { day: { year, month, day: dayIn(year, month, day) }, evidence: base.evidence };
}

function shiftedYear({ month, day }: Point, shift: Shift, bearings: Bearings): Resolved | null {
  const base = from(shift, bearings);
  if (!base) return null;
  const year = base.day.year + shift.by;
  return { day: { year, month: month as number | null, day: dayIn(year, month as number | null, day) }, evidence: base.evidence };
}

function printedYear({ year, month, day, era }: Point, { article }: Bearings): Resolved | null {
  const resolved = (value: number, evidence: DateEvidence | null): Resolved => ({
    day: { year: value, month: month as number | null, day: dayIn(value, month as number | null, day) },
    evidence,
  });
  if (era === 'roc') return resolved(year as number, null);
  if (era === 'maybe-roc') return resolved(year as number, { code: 'roc-year', values: {} });
  if (era !== 'two-digits') return resolved(year as number, null);
  if (!article) return null;
  // The last such year that is not after the next one of the article's.
  const century = article.day.year + 1 - ((((article.day.year + 1 - (year as number)) % 100) + 100) % 100);
  return resolved(century, { code: 'two-digits', values: { year: century } });
}

/** The year of a month, or month and day: that of the date just before in the text, or the nearest to the article's own. */
function nearestYear({ month: of, until }: Point, day: number | 'last' | null, { article, before, ahead }: Bearings): Resolved | null {
  if (isShift(of) || of === null) return null;
  const month = until ?? of;
  const inYear = (year: number): FullDay | null => {
    const value = { year, month, day: dayIn(year, month, day ?? 1)! };
    return isInCalendar(value) ? value : null;
  };
  const result = (found: FullDay | null, evidence: DateEvidence): Resolved | null =>
    found && { day: { ...found, month: of, day: day === null ? null : found.day }, evidence };
  const own = article ? nearest(month, inYear, article.day, ahead) : null;
  if (
    before?.day.month &&
    (before.adjacent || !(own && article && isFullDay(article.day) && Math.abs(dayNumber(own) - dayNumber(article.day)) <= RECENT))
  ) {
    const follows =
      before.day.month < month || (before.day.month === month && (before.day.day ?? 1) <= (day === 'last' ? 31 : (day ?? 31)));
    if (follows) return result(inYear(before.day.year), before.evidence);
  }
  return own && article ? result(own, nearestTo(article, own)) : null;
}

/** The last such month and day before `base`; a coming one where it is near, or said to come. Null where `base` is no whole day. */
function nearest(month: number, inYear: (year: number) => FullDay | null, base: Day, ahead: Ahead): FullDay | null {
  if (!isFullDay(base)) return base.month === month ? inYear(base.year) : null;
  const latest = dayNumber(base) + DAYS_AHEAD[ahead];
  const candidates = [base.year + 1, base.year, base.year - 1].map(inYear).filter((one) => one !== null);
  return candidates.find((one) => dayNumber(one) <= latest && dayNumber(one) > latest - 366) ?? null;
}

/** A day without a month follows the date before it, or is one of the days around the article's own date. */
function nearestMonth(day: number | 'last', { article, before, ahead }: Bearings): Resolved | null {
  if (day === 'last') return null;
  const base = article && isFullDay(article.day) ? dayNumber(article.day) : null;
  const own = base === null ? null : dayBefore(day, base + (ahead === 'said' ? MONTH - 2 : MONTH - BARE_BEFORE));
  const isRecent = own !== null && Math.abs(dayNumber(own) - base!) <= RECENT;
  if (
    (!isRecent || before?.adjacent) &&
    before?.day.month &&
    (before.day.day ?? 1) < day &&
    day <= daysInMonth(before.day.year, before.day.month)
  ) {
    return { day: { year: before.day.year, month: before.day.month, day }, evidence: before.evidence };
  }
  return own && { day: own, evidence: nearestTo(article!, own) };
}

/** The last day of a month numbered so that is not after `latest`; the 31st is not in every month. */
function dayBefore(day: number, latest: number): FullDay | null {
  for (let number = latest; number > latest - MONTH; number--) {
    const value = dayOfNumber(number);
    if (value.day === day) return value;
  }
  return null;
}

function nearestTo({ day, shown, of }: Anchor, found: FullDay): DateEvidence {
  const ahead = isFullDay(day) && dayNumber(found) > dayNumber(day);
  return { code: of === 'event' ? 'event-date' : ahead ? 'page-date-ahead' : 'page-date', values: { date: shown } };
}

function lastOr(day: Point['day']): number | 'last' {
  return day as number | 'last';
}

function dayIn(year: number, month: number | null, day: Point['day']): number | null {
  return day === 'last' && month !== null ? daysInMonth(year, month) : (day as number | null);
}
