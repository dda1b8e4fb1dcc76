import { type Locale, text } from './index.ts';
import { shortDate } from './short-date.ts';

type Told = Parameters<typeof shortDate>[1];

/** What a reference tells of an article: the shape of a reply's articles. */
interface Cited {
  title: string;
  /** `derived`: the article has none, and the title is taken from its text. */
  title_basis: 'stated' | 'derived';
  source: string | null;
  url: string | null;
  published: Told | null;
  event: Told | null;
}

/**
 * A reference by GB/T 7714—2015: an online announcement where there is an address, else an article of a newspaper. What is not printed
 * but inferred stands in square brackets, as the standard has it, and so does what is unknown.
 *
 * @param accessed the day on which it is cited, `YYYY-MM-DD`: said of what is online only
 * @example gbtReference('zh-CN', article, '2026-01-02') // '某某日报. 标题[EB/OL]. (2018-05-25)[2026-01-02]. https://example.com/1.'
 */
export function gbtReference(locale: Locale, { title, title_basis: basis, source, url, published }: Cited, accessed: string): string {
  const named = oneLine(basis === 'derived' ? `[${title}]` : title);
  const date = gbtDate(locale, published);
  if (url !== null) return `${source === null ? '' : `${oneLine(source)}. `}${named}[EB/OL]. (${date})[${accessed}]. ${url}.`;
  return `${named}[N]. ${source === null ? `[${text(locale, 'view.source_unknown')}]` : oneLine(source)}, ${date}.`;
}

function gbtDate(locale: Locale, published: Told | null): string {
  if (published === null || published.text === '') return `[${text(locale, 'view.date_unknown')}]`;
  if (published.iso === null) return `[${text(locale, 'cite.year_unknown', { date: oneLine(published.text) })}]`;
  return published.basis === 'explicit' ? published.iso : `[${published.iso}]`;
}

/** A quote with where it stands, in words: an inferred year, a day that is only the event's, and what is unknown are said to be so. */
export function plainReference(locale: Locale, { title, title_basis: basis, source, url, published, event }: Cited, quote: string): string {
  const named = text(locale, 'cite.title', { title: oneLine(title) });
  const date =
    published === null && event !== null
      ? text(locale, 'view.event', { date: dateInWords(locale, event) })
      : dateInWords(locale, published ?? UNKNOWN);
  const reference = text(locale, 'cite.plain', {
    title: basis === 'derived' ? text(locale, 'view.title_derived', { title: named }) : named,
    source: source === null ? text(locale, 'view.source_unknown') : oneLine(source),
    date: oneLine(date),
  });
  return `${quote === '' ? '' : `${text(locale, 'cite.quote', { quote })}\n`}${reference}${url === null ? '' : ` ${url}`}`;
}

const UNKNOWN: Told = { text: '', iso: null, basis: 'unknown', evidence_code: null };

/** As printed; how a year is known is said where it is not. */
const dateInWords = (locale: Locale, date: Told): string => (date.basis === 'explicit' ? date.text : shortDate(locale, date));

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
