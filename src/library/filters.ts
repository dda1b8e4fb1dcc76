import type { Note } from '../reply.ts';
import { UserError } from '../user-error.ts';
import type { Collection, Filter } from './collection.ts';
import { checkedDays } from './days.ts';
import { findRegion, nearRegions } from './regions.ts';

/** Which articles to look in. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both ends included. */
export interface Filters {
  region?: string | undefined;
  official?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/**
 * What the filters mean in this collection. An article whose year is unknown passes no date filter: it cannot be said to
 * lie inside.
 *
 * @throws {UserError} `bad_date`, `date_order`; `unknown_region` and `unknown_official`, with names that are near.
 */
export async function articleFilter(collection: Collection, { region, official, from, to }: Filters): Promise<Filter> {
  const filter: { -readonly [K in keyof Filter]: Filter[K] } = {};
  if (region !== undefined) {
    const found = await findRegion(collection, region);
    if (!found.region) throw unknown('region', region, await nearRegions(collection, region));
    filter.within = found.region.code;
  }
  if (official !== undefined) {
    const { people, suggestions } = await collection.people(official);
    if (!people[0]) throw unknown('official', official, suggestions);
    filter.person = people[0].key;
  }
  const days = checkedDays({ from, to });
  if (days) filter.days = days;
  return filter;
}

/**
 * Why nothing was found within the filters: no article names the region, none fits them all, or only without them is
 * there something (`without` passages). Undefined where the filters are not to blame.
 */
export async function noteOnFilters(collection: Collection, filters: Filters, without: () => Promise<number>): Promise<Note | undefined> {
  const { region, official, from, to } = filters;
  const place = region === undefined ? null : (await findRegion(collection, region)).region;
  // A choice from the list is sent as a code, which nobody has typed.
  const shown = place && place.code === region?.trim() ? place.path.join('') : region;
  const named = [shown, official].filter((value) => value !== undefined);
  const days = (from ?? to) ? [`${from ?? ''}–${to ?? ''}`] : [];
  if (named.length + days.length === 0) return undefined;
  const [inPlace, inAll] = await collection.count([place ? { within: place.code } : {}, await articleFilter(collection, filters)]);
  if (place && inPlace!.value === 0) return { code: 'no_articles_in_region', values: { region: place.path.join('') } };
  // `named`, `from` and `to` besides, for whoever says the days in a language.
  const values = { filters: [...named, ...days].join('、'), named: named.join('、'), from: from ?? '', to: to ?? '' };
  if (inAll!.value === 0) return { code: 'nothing_within_filters', values };
  const total = await without();
  return total > 0 ? { code: 'found_without_filters', values: { ...values, total } } : undefined;
}

function unknown(kind: 'region' | 'official', query: string, suggestions: readonly string[]): UserError {
  const code = `unknown_${kind}`;
  return new UserError(code, `No ${kind} is called “${query}”.`, { query }, code, suggestions);
}
