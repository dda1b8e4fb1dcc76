/** `/latest` and `/timeline`: articles by their days. */
import type { Answered, DateRef, Note, RegionRef, Result } from './parts.ts';

/** The newest first; those whose year is unknown last. */
export interface LatestReply extends Answered {
  command: 'latest';
  total: number;
  results: Result[];
  note?: Note;
}

/** `when` is the day of the event, or else of publication; `dated`: its year is known. */
export type TimelineEntry = Result & { when: DateRef; dated: boolean };

/** The oldest first, the undated ones after all others. */
export interface TimelineReply extends Answered {
  command: 'timeline';
  query: string;
  total: number;
  /** How many of the total are undated. */
  undated: number;
  results: TimelineEntry[];
  region: RegionRef | null;
  official: { name: string } | null;
  /** Others of that name, or holders of that title. */
  others: string[];
}
