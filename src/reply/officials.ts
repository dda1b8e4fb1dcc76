/** `/official`, and people as an article shows them. */
import type { Answered, ArticleRef, Result } from './parts.ts';

/** `in_title`: only the article's title has it; `start` and `end` are 0 then. */
export interface TitleRef {
  text: string;
  article: string;
  start: number;
  end: number;
  organisation: string | null;
  in_title?: true;
}

export interface StatementRef {
  verb: string;
  text: string;
  article: string;
  start: number;
  end: number;
  /** How the speaker is known: named in the sentence, or 承前 (a pronoun, or speech that runs on). */
  speaker: 'named' | 'continued';
}

/** Something narrated of someone (出席, 调研): the whole sentence as printed. */
export interface ActRef {
  verb: string;
  text: string;
  article: string;
  start: number;
  end: number;
}

export interface OfficialRef {
  name: string;
  titles: TitleRef[];
  statements: StatementRef[];
  acts: ActRef[];
}

/** An office of a person: all titles that say the same, as the newest article prints it, and the articles that have it. */
export interface OfficeRef {
  text: string;
  /** How many articles. */
  articles: number;
  newest: string;
  oldest: string;
}

/** A person over all articles; the offices that the newest articles name come first. */
export interface PersonRef extends OfficialRef {
  offices: OfficeRef[];
}

export interface OfficialReply extends Answered {
  command: 'official';
  query: string;
  total: number;
  results: Result[];
  official: PersonRef | null;
  /** All that name the person, the newest first. */
  articles: ArticleRef[];
  /** Other people the query fits: holders of the same title, or of the same name elsewhere. */
  others: PersonRef[];
}
