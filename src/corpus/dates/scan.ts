/** Printed dates in a text, read by their grammar and not yet counted from anything. */
import {
  ENGLISH_MONTHS,
  AFTER_DAY,
  ANY_PRINTED,
  BARE_DAY,
  BARE_ROC,
  COMPACT,
  DAY_SHIFTS,
  DAY_WORD,
  DAYS,
  DECADE,
  EDGE,
  ENGLISH,
  ENGLISH_DAY_FIRST,
  MONTH_SHIFTS,
  MONTH_TAIL,
  MONTH_WORD,
  MONTHS,
  NUMERIC,
  LISTED_DAY,
  ONE_DAY,
  ONE_DAY_SIGN,
  ONE_MONTH,
  ONE_YEAR,
  OPENING,
  PERIOD,
  RANGE,
  ROC,
  ROUND_SPAN,
  SINCE,
  TEN_DAYS,
  TWO_DIGITS,
  VAGUE,
  WORD_AND_DAY,
  YEAR_SHIFTS,
  YEAR_WORD,
  YEARS,
} from './grammar.ts';
import { numberOf } from './calendar.ts';
import { Cursor, type DateExpression, NOWHERE, type Part, type Point, type Read, shift, year } from './expression.ts';
import { occasion, parts, spoken } from './scan-spoken.ts';

/** The dates printed in a folded text that begin before `within`, in order and without overlap. */
export function scanDates(folded: string, within = folded.length): DateExpression[] {
  const found: DateExpression[] = [];
  OPENING.lastIndex = 0;
  for (let opening = OPENING.exec(folded); opening && opening.index < within; opening = OPENING.exec(folded)) {
    const next = OPENING.lastIndex;
    const expression = new Reader(folded, opening.index).expression();
    if (expression) found.push(expression);
    OPENING.lastIndex = expression ? expression.end : next;
  }
  return found;
}

class Reader extends Cursor {
  expression(): DateExpression | null {
    const start = this.at;
    if (this.take(VAGUE)) return { start, end: this.at, from: NOWHERE, to: null, since: false, vague: true };
    const first = spoken(this) ?? (this.isAt(ANY_PRINTED) ? (this.#stretch() ?? this.#point(true)) : null);
    if (!first) return null;
    const [from, shared]: Read = 'year' in first ? [first, null] : first;
    let to = shared;
    if (!to) {
      const before = this.at;
      // 5月3日至5日, 2018年5月至6月: what the second leaves out is as in the first.
      const last = this.take(RANGE) ? this.#stretchEnd() : null;
      if (last) to = completed(last, from);
      else this.at = before;
    }
    const since = to === null && this.take(SINCE) !== null;
    return { start, end: this.at, from, to, since, vague: false };
  }

  /** Two of a kind that share their unit (1-5月, 2018—2020年), a half, a quarter, ten days, a decade. */
  #stretch(): Read | null {
    const years = this.take(YEARS);
    if (years) return [year(numberOf(years[1])!), year(numberOf(years[2])!)];
    const decade = this.take(DECADE);
    if (decade) {
      const tens = numberOf(decade[4])! % 100;
      const century = decade[1] ? Number(decade[1]) : decade[2] ? Number(decade[2]) - 1 : 19;
      return [year(century * 100 + tens), year(century * 100 + tens + 9)];
    }
    const start = this.at;
    const point = this.#year() ?? NOWHERE;
    const named = point.year === null ? null : (parts(this, point) ?? occasion(this, point));
    if (named) return named;
    const months = this.take(MONTHS);
    if (months)
      return [
        { ...point, month: numberOf(months[1]) },
        { ...point, month: numberOf(months[2]) },
      ];
    const period = point.year === null ? null : this.take(PERIOD);
    if (period) {
      const [first, length] = monthsOf(period);
      return [
        { ...point, month: first },
        { ...point, month: first + length - 1 },
      ];
    }
    const month = this.#month();
    if (month !== null) {
      const tenDays = this.take(TEN_DAYS);
      if (tenDays) {
        const first = { 上: 1, 中: 11, 下: 21 }[tenDays[1]!]!;
        return [
          { ...point, month, day: first },
          { ...point, month, day: first === 21 ? 'last' : first + 9 },
        ];
      }
    }
    const days = month === null ? null : this.take(DAYS);
    if (days) {
      this.take(AFTER_DAY);
      return [
        { ...point, month, day: numberOf(days[1]) },
        { ...point, month, day: numberOf(days[2]) },
      ];
    }
    const listed = month === null ? null : this.take(LISTED_DAY);
    if (listed) {
      const all = [listed[1]!, ...listed[2]!.split(/[、和及]/).slice(1)].map((day) => numberOf(day)!);
      const isRow = all.every((day, i) => i === 0 || day === all[i - 1]! + 1);
      if (!isRow) return [{ ...point, month, day: all[0]! }, null];
      this.at += listed[2]!.length;
      this.take(ONE_DAY_SIGN);
      return [
        { ...point, month, day: all[0]! },
        { ...point, month, day: all.at(-1)! },
      ];
    }
    this.at = start;
    return null;
  }

  /** @param opens whether it begins an expression: then a month alone must be printed in digits. */
  #point(opens: boolean): Point | null {
    const whole = this.#numeric() ?? this.#dayWord();
    if (whole) return whole;
    const start = this.at;
    const dated = this.#year();
    const month = this.#month();
    if (!dated && month === null) return this.#bareDay();
    const point: Point = { ...(dated ?? NOWHERE), month };
    if (month === null) {
      this.take(EDGE);
      return point;
    }
    const day = this.take(ONE_DAY);
    if (day) {
      this.take(AFTER_DAY);
      return { ...point, day: numberOf(day[1]) };
    }
    if (opens && !dated && typeof month === 'number' && !/\d/.test(this.text[start]!)) return null;
    if (!this.take(EDGE)) this.take(MONTH_TAIL);
    return point;
  }

  #stretchEnd(): Point | null {
    const point = this.#point(false);
    if (point) return point;
    const day = this.take(ONE_DAY);
    if (!day) return null;
    this.take(AFTER_DAY);
    return { ...NOWHERE, day: numberOf(day[1]) };
  }

  #numeric(): Point | null {
    const match = this.take(NUMERIC);
    const [y, m, d] = match ? [match[1], match[3], match[4]] : (this.take(COMPACT)?.slice(1) ?? []);
    if (y) {
      this.take(AFTER_DAY);
      return { year: Number(y), month: Number(m), day: Number(d) };
    }
    const english = this.take(ENGLISH);
    if (english)
      return { year: english[3] ? Number(english[3]) : null, month: ENGLISH_MONTHS.indexOf(english[1]!) + 1, day: Number(english[2]) };
    const dayFirst = this.take(ENGLISH_DAY_FIRST);
    return dayFirst ? { year: Number(dayFirst[3]), month: ENGLISH_MONTHS.indexOf(dayFirst[2]!) + 1, day: Number(dayFirst[1]) } : null;
  }

  #dayWord(): Point | null {
    const numbered = this.take(WORD_AND_DAY);
    if (numbered) {
      this.take(AFTER_DAY);
      return { ...NOWHERE, day: Number(numbered[1]) };
    }
    const word = this.take(DAY_WORD)?.[0];
    if (word === undefined) return null;
    this.take(AFTER_DAY);
    return { ...NOWHERE, day: shift((DAY_SHIFTS[word.slice(0, 2)] ?? DAY_SHIFTS[word[0]!])!) };
  }

  #bareDay(): Point | null {
    const day = this.take(BARE_DAY);
    if (!day) return null;
    this.take(AFTER_DAY);
    return { ...NOWHERE, day: Number(day[1]) };
  }

  #year(): Point | null {
    const start = this.at;
    const plain = this.take(ONE_YEAR);
    if (plain) {
      const value = numberOf(plain[1])!;
      if (value % 100 !== 0 || !this.take(ROUND_SPAN)) return year(value);
      this.at = start;
      return null;
    }
    const roc = this.take(ROC);
    if (roc) return { ...year(numberOf(roc[1])! + 1911), era: 'roc' };
    const bare = this.take(BARE_ROC);
    if (bare) return { ...year(numberOf(bare[1])! + 1911), era: 'maybe-roc' };
    const short = this.take(TWO_DIGITS);
    if (short) return { ...year(Number(short[1])), era: 'two-digits' };
    const word = this.take(YEAR_WORD)?.[0];
    return word === undefined ? null : { ...NOWHERE, year: shift(YEAR_SHIFTS[word]!) };
  }

  #month(): Part {
    const plain = this.take(ONE_MONTH);
    if (plain) return numberOf(plain[1]);
    const word = this.take(MONTH_WORD)?.[0];
    return word === undefined ? null : shift(MONTH_SHIFTS[word]!);
  }
}

/** The first month of a half or a quarter, and how many it has. */
function monthsOf(period: RegExpExecArray): readonly [first: number, length: number] {
  const [, half, quarter, first, q, h] = period;
  if (half || h) return [half === '上' || h === '1' ? 1 : 7, 6];
  return [first ? 1 : numberOf(quarter ?? q)! * 3 - 2, 3];
}

/** The end of a stretch with what it does not print itself. */
function completed(last: Point, first: Point): Point {
  if (last.year !== null || (typeof last.day === 'object' && last.day !== null)) return last;
  if (last.month !== null) return { ...first, month: last.month, day: last.day };
  return { ...first, day: last.day };
}
