import type { LatestReply } from '../reply.ts';
import type { Collection } from './collection.ts';
import { articleFilter, type Filters, noteOnFilters } from './filters.ts';
import { DEFAULT_LIMIT, timed } from './queries.ts';
import { sentenceAround } from './quotes.ts';
import { resultOf } from './results.ts';

/** The newest articles, each with its first sentence; those whose year is unknown come last, in the order of the corpus. */
export function latest(collection: Collection, options: Filters & { limit?: number | undefined }): LatestReply {
  return timed(() => {
    const passes = articleFilter(collection, options);
    const numbers = collection.catalogue.newest.filter(passes);
    const note = numbers.length > 0 ? undefined : noteOnFilters(collection, options, () => 0);
    return {
      command: 'latest',
      ok: true,
      total: numbers.length,
      results: numbers
        .slice(0, options.limit ?? DEFAULT_LIMIT)
        .map((number) => resultOf(collection, number, sentenceAround(collection.articles[number]!, 0), [], 0)),
      ...(note ? { note } : {}),
    };
  });
}
