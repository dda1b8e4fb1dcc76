/** Dates that are said and not written in figures: what each piece of grammar-spoken.ts means. */
import { numberOf } from './calendar.ts';
import { type Cursor, NOWHERE, type Point, type Read, type Shift, year } from './expression.ts';
import { feastNamed, hasDaysOff } from './feasts.ts';
import {
  AGO,
  ANY_SPOKEN,
  BARE_EDGE,
  BARE_PERIOD,
  BEFORE_LATER,
  CENTURY,
  DAY_OF,
  DAYS_TOGETHER,
  ENGLISH_PERIOD,
  FEAST,
  FIRST_PARTS,
  FISCAL_YEAR,
  LUNAR,
  LUNAR_MARK,
  PLAN,
  QUARTER_WORD,
  REIGN,
  REIGN_YEARS,
  SCHOOL_YEAR,
  SHORT_FEAST,
  SHORT_FEAST_OF_YEAR,
  WEEK_SHIFTS,
  WEEK_WORD,
  WEEKDAY,
  YEAR_LAST,
} from './grammar-spoken.ts';

/** The years of the fifth plan but one: the sixth begins in 1981, each next five years on. */
const FIRST_PLAN = 1951;
const LUNAR_MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

/** Whatever of the kind stands here; the cursor is behind it then, and else where it was. */
export function spoken(cursor: Cursor): Read | null {
  if (!cursor.isAt(ANY_SPOKEN)) return null;
  return (
    together(cursor) ??
    weekday(cursor) ??
    ago(cursor) ??
    quarterOf(cursor) ??
    plan(cursor) ??
    schoolYear(cursor) ??
    yearLast(cursor) ??
    reign(cursor) ??
    century(cursor) ??
    edge(cursor) ??
    parts(cursor, NOWHERE) ??
    occasion(cursor, NOWHERE)
  );
}

/** Quarters and halves, and months counted from January, of a year or of none: 三季度, 前两个月. */
export function parts(cursor: Cursor, of: Point): Read | null {
  const months = (first: number, last: number): Read => [
    { ...of, month: first },
    { ...of, month: last },
  ];
  const counted = cursor.take(FIRST_PARTS);
  if (counted) {
    const last = numeral(counted[1]!) * (counted[2]!.startsWith('季') ? 3 : 1);
    return last >= 1 && last <= 12
      ? [
          { ...of, month: 1, ...(of.year === null && { until: last }) },
          { ...of, month: last },
        ]
      : null;
  }
  if (of.year !== null) return null;
  const [half, quarter] = ((found) => [found?.[1], found?.[2] ?? found?.[3] ?? (found?.[4] ? '1' : found?.[5])])(cursor.take(BARE_PERIOD));
  if (half) return half === '上' ? months(1, 6) : months(7, 12);
  return quarter ? months(numeral(quarter) * 3 - 2, numeral(quarter) * 3) : null;
}

/** A festival, its days off, or a day of the lunar calendar; of a year that stands before it, or of none. */
export function occasion(cursor: Cursor, of: Point): Read | null {
  const start = cursor.at;
  const lunar = cursor.take(LUNAR);
  if (lunar) {
    const month = lunar[1] ?? lunar[3] ?? lunar[5] ?? '正';
    const day = (lunar[2] ?? lunar[4] ?? lunar[6] ?? lunar[7])!.replace(/日$/, '');
    return [
      {
        ...of,
        occasion: {
          lunar: {
            month: LUNAR_MONTHS[month] ?? numeral(month),
            day: numeral(day.replace('初', '').replace('廿', '二十').replace('卅', '三十')),
          },
        },
      },
      null,
    ];
  }
  if (of.year !== null) cursor.take(LUNAR_MARK);
  const named = cursor.take(FEAST) ?? cursor.take(SHORT_FEAST) ?? (of.year === null ? null : cursor.take(SHORT_FEAST_OF_YEAR));
  const feast = named && feastNamed(named[1]!);
  if (!feast) {
    cursor.at = start;
    return null;
  }
  if (!named[2] || !hasDaysOff(feast)) return [{ ...of, occasion: { feast } }, null];
  return [
    { ...of, occasion: { feast, edge: 'first' } },
    { ...of, occasion: { feast, edge: 'last' } },
  ];
}

/** 明后两天, 今明两年. */
function together(cursor: Cursor): Read | null {
  const found = cursor.take(DAYS_TOGETHER);
  if (!found) return null;
  const unit = found[1] ? 'day' : 'year';
  const words = [...(found[1] ?? found[2])!].map((word) => DAY_OF[word]!);
  const point = (by: number): Point => ({ ...NOWHERE, [unit]: { of: 'article', by } satisfies Shift });
  return [point(Math.min(...words)), point(Math.max(...words))];
}

/** 上周五, 周五; 上周, 本周末. */
function weekday(cursor: Cursor): Read | null {
  const day = cursor.take(WEEKDAY);
  if (day) {
    const number = '一二三四五六日'.indexOf(day[2]!.replace('天', '日')) + 1;
    return [{ ...NOWHERE, within: { unit: 'week', by: day[1] ? WEEK_SHIFTS[day[1]]! : null, weekday: number } }, null];
  }
  const week = cursor.take(WEEK_WORD);
  if (!week) return null;
  const point = (number: number): Point => ({ ...NOWHERE, within: { unit: 'week', by: WEEK_SHIFTS[week[1]!]!, weekday: number } });
  return [point(week[2] ? 6 : 1), point(7)];
}

/** 三天前, 两周后, 五年前, 半年前. */
function ago(cursor: Cursor): Read | null {
  const start = cursor.at;
  const found = cursor.take(AGO);
  if (!found) return null;
  const [, halfYear, count, one] = found as unknown as [string, string?, string?, string?];
  const [number, unit, direction] = halfYear ? ['6', '个月', halfYear] : [count!, one!, found[4]!];
  const later = direction === '后';
  // 3日前 is before the third as often; and a year later than what, is seldom near.
  const unclear = (unit === '日' && /\d/.test(number)) || (later && !BEFORE_LATER.test(cursor.text.slice(Math.max(0, start - 1), start)));
  if (unclear) {
    cursor.at = start;
    return null;
  }
  const by = numeral(number) * (later ? 1 : -1);
  const part = (count: number): Shift => ({ of: !later ? 'article' : unit === '年' ? 'ahead' : 'either', by: count });
  if (unit === '年') return [{ ...NOWHERE, year: part(by) }, null];
  if (unit === '个月') return [{ ...NOWHERE, month: part(by) }, null];
  return [{ ...NOWHERE, day: part(/[天日]$/.test(unit) ? by : by * 7) }, null];
}

/** 上季度; 2020q3, 2021h1. */
function quarterOf(cursor: Cursor): Read | null {
  const word = cursor.take(QUARTER_WORD);
  if (word) {
    const by = WEEK_SHIFTS[word[1]!]!;
    return [
      { ...NOWHERE, within: { unit: 'quarter', by, edge: 'first' } },
      { ...NOWHERE, within: { unit: 'quarter', by, edge: 'last' } },
    ];
  }
  const found = cursor.take(ENGLISH_PERIOD);
  if (!found) return null;
  const of = year(fourDigits(found[1] ?? found[8]!, '2000'));
  const quarter = found[2] ?? found[4] ?? found[6];
  const [length, number] = quarter ? [3, Number(quarter)] : [6, Number(found[3] ?? found[5] ?? found[7])];
  return [
    { ...of, month: (number - 1) * length + 1 },
    { ...of, month: number * length },
  ];
}

function plan(cursor: Cursor): Read | null {
  const found = cursor.take(PLAN);
  if (!found) return null;
  const tens = found[1] ?? found[2] ?? found[3]!;
  const first = FIRST_PLAN + numeral(tens) * 5;
  return [year(first), year(first + 4)];
}

/** 2020财年, 2020至2021学年, fy2020. */
function schoolYear(cursor: Cursor): Read | null {
  const fiscal = cursor.take(FISCAL_YEAR);
  if (fiscal) return [year(fourDigits(fiscal[1]!, '2000')), null];
  const found = cursor.take(SCHOOL_YEAR);
  if (!found) return null;
  const first = found[1]!;
  return [year(Number(first)), found[2] ? year(fourDigits(found[2], first)) : null];
}

function fourDigits(printed: string, like: string): number {
  return Number(printed.length === 2 ? like.slice(0, 2) + printed : printed);
}

/** 25/12/2020: null where either may be the month. */
function yearLast(cursor: Cursor): Read | null {
  const start = cursor.at;
  const found = cursor.take(YEAR_LAST);
  if (!found) return null;
  const [first, second] = [Number(found[1]), Number(found[3])];
  const ordered = first > 12 || first === second ? [second, first] : second > 12 ? [first, second] : null;
  if (ordered && ordered[0]! <= 12) return [{ year: Number(found[4]), month: ordered[0]!, day: ordered[1]! }, null];
  cursor.at = start;
  return null;
}

/** 光绪三十年, 康熙年间. */
function reign(cursor: Cursor): Read | null {
  const found = cursor.take(REIGN);
  if (!found) return null;
  const [before, last] = REIGN_YEARS.get(found[1]!)!;
  return found[2] ? [year(before + numeral(found[2])), null] : [year(before + 1), year(last)];
}

/** 上世纪末: the century, from its year 00. */
function century(cursor: Cursor): Read | null {
  const found = cursor.take(CENTURY);
  if (!found) return null;
  const first = found[1] ? (numeral(found[1]) - 1) * 100 : found[2] ? 1900 : 2000;
  return [year(first), year(first + 99)];
}

/** 年底, 月初. */
function edge(cursor: Cursor): Read | null {
  const found = cursor.take(BARE_EDGE);
  if (!found) return null;
  const own: Shift = { of: 'article', by: 0 };
  return [found[1] === '年' ? { ...NOWHERE, year: own } : { ...NOWHERE, month: own }, null];
}

function numeral(printed: string): number {
  return printed === '两' ? 2 : numberOf(printed)!;
}
