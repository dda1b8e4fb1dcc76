import type { LeftOutKind } from '../article.ts';

/** Where the parts of a page stand: numbers of lines, -1 for what it has not. */
export interface Layout {
  /** Why each line is no part of the article; null for those that are. */
  kinds: (LeftOutKind | null)[];
  headline: number;
  /** The first and the last line of the text's prose. */
  first: number;
  last: number;
  /** The days that sign a document, by line: they stay in the text. */
  signed: number[];
}
