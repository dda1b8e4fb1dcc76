/** Evidence for the year of a month and day that is printed without one, where no date of the page tells it. */
import { fold } from '../../language/script.ts';
import type { DateEvidence } from '../article.ts';
import { dayNumber, type FullDay, isInCalendar } from './calendar.ts';
import { scanDates } from './scan.ts';

/** A calendar stamp on a list of other articles. */
export interface Stamp {
  text: string;
  year: number | null;
  month: number;
  day: number;
}

/** A year for a month and day, and why. */
export interface YearEvidence {
  year: number;
  evidence: DateEvidence & { code: 'related-stamps' | 'this-year' | 'near-printed' };
}

/** A list of other articles dates its page where an item is this near to the event's month and day. */
const STAMP_DAYS = 7;
/** A date printed whole dates its neighbours where it is this near to them. */
const PRINTED_DAYS = 14;

/**
 * All the evidence that the page gives, the strongest first: it may disagree. What the text says counts only for the
 * latest year that it prints: an article that names a later one looks back.
 */
export function yearEvidence(month: number, day: number, text: string, stamps: readonly Stamp[]): YearEvidence[] {
  const latest = Math.max(0, ...[...text.matchAll(PRINTED_YEAR)].map(([, year]) => Number(year)));
  const told = latest === 0 ? [] : [fromPlans(text), fromPrinted(month, day, text)].filter((one) => one?.year === latest);
  return [fromStamps(month, day, stamps), ...told].filter((one) => one !== null);
}

/** A year; those that a plan runs to (到2025年) are still to come. */
const PRINTED_YEAR = /(?<![\d到至—-])((?:19|20)\d{2})(?=[年./-])/g;
// Both scripts and both widths stand in these patterns: folding each text for them would take longer than all else.
const PLANS =
  /今年[\s\S]{0,200}?(?<![到至])((?:19|20)\d{2})年[^。；;，,\n“「]{0,30}?(?:目[标標]|任[务務]|要[点點]|方案|[预預]算|工作[计計][划劃])/;
/** What a whole day looks like, in either width: most texts print none, and need not be read for one. */
const MAYBE_WHOLE = new RegExp(
  [
    '年[ \u3000]?(?:的[ \u3000]?)?[\\d０-９一二三四五六七八九十元]{1,2}[ \u3000]?月[ \u3000]?[\\d０-９一二三四五六七八九十廿]',
    '[\\d０-９][-/.－／．][\\d０-９]{1,2}[-/.－／．][\\d０-９]',
    '[\\d０-９]{8}',
    '[a-zａ-ｚ]{3}[.．]?[ \u3000][\\d０-９]',
  ].join('|'),
  'i',
);
const AFTER = /((?:19|20)\d{2})年[^。；;\n]{0,40}?今年/;

/** Other articles on the page, stamped with a year within days of the same month and day. */
function fromStamps(month: number, day: number, stamps: readonly Stamp[]): YearEvidence | null {
  const near = stamps.filter(
    (stamp) =>
      stamp.year !== null &&
      apart({ year: stamp.year, month: stamp.month, day: stamp.day }, { year: stamp.year, month, day }) <= STAMP_DAYS,
  );
  const years = new Set(near.map((stamp) => stamp.year!));
  const [year] = years;
  return years.size === 1
    ? { year: year!, evidence: { code: 'related-stamps', values: { count: near.length, stamp: near[0]!.text } } }
    : null;
}

/** The goals of 今年, named with their year right after: `今年…锁定了2017年35000人脱贫的目标任务`; not those of a year to come (到2025年). */
function fromPlans(text: string): YearEvidence | null {
  const match = PLANS.exec(text);
  if (!match) return null;
  const start = match.index + match[0].lastIndexOf(match[1]! + '年');
  return { year: Number(match[1]), evidence: { code: 'this-year', values: { words: text.slice(start, match.index + match[0].length) } } };
}

/** The same day printed whole, or two others close to it, all of one year: one other alone was as often that of another year. */
function fromPrinted(month: number, day: number, text: string): YearEvidence | null {
  if (!MAYBE_WHOLE.test(text)) return null;
  const near = scanDates(fold(text)).filter(({ from }) => {
    if (typeof from.year !== 'number' || from.era || typeof from.month !== 'number' || typeof from.day !== 'number') return false;
    const printed = { year: from.year, month: from.month, day: from.day };
    return isInCalendar(printed) && apart(printed, { year: from.year, month, day }) <= PRINTED_DAYS;
  });
  const years = new Set(near.map(({ from }) => from.year as number));
  const [year] = years;
  const days = new Set(near.map(({ from }) => `${from.month as number}-${from.day as number}`));
  return years.size === 1 && (days.size > 1 || days.has(`${month}-${day}`))
    ? { year: year!, evidence: { code: 'near-printed', values: { words: text.slice(near[0]!.start, near[0]!.end) } } }
    : null;
}

/** The latest year that the text prints is the earliest it can be of; not enough to say which. */
export function whyUnknown(text: string): DateEvidence {
  const match = AFTER.exec(text);
  return match
    ? { code: 'after-year', values: { year: Number(match[1]), words: text.slice(match.index, match.index + match[0].length) } }
    : { code: 'no-year', values: {} };
}

function apart(a: FullDay, b: FullDay): number {
  return Math.abs(dayNumber(a) - dayNumber(b));
}
