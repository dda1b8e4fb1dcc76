import { literally } from '../language/literally.ts';
import { inFigures } from '../language/numerals.ts';
import type { DayCondition, FigureCondition, StretchCondition } from './conditions.ts';

/**
 * A text that conditions are held against: its numbers in figures, and the days that its article is of (`YYYY[-MM[-DD]]`;
 * published, and of its event).
 */
export interface Held {
  figures: string;
  days: readonly string[];
}

export function held(folded: string, days: readonly string[]): Held {
  return { figures: inFigures(folded).replace(/ /g, ''), days };
}

/** Whether the article is of the day, month or year, or the text names it. */
export function holdsDay({ year, month, day }: DayCondition, { figures, days }: Held): boolean {
  if (days.some((iso) => agrees(iso, year, month, day))) return true;
  const [y, m] = [year === null ? '' : String(year), month === null ? '' : String(month)];
  const ofYear = year === null || figures.includes(y) || days.some((iso) => iso.startsWith(`${y}-`)) || saysYearWord(figures, year, days);
  if (!ofYear) return false;
  if (month === null) return day === null || hasNumber(figures, String(day), '日') || hasNumber(figures, String(day), '号');
  if (day === null) return hasNumber(figures, m, '月') || figures.includes(`-${m.padStart(2, '0')}-`);
  if (hasNumber(figures, m, `月${day}日`) || hasNumber(figures, m, `月${day}号`)) return true;
  return days.some((iso) => iso.slice(5, 7) === m.padStart(2, '0')) && hasNumber(figures, String(day), '日');
}

/** 去年 in an article of the year after. */
function saysYearWord(figures: string, year: number, days: readonly string[]): boolean {
  return days.some((iso) => Number(iso.slice(0, 4)) === year + 1) && /去年|上年/.test(figures);
}

function agrees(iso: string, year: number | null, month: number | null, day: number | null): boolean {
  const [y, m, d] = iso.split('-').map(Number);
  return (year === null || y === year) && (month === null || m === month) && (day === null || d === day);
}

export function holdsStretch({ from, to }: StretchCondition, { days }: Held): boolean {
  return days.some((iso) => iso.length === 10 && iso >= from && iso <= to);
}

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Whether the text has the figure as the question names it: 第10届 also as 10届, 月船3号 also as 三号, watchos10 with or without a blank. */
export function holdsFigure({ before, figure, after }: FigureCondition, { figures, days }: Held): boolean {
  // 10号 may be the day of a month as well as a number.
  if (after === '号' && Number(figure) <= 31) {
    if (days.some((iso) => Number(iso.slice(8)) === Number(figure)) || hasNumber(figures, figure, '日')) return true;
  }
  if (/[a-z]/.test(before)) return new RegExp(`${literally(before)}[ -]?${literally(figure)}(?![\\d.]\\d?)`).test(figures);
  if (hasNumber(figures, figure, after)) return true;
  const spelled = DIGITS[Number(figure)];
  return (
    spelled !== undefined && (figures.includes(`${before}${spelled}${after}`) || (before === '第' && figures.includes(`第${spelled}`)))
  );
}

/** The number, not the end of a longer one, with `after` behind it. */
function hasNumber(figures: string, number: string, after: string): boolean {
  for (let at = figures.indexOf(number + after); at >= 0; at = figures.indexOf(number + after, at + 1))
    if (!/[\d.]/.test(figures[at - 1] ?? ' ') && !(after === '' && /\d/.test(figures[at + number.length] ?? ' '))) return true;
  return false;
}
