import { text, type Locale, type TextKey } from './index.ts';
import { readable } from './readable-day.ts';

/** What is told of a date: the shape of a reply's dates. */
interface KnownDate {
  text: string;
  iso: string | null;
  basis: 'explicit' | 'inferred' | 'unknown';
  evidence_code: { code: string; values: Readonly<Record<string, string | number>> } | null;
}

/** How a year is known, by the code of its evidence; the long form is `evidence.…`. */
const HOW: Readonly<Record<string, TextKey>> = {
  'related-stamps': 'how.related-stamps',
  'this-year': 'how.this-year',
  'page-date': 'how.page-date',
  'page-date-ahead': 'how.page-date',
  'article-date': 'how.counted',
  'event-date': 'how.counted',
  'text-before': 'how.text',
  'near-printed': 'how.text',
  'after-year': 'how.after-year',
  'not-a-date': 'how.not-a-date',
};

/**
 * A date as printed with a few words on how it is known, for where a whole sentence is too long: a year that was
 * inferred stands before it, and is said to be so (`2018年5月25日（年份据同页文章推定）`).
 */
export function shortDate(locale: Locale, { text: printed, iso, basis, evidence_code: code }: KnownDate): string {
  if (printed === '') return text(locale, 'view.date_unknown');
  if (basis === 'explicit') return text(locale, 'view.date_explicit', { text: readable(locale, printed) });
  const how = text(locale, HOW[code?.code ?? ''] ?? (basis === 'inferred' ? 'how.inferred' : 'how.unknown'), code?.values);
  const year = basis === 'inferred' && iso !== null ? iso.slice(0, 4) : null;
  return text(locale, 'view.date_how', { text: readable(locale, year === null ? printed : withYear(printed, year, iso!)), how });
}

/** The printed month and day behind their year; what is counted (昨日) keeps its words, the day beside it. */
function withYear(printed: string, year: string, iso: string): string {
  if (printed.includes(year)) return printed;
  return /^[\d一二三四五六七八九十０-９]{1,3}月/.test(printed) ? `${year}年${printed}` : `${printed}＝${iso}`;
}
