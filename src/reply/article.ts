/** `/article`: one article with everything that was found in it. */
import type { OfficialRef } from './officials.ts';
import type { Answered, RegionRef, Relation, Result, TextDateRef } from './parts.ts';

export interface ArticleReply extends Answered {
  command: 'article';
  total: 1;
  results: [Result];
  text: string;
  regions: (RegionRef & { relation: Relation; start: number; end: number })[];
  /** Names in the text that several regions have, where the article does not tell which. Absent where there are none. */
  open_names?: { text: string; start: number; end: number; candidates: RegionRef[] }[];
  officials: OfficialRef[];
  /** Each date that the text prints, once, where it stands first; in the order of the text. */
  dates: TextDateRef[];
}
