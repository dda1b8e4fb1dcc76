import { inFigures } from '../language/numerals.ts';
import { dayAfter, monthAfter, type CalendarDay } from './days.ts';

/** A day, month or year that a question names. What it leaves open is null: 10月 has no year. */
export interface DayCondition {
  /** As asked. */
  text: string;
  year: number | null;
  month: number | null;
  day: number | null;
}

/** A stretch of days that is told from the collection's newest day: 上周, 昨天. ISO days, both included. */
export interface StretchCondition {
  text: string;
  from: string;
  to: string;
}

/** A number that names one of several: 第十届, 5号, watchos 10; or a quantity that is said to be so: 23年. */
export interface FigureCondition {
  text: string;
  /** Before the number: 第, or the Latin name it belongs to; '' where nothing must stand there. */
  before: string;
  figure: string;
  /** Behind the number: 届, 号, 年. */
  after: string;
}

/** A place that a question names: which divisions that may be. */
export interface PlaceCondition {
  text: string;
  codes: readonly string[];
}

/** What must be so for an article to answer. */
export interface Conditions {
  places: readonly PlaceCondition[];
  people: readonly string[];
  days: readonly DayCondition[];
  stretches: readonly StretchCondition[];
  figures: readonly FigureCondition[];
  /** The question asks for what is not, or did not happen. */
  negated: boolean;
}

const DIGITS = '\\d{1,2}';
/** 2018年7月25日, 7月25日, 7月份, 2018年. Numbers are in figures here; 3个月 and 5月饼 are no months. */
const DATE = new RegExp(
  `(?<![\\d.第])(?:((?:1\\d|20)\\d{2})年度?(?!代|级|前|来|间|历史))?(?:(${DIGITS})月份?(?![饼球亮光])(?:(${DIGITS})[日号])?)?`,
  'g',
);
/** 2023雷军年度演讲, 2024年度; not 2023元, 2000人. */
const BARE_YEAR = /(?<![\d.a-z-])((?:19|20)\d{2})(?=\p{Script=Han}|[ ,?]|$)(?!年|[元块人万亿米名吨户亩点分度倍岁股次件家个条只台辆])/gu;
/** 25日 without a month; 号 only where it can be no number of a thing. */
const DAY_ONLY = /(?<![\d月.第])(\d{1,2})(?:日(?![本元圆游均内])|(?<=(?:^|[ ,在于到从])\d{1,2})号(?=[那这晚早上下凌的,?]|$))/g;

/** What must stand in an article is counted and named; 3个 of 哪3个 is. */
const ORDINAL = /第(\d+|[一二三四五六七八九十])(\p{Script=Han}?)/gu;
const NUMBERED = /(?<![\d.月第])(\d+|[一二三四五六七八九十])(号(?!码|称|召|令)|期|届|季|代)/g;
const LATIN = /(?<![a-z+])([a-z][a-z+]*)[ -]?(\d+(?:\.\d+)?)(?![\d.]|[年月日])/g;
const QUANTITY =
  /(?<![\d.第a-z-])(\d+(?:\.\d+)?)(%|[万亿]?(?:元|人|名|岁|年|米|公里|度|吨|亩|家|个|次|枚|块|天|小时|辆|架|艘|级|倍|分|只|尾|套|起|例))(?![月])/g;

const NEGATION = /(?<!有)没有?(?!有)|未|并非|不(?=是(?!不)|会(?!不)|能(?!不)|再|参加|支持|同意|包括|属于|需)/;

/**
 * The days, figures and the negation of a question, folded and put plainly.
 *
 * @param newest the collection's newest day, which 上周 and 昨天 are told from; null where none is known: then they bind nothing
 */
export function readConditions(text: string, newest: CalendarDay | null): Omit<Conditions, 'places' | 'people'> {
  const read = inFigures(text);
  const days: DayCondition[] = [];
  const taken: [number, number][] = [];
  const take = (index: number, length: number) => taken.push([index, index + length]);
  const isTaken = (index: number) => taken.some(([start, end]) => index >= start && index < end);
  for (const { 0: whole, 1: year, 2: month, 3: day, index } of read.matchAll(DATE)) {
    if (whole === '') continue;
    const condition = { text: whole, year: number(year), month: number(month), day: number(day) };
    if ((condition.month ?? 1) > 12 || (condition.day ?? 1) > 31) continue;
    take(index, whole.length);
    days.push(condition);
  }
  for (const { 0: whole, 1: year, index } of read.matchAll(BARE_YEAR)) {
    if (isTaken(index)) continue;
    take(index, whole.length);
    days.push({ text: whole, year: number(year), month: null, day: null });
  }
  for (const { 0: whole, 1: day, index } of read.matchAll(DAY_ONLY)) {
    if (isTaken(index) || Number(day) > 31) continue;
    take(index, whole.length);
    days.push({ text: whole, year: null, month: null, day: number(day) });
  }
  const figures: FigureCondition[] = [];
  const add = (index: number, condition: FigureCondition) => {
    if (isTaken(index)) return;
    take(index, condition.text.length);
    figures.push(condition);
  };
  for (const { 0: whole, 1: figure, 2: after, index } of read.matchAll(ORDINAL))
    add(index, { text: whole, before: '第', figure: plainFigure(figure!), after: after! });
  for (const { 0: whole, 1: name, 2: figure, index } of read.matchAll(LATIN))
    add(index, { text: whole, before: name!, figure: figure!, after: '' });
  for (const { 0: whole, 1: figure, 2: after, index } of read.matchAll(NUMBERED))
    add(index, { text: whole, before: '', figure: plainFigure(figure!), after: after! });
  for (const { 0: whole, 1: figure, 2: after, index } of read.matchAll(QUANTITY))
    add(index, { text: whole, before: '', figure: figure!, after: after! });
  return { days, stretches: newest ? stretchesIn(text, newest) : [], figures, negated: NEGATION.test(text) };
}

function number(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

const DIGIT_OF: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
};

function plainFigure(figure: string): string {
  return DIGIT_OF[figure] ?? figure;
}

/** Words for days that are told from another day: how many days after its beginning they begin and end. */
const DAY_WORDS: readonly (readonly [RegExp, number, number])[] = [
  [/今[天日晚早]|今儿/, 0, 0],
  [/昨[天日晚]/, -1, -1],
  [/前天|前日(?!本)/, -2, -2],
  [/(?:最近|近|过去)(?:一|1)周|(?:这|最近)几天|近几日/, -7, 0],
];

function stretchesIn(text: string, newest: CalendarDay): StretchCondition[] {
  const found: StretchCondition[] = [];
  const push = (pattern: RegExp, from: string, to: string) => {
    const word = pattern.exec(text)?.[0];
    if (word !== undefined) found.push({ text: word, from, to });
  };
  for (const [pattern, from, to] of DAY_WORDS) push(pattern, dayAfter(newest, from), dayAfter(newest, to));
  const monday = -((newest.weekday + 6) % 7);
  push(/(?:本|这|这个)(?:周|星期|礼拜)(?!年)/, dayAfter(newest, monday), dayAfter(newest, 6 + monday));
  push(/上个?(?:周|星期|礼拜)(?!年)/, dayAfter(newest, monday - 7), dayAfter(newest, monday - 1));
  push(/本月|这个月|当月/, ...monthAfter(newest, 0));
  push(/上个?月(?!球)/, ...monthAfter(newest, -1));
  push(/今年(?!轻)|本年/, `${newest.year}-01-01`, `${newest.year}-12-31`);
  push(/去年/, `${newest.year - 1}-01-01`, `${newest.year - 1}-12-31`);
  push(/(?<!\d)前年/, `${newest.year - 2}-01-01`, `${newest.year - 2}-12-31`);
  return found;
}
