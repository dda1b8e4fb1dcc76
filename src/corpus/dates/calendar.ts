/** A day, month or year of the Gregorian calendar. */
export interface Day {
  year: number;
  month: number | null;
  day: number | null;
}
/** A day of the calendar, whole. */
export interface FullDay {
  year: number;
  month: number;
  day: number;
}

const DAY_MS = 86_400_000;
/** News speaks of no earlier and plans for no later years; what else looks like a year is a number. */
const [EARLIEST, LATEST] = [1000, 2100];

/** Whether the calendar has this year, month and day. */
export function isInCalendar({ year, month, day }: Day): boolean {
  if (year < EARLIEST || year > LATEST) return false;
  if (month === null) return day === null;
  return month >= 1 && month <= 12 && (day === null || (day >= 1 && day <= daysInMonth(year, month)));
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function isoOf({ year, month, day }: Day): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return [String(year), ...(month === null ? [] : [two(month)]), ...(month === null || day === null ? [] : [two(day)])].join('-');
}

/** The inverse of {@link isoOf}; null for null and for anything else than one day, month or year. */
export function dayOfIso(iso: string | null | undefined): Day | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso ?? '');
  return match ? { year: Number(match[1]), month: match[2] ? Number(match[2]) : null, day: match[3] ? Number(match[3]) : null } : null;
}

export function isFullDay(day: Day | null): day is FullDay {
  return day !== null && day.month !== null && day.day !== null;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Days between the calendar's beginning in 1970 and this one. */
export function dayNumber({ year, month, day }: FullDay): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

export function dayOfNumber(number: number): FullDay {
  const date = new Date(number * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The month so many after (or before) this one. */
export function shiftMonth({ year, month }: { year: number; month: number }, by: number): { year: number; month: number } {
  const months = year * 12 + month - 1 + by;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}

const DIGITS: Readonly<Record<string, number>> = {
  '〇': 0,
  '○': 0,
  '◯': 0,
  '零': 0,
  'o': 0,
  '一': 1,
  '二': 2,
  '三': 3,
  '四': 4,
  '五': 5,
  '六': 6,
  '七': 7,
  '八': 8,
  '九': 9,
};

/** `12`, `二十五`, `二〇一八`, `元` (the first year of an era), `正` (the first month); null for nothing. */
export function numberOf(printed: string | undefined): number | null {
  if (printed === undefined) return null;
  if (/^\d+$/.test(printed)) return Number(printed);
  if (printed === '元') return 1;
  const [hundreds, rest] = printed.includes('百') ? printed.split('百') : ['', printed];
  const [tens, ones] = rest!.split('十');
  const below = ones === undefined ? digits(tens!) : (tens ? digits(tens) : 1) * 10 + digits(ones);
  return (hundreds ? digits(hundreds) * 100 : 0) + below;
}

function digits(printed: string): number {
  return [...printed].reduce((sum, character) => sum * 10 + (DIGITS[character] ?? Number(character)), 0);
}
