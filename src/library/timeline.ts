import type { Article } from '../corpus/article.ts';
import type { Span } from '../language/span.ts';
import { shownName } from '../people/official.ts';
import type { Region } from '../places/region.ts';
import type { LatestReply, TimelineEntry, TimelineReply, Unmeasured } from '../reply.ts';
import type { Collection, Filter, StoredArticle, StoredPerson } from './collection.ts';
import { checkedDays } from './days.ts';
import { articleFilter, type Filters, noteOnFilters } from './filters.ts';
import { checkedQuery, DEFAULT_LIMIT } from './queries.ts';
import { datesOf, regionRef } from './refs.ts';
import { findingsIn, findRegion, mentionsOf, nearRegions } from './regions.ts';
import { marksIn, resultOf, sentenceAround } from './results.ts';

/** A timeline is read from its beginning: more than elsewhere, unless told. */
const DEFAULT_ENTRIES = 25;

interface Options {
  from?: string | undefined;
  to?: string | undefined;
  limit?: number | undefined;
}

/** The newest articles, each with its first sentence; those whose year is unknown come last, in the order of the corpus. */
export async function latest(collection: Collection, options: Filters & { limit?: number | undefined }): Promise<Unmeasured<LatestReply>> {
  const filter = await articleFilter(collection, options);
  const { ids, total } = await collection.page(filter, 'newest', 0, options.limit ?? DEFAULT_LIMIT);
  const note = total.value > 0 ? undefined : await noteOnFilters(collection, options, () => Promise.resolve(0));
  return {
    command: 'latest',
    ok: true,
    total: total.value,
    results: (await collection.articles(ids)).map((stored) => resultOf(stored, sentenceAround(stored.article, 0), [], 0)),
    ...(note ? { note } : {}),
  };
}

/**
 * What happened in a region, or around an official, in the order of the days that the articles print: one entry an
 * article, dated by its event or else by its publication. Those whose year is unknown stand apart, at the end, and fall
 * to any filter by date.
 *
 * @throws {UserError} `bad_date`
 */
export async function timeline(collection: Collection, query: string, options: Options): Promise<Unmeasured<TimelineReply>> {
  const checked = checkedQuery(query);
  const days = checkedDays(options);
  const subject = await subjectOf(collection, checked);
  const { filter } = subject;
  const list = filter && (days ? { ...filter, happened: days } : filter);
  const { ids, total } = list
    ? await collection.page(list, 'happened', 0, options.limit ?? DEFAULT_ENTRIES)
    : { ids: [], total: { value: 0 } };
  const [undated] = filter && !days ? await collection.count([{ ...filter, happened: 'unknown' }]) : [];
  return {
    command: 'timeline',
    ok: true,
    query: checked,
    region: subject.region ? regionRef(subject.region) : null,
    official: subject.person ? { name: shownName(subject.person) } : null,
    total: total.value,
    undated: undated?.value ?? 0,
    results: await subject.entries(await collection.articles(ids)),
    others: subject.others,
    ...(subject.suggestions.length > 0 ? { suggestions: subject.suggestions } : {}),
  };
}

/** What a timeline is of: which articles, and how entries are made of them. */
interface Subject {
  region: Region | null;
  person: StoredPerson | null;
  /** Null where the query names nothing. */
  filter: Filter | null;
  entries: (articles: readonly StoredArticle[]) => TimelineEntry[] | Promise<TimelineEntry[]>;
  others: string[];
  suggestions: string[];
}

/** Whom or what the query names: a person by name, or else a region, or else the holder of a title. */
async function subjectOf(collection: Collection, query: string): Promise<Subject> {
  const { by, people, suggestions } = await collection.people(query);
  const place = await findRegion(collection, query);
  const [person, ...namesakes] = people;
  const none = { region: null, person: null, filter: null, entries: () => [], others: [], suggestions: [] };
  if (person && (by === 'name' || !place.region)) {
    return {
      ...none,
      person,
      filter: { person: person.key },
      entries: (articles) => personEntries(collection, person, articles),
      others: namesakes.map(shownName),
    };
  }
  if (!place.region) return { ...none, suggestions: [...new Set([...suggestions, ...(await nearRegions(collection, query))])] };
  const { code } = place.region;
  return {
    ...none,
    region: place.region,
    filter: { within: code },
    entries: (articles) =>
      articles.map((stored) => {
        const mentions = mentionsOf(findingsIn(stored, code));
        return entryAt(stored, whereDated(stored.article) ?? mentions[0]?.start ?? 0, mentions);
      }),
    others: place.others.map(({ path }) => path.join('')),
  };
}

/** What the person did, or said; or else where the articles name them. */
async function personEntries(collection: Collection, { key }: StoredPerson, articles: readonly StoredArticle[]): Promise<TimelineEntry[]> {
  const ids = articles.map(({ article }) => article.id);
  const found = new Map((await collection.appearances(key, ids)).map((one) => [one.article, one]));
  return articles.map((stored) => {
    const here = found.get(stored.article.id);
    const at = here?.acts[0]?.start ?? here?.statements[0]?.start ?? here?.titles[0]?.start ?? here?.mentions[0]?.start ?? 0;
    return entryAt(stored, at, here?.mentions ?? []);
  });
}

function entryAt(stored: StoredArticle, at: number, mentions: readonly Span[]): TimelineEntry {
  const span = sentenceAround(stored.article, at);
  const when = datesOf(stored.article).happened;
  return { ...resultOf(stored, span, marksIn(span, mentions), 0), when, dated: when.iso !== null };
}

/** Where the text prints the day of its event; null where it prints none. */
function whereDated({ event, text }: Article): number | null {
  const at = event ? text.indexOf(event.text) : -1;
  return at < 0 ? null : at;
}
