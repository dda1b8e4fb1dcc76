/**
 * Numbers written in characters, read as figures: 二〇一八年 is 2018年, 第五十届 is 第50届, 一百二十万 is 120万. Index and
 * question are both read this way, so that either way of writing finds the other. 万 and 亿 stay units, as articles
 * print them; words that only look like numbers (十分, 一些, 三农) stay words.
 */

/** A number written in characters; offsets are UTF-16 in the folded text. */
export interface Numeral {
  start: number;
  end: number;
  figures: string;
}

const VALUES: Readonly<Record<string, number>> = {
  '〇': 0,
  '○': 0,
  '零': 0,
  '一': 1,
  '二': 2,
  '两': 2,
  '三': 3,
  '四': 4,
  '五': 5,
  '六': 6,
  '七': 7,
  '八': 8,
  '九': 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const RUN = /[〇○零一二两三四五六七八九十百千]+/g;
const YEAR = /^[〇○零一二三四五六七八九]{4}$/;
/** Places from great to small, each with its digit; 十 may go without. */
const WITH_PLACES = /^(?:[一二两三四五六七八九]千零?)?(?:[一二两三四五六七八九]百零?)?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?$/;

/** The numbers written in characters in a folded text, in order. */
export function numerals(folded: string): Numeral[] {
  const found: Numeral[] = [];
  for (const { 0: run, index } of folded.matchAll(RUN)) {
    const end = index + run.length;
    const figures = figuresOf(run, folded.slice(end, end + 2));
    if (figures !== null) found.push({ start: index, end, figures });
  }
  return found;
}

/** A folded text with its numbers in figures. Its offsets are its own. */
export function inFigures(folded: string): string {
  let out = '';
  let from = 0;
  for (const { start, end, figures } of numerals(folded)) {
    out += folded.slice(from, start) + figures;
    from = end;
  }
  return from === 0 ? folded : out + folded.slice(from);
}

/** A month or a day may be of one digit. Other single digits are parts of words far more often (一些, 第一, 三农). */
const MONTH_OR_DAY = /^(?:月(?![饼球亮光])|日(?![本前常报]))/;

function figuresOf(run: string, behind: string): string | null {
  if (YEAR.test(run)) return behind.startsWith('年') ? [...run].map((digit) => VALUES[digit]).join('') : null;
  if (!WITH_PLACES.test(run)) return null;
  const alone = run.length === 1 && MONTH_OR_DAY.test(behind);
  return run.length > 1 || alone ? String(valueOf(run)) : null;
}

function valueOf(run: string): number {
  let value = 0;
  let digit: number | null = null;
  for (const character of run) {
    const place = PLACES[character];
    if (place === undefined) digit = VALUES[character]!;
    else {
      value += (digit ?? 1) * place;
      digit = null;
    }
  }
  return value + (digit ?? 0);
}
