/**
 * Festivals: how they are printed, and on which day of which year they fall.
 *
 * Lunar days, solar terms and the days off that the State Council gave (since 2002) are counted by tyme4ts, which is
 * loaded when a text first names one.
 */
import { createRequire } from 'node:module';
import type * as Tyme from 'tyme4ts';
import { dayNumber, dayOfNumber, type FullDay } from './calendar.ts';
import type { Edge, Occasion } from './expression.ts';

type Rule =
  | { on: readonly [month: number, day: number] }
  | { lunar: readonly [month: number, day: number | 'last'] }
  /** The nth Sunday, or Thursday, of a month. */
  | { nth: number; weekday: number; month: number }
  | { term: string };

interface Feast {
  /** Names that are no other words. */
  names: string;
  /** Short names, which need a word of time beside them: 中秋|期间, 今年|国庆. */
  short?: string;
  rule: Rule;
  /** What tyme4ts calls its days off, and how many days they nominally are where none are on record. */
  off?: readonly [name: string, days: number];
}

const FEASTS: readonly Feast[] = [
  { names: '元旦节?', rule: { on: [1, 1] }, off: ['元旦', 3] },
  { names: '情人节', rule: { on: [2, 14] } },
  { names: '(?:三八|3·8|3.8)?(?:国际)?(?:劳动)?妇女节|三八节', rule: { on: [3, 8] } },
  { names: '植树节', rule: { on: [3, 12] } },
  { names: '愚人节', rule: { on: [4, 1] } },
  { names: '(?:世界)?地球日', rule: { on: [4, 22] } },
  { names: '(?:五一|5·1)?(?:国际)?劳动节', short: '五一|5·1', rule: { on: [5, 1] }, off: ['劳动节', 5] },
  { names: '(?:五四)?青年节', rule: { on: [5, 4] } },
  { names: '(?:国际)?护士节', rule: { on: [5, 12] } },
  { names: '母亲节', rule: { nth: 2, weekday: 0, month: 5 } },
  { names: '(?:六一|6·1)?(?:国际)?儿童节', rule: { on: [6, 1] } },
  { names: '父亲节', rule: { nth: 3, weekday: 0, month: 6 } },
  { names: '(?:七一)?建党节', rule: { on: [7, 1] } },
  { names: '(?:八一)?建军节', rule: { on: [8, 1] } },
  { names: '教师节', rule: { on: [9, 10] } },
  { names: '国庆节', short: '国庆|十一(?=假期|长假|小长假|黄金周)', rule: { on: [10, 1] }, off: ['国庆节', 7] },
  { names: '万圣节', rule: { on: [10, 31] } },
  { names: '感恩节', rule: { nth: 4, weekday: 4, month: 11 } },
  { names: '平安夜', rule: { on: [12, 24] } },
  { names: '圣诞节', short: '圣诞', rule: { on: [12, 25] } },
  { names: '春节|农历新年|大年初一', rule: { lunar: [1, 1] }, off: ['春节', 7] },
  { names: '元宵节', short: '元宵', rule: { lunar: [1, 15] } },
  { names: '端午节', short: '端午', rule: { lunar: [5, 5] }, off: ['端午节', 3] },
  { names: '七夕节?', rule: { lunar: [7, 7] } },
  { names: '中元节', rule: { lunar: [7, 15] } },
  { names: '中秋节', short: '中秋', rule: { lunar: [8, 15] }, off: ['中秋节', 3] },
  { names: '重阳节', short: '重阳', rule: { lunar: [9, 9] } },
  { names: '腊八节', short: '腊八', rule: { lunar: [12, 8] } },
  { names: '除夕夜?|大年三十|年三十|大年夜', rule: { lunar: [12, 'last'] } },
  { names: '清明节', short: '清明', rule: { term: '清明' }, off: ['清明节', 3] },
  { names: '立春', rule: { term: '立春' } },
  { names: '惊蛰', rule: { term: '惊蛰' } },
  { names: '春分', rule: { term: '春分' } },
  { names: '谷雨', rule: { term: '谷雨' } },
  { names: '夏至', rule: { term: '夏至' } },
  { names: '立秋', rule: { term: '立秋' } },
  { names: '秋分', rule: { term: '秋分' } },
  { names: '霜降', rule: { term: '霜降' } },
  { names: '立冬', rule: { term: '立冬' } },
  { names: '冬至', rule: { term: '冬至' } },
];

/** As alternatives of an expression; the feast of what they match is {@link feastNamed}'s. */
export const FEAST_NAMES = FEASTS.map(({ names }) => names).join('|');
export const SHORT_FEAST_NAMES = FEASTS.flatMap(({ short }) => short ?? []).join('|');

const anchored = FEASTS.map((feast): [RegExp, Feast] => [new RegExp(`^(?:${feast.names})$`), feast]);
const shortly = FEASTS.filter(({ short }) => short).map((feast): [RegExp, Feast] => [
  new RegExp(`^(?:${feast.short!.replace(/\(\?=.*?\)/g, '')})$`),
  feast,
]);
const byKey = new Map(FEASTS.map((feast) => [keyOf(feast), feast]));

function keyOf({ rule }: Feast): string {
  return JSON.stringify(rule);
}

/** The key of the feast that is printed so, for an {@link Occasion}; null where none is. */
export function feastNamed(printed: string): string | null {
  const found = [...anchored, ...shortly].find(([pattern]) => pattern.test(printed));
  return found ? keyOf(found[1]) : null;
}

/** Whether days off go with the feast. */
export function hasDaysOff(feast: string): boolean {
  return byKey.get(feast)?.off !== undefined;
}

let loaded: typeof Tyme | undefined;
function tyme(): typeof Tyme {
  return (loaded ??= createRequire(import.meta.url)('tyme4ts') as typeof Tyme);
}

const known = new Map<string, FullDay | null>();

/**
 * The day of an occasion in a year of the Gregorian calendar, its own and not that of its days off; null where the year
 * has none. A lunar day is that of the lunar year.
 */
export function dayOfOccasion(occasion: Occasion, year: number): FullDay | null {
  const key = `${year} ${'feast' in occasion ? occasion.feast : JSON.stringify(occasion.lunar)}`;
  let day = known.get(key);
  if (day === undefined) {
    const rule: Rule = 'feast' in occasion ? byKey.get(occasion.feast)!.rule : { lunar: [occasion.lunar.month, occasion.lunar.day] };
    known.set(key, (day = dayByRule(rule, year, 'feast' in occasion)));
  }
  return day;
}

function dayByRule(rule: Rule, year: number, inYear: boolean): FullDay | null {
  if ('on' in rule) return { year, month: rule.on[0], day: rule.on[1] };
  if ('nth' in rule) {
    const first = new Date(Date.UTC(year, rule.month - 1, 1)).getUTCDay();
    return { year, month: rule.month, day: 1 + ((rule.weekday - first + 7) % 7) + (rule.nth - 1) * 7 };
  }
  if ('term' in rule) return plain(tyme().SolarTerm.fromName(year, rule.term).getSolarDay());
  const [month, day] = rule.lunar;
  // 腊八 and 除夕 of a year are those in its January or February, or else in its December.
  const years = inYear && month > 10 ? [year - 1, year] : [year];
  const days = years.map((lunarYear) => lunarDay(lunarYear, month, day)).filter((found) => found !== null);
  return days.find((found) => !inYear || found.year === year) ?? null;
}

function lunarDay(year: number, month: number, day: number | 'last'): FullDay | null {
  const length = tyme().LunarMonth.fromYm(year, month).getDayCount();
  // A day that is no number of the calendar (廿三 read wrongly, 初零) is none.
  if (day !== 'last' && !(day >= 1 && day <= length)) return null;
  return plain(
    tyme()
      .LunarDay.fromYmd(year, month, day === 'last' ? length : day)
      .getSolarDay(),
  );
}

function plain(day: { getYear(): number; getMonth(): number; getDay(): number }): FullDay {
  return { year: day.getYear(), month: day.getMonth(), day: day.getDay() };
}

/** The first or last of the days off around a feast: on record, or else as many as it nominally has from its day on. */
export function dayOff(feast: string, day: FullDay, edge: Edge): FullDay {
  const [name, days] = byKey.get(feast)!.off!;
  const own = dayNumber(day);
  const isOff = (number: number) => {
    const { year, month, day: date } = dayOfNumber(number);
    const found = tyme().LegalHoliday.fromYmd(year, month, date);
    return found !== null && !found.isWork() && (found.getName() === name || found.getName().includes(name.slice(0, 2)));
  };
  const step = edge === 'first' ? -1 : 1;
  if (!isOff(own)) return edge === 'first' ? day : dayOfNumber(own + days - 1);
  let at = own;
  while (isOff(at + step)) at += step;
  return dayOfNumber(at);
}
