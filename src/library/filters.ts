import { dayOfIso, isInCalendar } from '../corpus/dates/calendar.ts';
import { fold } from '../language/script.ts';
import type { Note } from '../reply.ts';
import { UserError } from '../user-error.ts';
import { dayOf } from './refs.ts';
import type { Collection } from './collection.ts';
import { findOfficial } from './officials.ts';
import { articlesIn } from './region-articles.ts';
import { findRegion } from './regions.ts';
import { nearRegions } from './suggestions.ts';

/** Which articles to look in. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both ends included. */
export interface Filters {
  region?: string | undefined;
  official?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/**
 * Tells for an article's number whether the filters let it through. An article whose year is unknown passes no date
 * filter: it cannot be said to lie inside.
 *
 * @throws {UserError} `bad_date`, `date_order`; `unknown_region` and `unknown_official`, with names that are near.
 */
export function articleFilter(collection: Collection, filters: Filters): (article: number) => boolean {
  const tests: ((article: number) => boolean)[] = [];
  if (filters.region !== undefined) {
    const found = findRegion(collection, filters.region);
    if (!found.region) throw unknown('region', filters.region, nearRegions(collection, filters.region));
    const inside = new Set(articlesIn(collection, found.region.code));
    tests.push((article) => inside.has(article));
  }
  if (filters.official !== undefined) {
    const found = findOfficial(collection, filters.official);
    if (!found.person) throw unknown('official', filters.official, found.suggestions);
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
  const given = [shown, official, (from ?? to) ? `${from ?? ''}–${to ?? ''}` : undefined].filter((value) => value !== undefined);
  if (given.length === 0) return undefined;
  if (place && articlesIn(collection, place.code).length === 0)
    return { code: 'no_articles_in_region', values: { region: place.path.join('') } };
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

function unknown(kind: 'region' | 'official', query: string, suggestions: readonly string[]): UserError {
  const code = `unknown_${kind}`;
  return new UserError(code, `No ${kind} is called “${query}”.`, { query }, code, suggestions);
}

/**
 * The two days as they can be compared; null where neither is given.
 *
 * @throws {UserError} `bad_date` for what is no year, month or day of the calendar; `date_order` where they are the wrong way round
 */
export function checkedDays({ from, to }: Pick<Filters, 'from' | 'to'>): { from: string | undefined; to: string | undefined } | null {
  const days = { from: checkedDay('from', from), to: checkedDay('to', to) };
  if (days.from === undefined && days.to === undefined) return null;
  const length = Math.min(days.from?.length ?? 0, days.to?.length ?? 0);
  if (length > 0 && days.from!.slice(0, length) > days.to!.slice(0, length)) {
    throw new UserError('date_order', `from (${from}) is later than to (${to}): no day lies between them.`, { from: from!, to: to! });
  }
  return days;
}

/** 2018, 2018-5, 2018/05/25, 2018年5月, in either width. */
function checkedDay(option: 'from' | 'to', value: string | undefined): string | undefined {
  const day =
    value === undefined
      ? undefined
      : fold(value)
          .trim()
          .replace(/[年月](?=\d)/g, '-')
          .replace(/[年月日号]$/, '')
          .replace(/[/.]/g, '-')
          .replace(/-(\d)(?!\d)/g, '-0$1');
  if (day === undefined) return undefined;
  const known = dayOfIso(day);
  if (!known || !isInCalendar(known)) {
    throw new UserError('bad_date', `${option} should be a year, a month or a day, such as 2018, 2018-05 or 2018-05-25.`, {
      option,
      value: value ?? '',
    });
  }
  return day;
}
