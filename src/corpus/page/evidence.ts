/** What a format can tell of an article beside its text: the page model weighs it with what the text itself prints. */

/**
 * A title that stands outside the text. `field`: the data says outright that this is the title (a column, front matter);
 * it is taken as it is. `heading`: marked as a heading of the page (`h1`). `metadata`: a candidate that may carry the
 * site's name or a channel (`<title>`, `og:title`, JSON-LD).
 */
export interface StatedTitle {
  text: string;
  from: 'field' | 'heading' | 'metadata';
}

/** A stretch of the text that is a format's mark and not words; UTF-16 offsets. */
export interface Markup {
  start: number;
  end: number;
}

/**
 * Evidence for one article, handed over beside its text. Everything is optional; what is not known is left out.
 *
 * @example `{ titles: [{ text: '青禾县召开春耕会_青禾网', from: 'metadata' }], dates: ['2021-06-09T10:00:00+08:00'] }`
 */
export interface PageEvidence {
  /** In the order of trust; the first `field` is the title. */
  titles?: readonly StatedTitle[];
  /** Days of publication as given, in the order of trust: any form that a page prints, ISO 8601, or `YYYYMMDD`. */
  dates?: readonly string[];
  source?: string | undefined;
  author?: string | undefined;
  url?: string | undefined;
  /** What front matter says outright; it outranks what is read from the text. */
  regions?: readonly string[] | undefined;
  officials?: readonly string[] | undefined;
  /** Marks in the text, ascending and without overlap. */
  markup?: readonly Markup[];
}

/** The title that the data states outright, or null. One of blanks and control characters is none. */
export function statedOutright({ titles = [] }: PageEvidence): string | null {
  return titles.find(({ text, from }) => from === 'field' && /[^\s\p{C}]/u.test(text))?.text ?? null;
}
