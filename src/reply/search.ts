/** `/search` and `/ask`. */
import type { Conditions } from '../question/conditions.ts';
import type { Demand } from '../question/demand.ts';
import type { SearchWords } from '../question/search-words.ts';
import type { Answered, Note, Result } from './parts.ts';

/** How many passages of an article fit. */
export interface PassageCount {
  /** The article's. */
  id: string;
  passages: number;
}

export interface SearchReply extends Answered {
  command: 'search';
  query: string;
  /** How it was read: `"旅游 扶贫" -北京`. */
  read: SearchWords;
  /** Passages that fit. */
  total: number;
  /** The articles that they are of, shown or not, the best first. */
  articles: PassageCount[];
  results: Result[];
  note?: Note;
}

/** `/export`: quotes as a table, in two forms with the same columns. `exported` of `total` are in it: as many as a file should hold. */
export interface ExportReply extends Answered {
  command: 'export';
  /** What was asked, in one line. */
  query: string;
  total: number;
  exported: number;
  csv: string;
  jsonl: string;
}

/**
 * How a question was read, before it was looked up: the words to find, what is asked for, what must be so (texts folded:
 * Simplified, lower case), whether the newest answer is wanted, and in which words it was looked up.
 */
export interface ReadRef {
  matter: string[];
  demand: Demand;
  conditions: Conditions;
  newest: boolean;
  wordings: string[];
}

export interface AskReply extends Answered {
  command: 'ask';
  question: string;
  read: ReadRef;
  answered: boolean;
  /** 0 to 1: how sure it is that the first quote answers; `answered` was decided on it. */
  confidence: number;
  /** How many of the first results fit about as well as the best: what is shown as the answer. 0 where not answered. */
  answers: number;
  /** How many of the first results are shown as nearest where none answers. 0 where answered, or where none is near enough. */
  nearest: number;
  total: number;
  results: Result[];
  note?: Note;
}
