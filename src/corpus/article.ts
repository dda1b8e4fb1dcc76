import type { RemarkCode } from './reason-codes.ts';

/** How a date is known: printed with its year, its year inferred from evidence on the page, or its year not known. */
export type DateBasis = 'explicit' | 'inferred' | 'unknown';

/**
 * Why a year is believed, or why it is not known; put into words by `src/text` under `evidence.<code>`.
 * `related-stamps`: other articles on the page are stamped near that day; `this-year`: 今年 and its year stand together;
 * `page-date`: the last such day before the page's own date; `page-date-ahead`: the next after it; `article-date`,
 * `event-date`: counted (昨日, 今年) from the page's date or the event's; `text-before`: from the date before it in the text;
 * `near-printed`: the text prints a date close to it with its year; `roc-year`: a year of the Republic (107年);
 * `two-digits`: the last such year (98年); `vague`: no day is named (近日); `no-anchor`: nothing to count from;
 * `after-year`: the text only shows a year it must be after; `no-year`: none at all; `not-a-date`: metadata that is no
 * calendar date; `file-name`: the name of the file has it, and nothing in the file says one.
 */
export interface DateEvidence {
  code:
    | 'related-stamps'
    | 'this-year'
    | 'page-date'
    | 'page-date-ahead'
    | 'article-date'
    | 'event-date'
    | 'text-before'
    | 'near-printed'
    | 'roc-year'
    | 'two-digits'
    | 'vague'
    | 'no-anchor'
    | 'after-year'
    | 'no-year'
    | 'not-a-date'
    | 'file-name';
  values: Readonly<Record<string, string | number>>;
}

/**
 * What another part of the page says against a date: its metadata, a line that is nothing but a date, the dateline, the
 * signature, or evidence for another year. `iso` as in {@link ArticleDate}; null where it is no calendar date.
 */
export interface DateClaim {
  from: 'metadata' | 'page' | 'dateline' | 'signature' | 'page-date' | 'related-stamps' | 'this-year' | 'near-printed';
  text: string;
  iso: string | null;
}

/** A date as the source prints it, with the calendar value where one can be told. */
export interface ArticleDate {
  /** The words printed in the file, in the script of the file. */
  text: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where the year is unknown. */
  iso: string | null;
  basis: DateBasis;
  /** Why the year is believed (inferred), or what is missing (unknown); null where it is printed. */
  evidence: DateEvidence | null;
  /** What the page says otherwise; absent where it agrees with itself. */
  conflicts?: readonly DateClaim[];
}

/** A date printed in an article's text: `text === article.text.slice(start, end)`, offsets UTF-16. */
export interface TextDate {
  text: string;
  start: number;
  end: number;
  /** `YYYY[-MM[-DD]]`; `from/to` for a stretch; `from/..` for what goes on (以来); null where the year is unknown. */
  iso: string | null;
  basis: DateBasis;
  evidence: DateEvidence | null;
}

/** Why a stretch of the file is not part of the article. */
export type LeftOutKind =
  | 'title'
  | 'repeated-header'
  | 'share-bar'
  | 'related-list'
  | 'page-control'
  | 'page-date'
  | 'counter'
  | 'garbled-summary'
  | 'stuffed-title'
  | 'trailing-mark'
  | 'pinyin-gloss'
  | 'damage'
  | 'markup'
  | 'byline'
  | 'page-head'
  | 'page-foot'
  | 'site-notice';

/** A stretch of the decoded file that was kept out of the article's text. Offsets are UTF-16, into the decoded file. */
export interface LeftOut {
  kind: LeftOutKind;
  start: number;
  end: number;
}

/**
 * What people should know of how an article was read; put into words by `src/text` under `remark.<code>`.
 * `several-articles`: it looks like more than one article, and does not show where they part; `prose-left-out`: sentences
 * were left out as no part of the article (`lines`, `characters`); `unused-fields`, `text-field`: which fields of a record
 * were not used, and which was taken for the text, told once a file; `mended`: it had been misread before it was saved (`read`, `meant`).
 */
export interface PageNote {
  code: RemarkCode;
  values: Readonly<Record<string, string | number>>;
}

/** A run of the cleaned text that stands unbroken in the decoded file. All three are UTF-16 counts. */
export interface OriginRun {
  clean: number;
  file: number;
  length: number;
}

/**
 * One news article, cleaned: only what the article says, in the script it was printed in.
 *
 * `text` is what every quote is a slice of. The title stands apart and is not repeated in it.
 */
export interface Article {
  id: string;
  title: string;
  /** `stated`: printed on the page or given in metadata; `derived`: made from the first sentence. */
  titleBasis: 'stated' | 'derived';
  /** Path relative to the corpus folder, with `/`. */
  file: string;
  /** 1-based line in `file` where the article begins (1 but for JSONL). */
  line: number;
  source: string | null;
  url: string | null;
  published: ArticleDate | null;
  event: ArticleDate | null;
  text: string;
  /** From cleaned text back to the decoded file, ascending; inserted marks such as 〔原文残缺〕 have no run. */
  origin: OriginRun[];
  leftOut: LeftOut[];
  /** What a reader should know of how the page was read; absent where there is nothing to tell. */
  notes?: readonly PageNote[];
  /** What front matter said outright; it outranks what is read from the text. */
  declared: { regions: string[]; officials: string[] };
}

/** What stands in a text where characters were lost before it reached us. */
export const DAMAGE_MARK = '〔原文残缺〕';
