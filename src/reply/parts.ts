/** What replies are made of: dates, articles, quotes, places. All offsets are UTF-16: `start` and `end` in the article's text. */
import type { DateBasis, DateClaim, DateEvidence } from '../corpus/article.ts';
import type { NoteCode } from './note-codes.ts';

export interface DateRef {
  text: string;
  iso: string | null;
  basis: DateBasis;
  /** In words (Simplified Chinese); a view says it in the reader's language from `evidence_code`. */
  evidence: string | null;
  evidence_code: DateEvidence | null;
  /** What other parts of the page say against it; absent where the page agrees with itself. */
  conflicts?: readonly DateClaim[];
}

/**
 * A date that an article's text prints: `article.text.slice(start, end) === text`. `iso` is `YYYY[-MM[-DD]]`, of a stretch
 * `from/to`, of what goes on (以来) `from/..`; null where nothing tells its year or day.
 */
export interface TextDateRef extends Omit<DateRef, 'conflicts'> {
  start: number;
  end: number;
}

export interface ArticleRef {
  id: string;
  title: string;
  title_basis: 'stated' | 'derived';
  file: string;
  source: string | null;
  url: string | null;
  published: DateRef | null;
  event: DateRef | null;
  /** The published date, or else the event's; `unknown` with empty text where the page prints none. */
  date: DateRef;
}

/** A verbatim slice: `article.text.slice(start, end) === text`. */
export interface Quote {
  text: string;
  start: number;
  end: number;
  highlights: [number, number][];
}

/** The name as the quote prints it; `title`: as printed in the quote, or else in the article. */
export interface NamedOfficial {
  name: string;
  title: string | null;
}

export type Relation = 'about' | 'mentioned';

export interface RegionRef {
  name: string;
  code: string;
  path: string[];
}

export interface Result {
  article: ArticleRef;
  quote: Quote;
  score: number;
  /** The places that the article is about, three at most. */
  regions: RegionRef[];
  /** Whom the quote names, three at most. */
  officials: NamedOfficial[];
}

/** The script that the reader asked to see quotes in; the data keeps what is printed, a view converts. */
export type Script = 'simplified' | 'traditional';

/** What every answer has. */
export interface Answered {
  ok: true;
  took_ms: number;
  suggestions?: string[];
  script?: Script;
}

/** Why the filters leave nothing, for a view to say: `note.…` in the text tables. */
export interface Note {
  code: NoteCode;
  values: Readonly<Record<string, string | number>>;
}
