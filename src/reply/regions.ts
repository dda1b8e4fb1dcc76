/** `/region`. */
import type { Answered, RegionRef, Relation, Result } from './parts.ts';

export interface RegionPart extends RegionRef {
  articles: number;
}

export interface RegionReply extends Answered {
  command: 'region';
  query: string;
  total: number;
  results: (Result & { relation: Relation })[];
  /** How many of the total are about it; the others only mention it. */
  about: number;
  region: RegionRef | null;
  /** The divisions right below it, with the number of articles that name each or a place in it. */
  parts: RegionPart[];
  /**
   * Other regions of that name, where the name alone does not tell which: those that articles name, or all where they name
   * none (`total` is 0). Where `region` is null, places that the name only resembles and no article names: to be asked about.
   */
  others: RegionRef[];
  /** Articles that print the name without telling which of these they mean: in none of their results. Absent where there are none. */
  unplaced?: Result[];
  /** Which they may mean; there where `unplaced` is. */
  open_between?: RegionRef[];
}
