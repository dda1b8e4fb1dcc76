import type { PageNote } from '../article.ts';
import type { PageEvidence } from '../page/evidence.ts';
import type { Refusal } from '../refusal.ts';

/** An article as its format holds it, before the page around it is taken off. */
export interface RawArticle {
  /** Null where the format gives it none. */
  id: string | null;
  /** 1-based line where it begins; null where the file is the article. */
  line: number | null;
  /** What offsets (`origin`, `leftOut`) count in: the decoded file, or the text that the format makes of it. UTF-16. */
  text: string;
  /** What the format tells beside the text. */
  evidence: PageEvidence;
  notes?: readonly PageNote[];
}

/** A line that cannot be read; with null, the rest of the file. */
export interface RefusedLine {
  line: number | null;
  refused: Refusal;
}
