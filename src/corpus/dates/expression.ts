/** What the grammar reads: dates as they are printed, not yet counted from anything. */
import { matchesAt } from '../../language/match-at.ts';

/**
 * Counted from the article's own date, or from the date before it in the text: so many years, months or days later.
 * `either`: from the date before where one is near, or else from the article's (三天后). `ahead`: the same, but from the article's only
 * where it is said to come (十年后要翻两番; not 十年后，他回来了).
 */
export interface Shift {
  of: 'article' | 'before' | 'either' | 'ahead';
  by: number;
}
export type Part = number | Shift | null;

/** One printed day, month or year. What is null is not printed. */
export interface Point {
  year: Part;
  month: Part;
  /** `last`: the last day of the month (下旬). */
  day: Part | 'last';
  /** How the year is to be counted: of the Republic, printed as such or only looking so; or with its century unsaid. */
  era?: 'roc' | 'maybe-roc' | 'two-digits';
  /** 前三季度: it is of the last year in which this month has come. */
  until?: number;
  /** In place of month and day: a day of some week, or the edge of some quarter. */
  within?: Within;
  /** In place of month and day: a festival, or a day of the lunar calendar. */
  occasion?: Occasion;
}

/**
 * A day of the week (1 is Monday) or the first or last month of the quarter so many after the article's own; `by` null:
 * the weekday next to it (周五).
 */
export type Within = { unit: 'week'; by: number | null; weekday: number } | { unit: 'quarter'; by: number; edge: Edge };
export type Edge = 'first' | 'last';

/** `edge`: of the days off that go with a festival (春节假期); without it the festival's own day. */
export type Occasion = { lunar: { month: number; day: number | 'last' } } | { feast: string; edge?: Edge };

/** A point, or the first and last of a stretch. */
export type Read = readonly [from: Point, to: Point | null];

/** A printed date or stretch of dates. Offsets are UTF-16, into the text that was scanned. */
export interface DateExpression {
  start: number;
  end: number;
  from: Point;
  /** The last day, month or year of a stretch; null where it is one. */
  to: Point | null;
  /** 以来, 至今: from then on. */
  since: boolean;
  /** 近日: some day not long before. */
  vague: boolean;
}

export const NOWHERE: Point = { year: null, month: null, day: null };

export function year(value: number): Point {
  return { ...NOWHERE, year: value };
}

export function shift([of, by]: readonly ['article' | 'before', number]): Shift {
  return { of, by };
}

/** A place in a folded text from which pieces of the grammar are read. */
export class Cursor {
  constructor(
    readonly text: string,
    public at: number,
  ) {}

  /** Whether the piece stands here; nothing is read. */
  isAt(piece: RegExp): boolean {
    return matchesAt(piece, this.text, this.at);
  }

  /** The piece that stands here; reading goes on behind it. */
  take(piece: RegExp): RegExpExecArray | null {
    piece.lastIndex = this.at;
    const match = piece.exec(this.text);
    if (match) this.at += match[0].length;
    return match;
  }
}
