import type { PrintedDay } from './article-dates.ts';
import { isInCalendar, isoOf } from './calendar.ts';

/** 20210609, 2021-06-09, 2021_6_9: year, sign, month, day; no part of a longer number. */
const DAY = /(?<![\da-z])((?:19|20)\d{2})(?:([-_.年])(\d{1,2})[-_.月](\d{1,2})|(\d{2})(\d{2}))(?![\da-z])/i;

/**
 * The day in a file's name: `20210609-01-02.txt`, `2021-06-09_通车.txt`; null where there is none. A name is given by who
 * saved the file: it is evidence, and told as such.
 *
 * @param file path with `/`
 */
export function dayInName(file: string): PrintedDay | null {
  const match = DAY.exec(file.slice(file.lastIndexOf('/') + 1));
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[3] ?? match[5]), day: Number(match[4] ?? match[6]) };
  return isInCalendar(day) ? { text: match[0], iso: isoOf(day) } : null;
}
