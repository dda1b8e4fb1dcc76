import { type FullDay, dayNumber, isInCalendar, isoOf } from './calendar.ts';
import { resolvePoint } from './resolve.ts';
import { scanDates } from './scan.ts';

const NUMBERS_FIRST = /^(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})$/;
const ROC = /^(1[01]\d)([./-])(\d{1,2})\2(\d{1,2})$/;
const WIRED_DAY = /(?<![\d月])(\d{1,2})日[讯电]/g;
/** A day of the text within so many days, and much nearer to one reading, settles which of two numbers is the month. */
const NEAR_DAYS = 45;

/**
 * A whole day as pages print it: any form of the dates' grammar, 110-06-09 (a year of the Republic), and day or month
 * first (25.06.2021). Of the last, where both numbers may be the month, other days of the page settle it, or nothing does.
 *
 * @param printed folded, without time of day
 * @param page the folded page; asked for only where it must settle something
 * @returns `YYYY-MM-DD`, or null
 */
export function dayOfPage(printed: string, page: () => string): string | null {
  const first = NUMBERS_FIRST.exec(printed);
  const together = printed.replace(/^(\d{4}) (?=\d{1,2}([/.-]))/, '$1$2');
  if (first) return dayFirst(Number(first[1]), Number(first[3]), Number(first[4]), page);
  const roc = ROC.exec(printed);
  const [found] = roc ? [] : scanDates(together);
  const day = roc
    ? { year: Number(roc[1]) + 1911, month: Number(roc[3]), day: Number(roc[4]) }
    : found && (resolvePoint(found.from, { article: null, before: null, ahead: 'near' })?.day ?? null);
  return day && day.month !== null && day.day !== null && isInCalendar(day) ? isoOf(day) : null;
}

function dayFirst(a: number, b: number, year: number, page: () => string): string | null {
  const readings = [
    { year, month: b, day: a },
    { year, month: a, day: b },
  ].filter(isInCalendar);
  if (readings.length < 2 || a === b) return readings[0] ? isoOf(readings[0]) : null;
  const [near, far] = readings
    .map((reading) => ({ reading, days: daysToNearest(reading, page()) }))
    .sort((one, other) => one.days - other.days);
  if (near!.days <= NEAR_DAYS && near!.days * 2 < far!.days) return isoOf(near!.reading);
  // A dateline may have the day alone (青禾12日讯).
  const wired = new Set(Array.from(page().matchAll(WIRED_DAY), ([, number]) => Number(number)));
  const told = readings.filter(({ day }) => wired.has(day));
  return told.length === 1 ? isoOf(told[0]!) : null;
}

/** Days to the closest day that the page prints, with the same year or with none. */
function daysToNearest(day: FullDay, page: string): number {
  const days = scanDates(page).flatMap(({ from }) => {
    if (typeof from.month !== 'number' || typeof from.day !== 'number' || (from.year !== null && typeof from.year !== 'number')) return [];
    const other = { year: from.year ?? day.year, month: from.month, day: from.day };
    return isInCalendar(other) ? [Math.abs(dayNumber(other) - dayNumber(day))] : [];
  });
  return days.reduce((least, one) => Math.min(least, one), Infinity);
}
