import type { Span } from '../../language/span.ts';

/** What is known of an article beyond its words. Whoever keeps the collection tells it for the candidates of a question. */
export interface Facts {
  /** The days it is of (published; of its event), ISO. */
  days: readonly string[];
  /** Stretches of its text that meet the demand by what was extracted: a holder's title with the name, a speaker's statement. */
  met: readonly Span[];
}

export const NO_FACTS: Facts = { days: [], met: [] };

/** By an article's number in the index that the candidates came with. */
export type FactsOf = (article: number) => Facts;
