import type { Note } from '../reply.ts';
import { UserError } from '../user-error.ts';
import { dayOf } from './refs.ts';
import type { Collection } from './collection.ts';
import { findOfficial } from './officials.ts';
import { articlesIn } from './region-articles.ts';
import { findRegion } from './regions.ts';

/** Which articles to look in. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both ends included. */
export interface Filters { region?: string | undefined; official?: string | undefined; from?: string | undefined; to?: string | undefined }

/**
 * Tells for an article's number whether the filters let it through. An article whose year is unknown passes no date
 * filter: it cannot be said to lie inside.
 *
 * @throws {UserError} `bad_option` for a date of another form, `unknown_region`, `unknown_official`.
 */
export function articleFilter(collection: Collection, filters: Filters): (article: number) => boolean {
  const tests: ((article: number) => boolean)[] = [];
  if (filters.region !== undefined) {
    const found = findRegion(collection, filters.region);
    if (!found.region) throw new UserError('unknown_region', `No region is called “${filters.region}”.`, { query: filters.region });
    const inside = articlesIn(collection, found.region.code);
    tests.push((article) => inside.has(article));
  }
  if (filters.official !== undefined) {
    const found = findOfficial(collection, filters.official);
    if (!found.person) throw new UserError('unknown_official', `No official is called “${filters.official}”.`, { query: filters.official });
    const articles = new Set(found.person.articles);
    tests.push((article) => articles.has(collection.articles[article]!.id));
  }
  const days = checkedDays(filters);
  if (days) tests.push((article) => isWithinDays(dayOf(collection.articles[article]!), days.from, days.to));
  return (article) => tests.every((test) => test(article));
}

/**
 * Why nothing was found within the filters: no article names the region, none fits them all, or only without them is
 * there something (`without` passages). Undefined where the filters are not to blame.
 */
export function noteOnFilters(collection: Collection, filters: Filters, without: () => number): Note | undefined {
  const { region, official, from, to } = filters;
  const place = region === undefined ? null : findRegion(collection, region).region;
  // A choice from the list is sent as a code, which nobody has typed.
  const shown = place && place.code === region?.trim() ? place.path.join('') : region;
  const given = [shown, official, from ?? to ? `${from ?? ''}–${to ?? ''}` : undefined].filter((value) => value !== undefined);
  if (given.length === 0) return undefined;
  if (place && articlesIn(collection, place.code).size === 0) return { code: 'no_articles_in_region', values: { region: place.path.join('') } };
  const passes = articleFilter(collection, filters);
  const values = { filters: given.join('、') };
  if (!collection.articles.some((_, article) => passes(article))) return { code: 'nothing_within_filters', values };
  const total = without();
  return total > 0 ? { code: 'found_without_filters', values: { ...values, total } } : undefined;
}

/** Whether `day`, itself perhaps only a year or a month, can lie between the two, each end included. */
export function isWithinDays(day: string | null, from: string | undefined, to: string | undefined): boolean {
  if (day === null) return false;
  // '2018-05' compared with '2018-05-25' to the length of the shorter: both ends include what they name.
  const clipped = (other: string) => [day.slice(0, other.length), other.slice(0, day.length)] as const;
  if (from !== undefined && clipped(from)[0] < clipped(from)[1]) return false;
  return to === undefined || clipped(to)[0] <= clipped(to)[1];
}

/** The two days as they can be compared; null where neither is given. @throws {UserError} `bad_date` */
export function checkedDays({ from, to }: Pick<Filters, 'from' | 'to'>): { from: string | undefined; to: string | undefined } | null {
  const days = { from: checkedDay('from', from), to: checkedDay('to', to) };
  return days.from === undefined && days.to === undefined ? null : days;
}

function checkedDay(option: 'from' | 'to', value: string | undefined): string | undefined {
  const day = value?.trim().replace(/[/.]/g, '-').replace(/-(\d)(?!\d)/g, '-0$1');
  if (day !== undefined && !/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(day)) {
    throw new UserError('bad_date', `${option} should be a year, a month or a day, such as 2018, 2018-05 or 2018-05-25.`, { option, value: value ?? '' });
  }
  return day;
}
