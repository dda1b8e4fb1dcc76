import type { Article } from '../corpus/article.ts';
import type { Person } from '../people/merge-officials.ts';
import { shownName } from '../people/official.ts';
import type { Region } from '../places/region.ts';
import type { TimelineEntry, TimelineReply } from '../reply.ts';
import type { Collection } from './collection.ts';
import { groupedByDay } from './catalogue.ts';
import { checkedDays, isWithinDays } from './filters.ts';
import { articlesOf, findOfficial } from './officials.ts';
import { checkedQuery, timed } from './queries.ts';
import { sentenceAround } from './quotes.ts';
import { datesOf, happenedOn, regionRef } from './refs.ts';
import { articlesIn, findingsIn } from './region-articles.ts';
import { findRegion } from './regions.ts';
import { resultOf } from './results.ts';
import { nearRegions } from './suggestions.ts';

/** A timeline is read from its beginning: more than elsewhere, unless told. */
const DEFAULT_LIMIT = 25;
interface Options {
  from?: string | undefined;
  to?: string | undefined;
  limit?: number | undefined;
}

/**
 * What happened in a region, or around an official, in the order of the days that the articles print: one entry an
 * article, dated by its event or else by its publication. Those whose year is unknown stand apart, at the end, and fall
 * to any filter by date.
 *
 * @throws {UserError} `bad_date`
 */
export function timeline(collection: Collection, query: string, options: Options): TimelineReply {
  return timed(() => {
    const checked = checkedQuery(query);
    const days = checkedDays(options);
    const subject = subjectOf(collection, checked);
    const happened = (number: number) => happenedOn(collection.articles[number]!);
    const numbers = subject.numbers.filter((number) => days === null || isWithinDays(happened(number), days.from, days.to));
    const undated = numbers.filter((number) => happened(number) === null);
    const dated = numbers.filter((number) => happened(number) !== null);
    const inOrder = [...groupedByDay(dated, happened).flat(), ...undated];
    return {
      command: 'timeline',
      ok: true,
      query: checked,
      region: subject.region ? regionRef(subject.region) : null,
      official: subject.person ? { name: shownName(subject.person) } : null,
      total: numbers.length,
      undated: undated.length,
      results: inOrder.slice(0, options.limit ?? DEFAULT_LIMIT).map(subject.entry),
      others: subject.others,
      ...(subject.suggestions.length > 0 ? { suggestions: subject.suggestions } : {}),
    };
  });
}

/** What a timeline is of: numbers of articles, and how an entry is made of one. */
interface Subject {
  region: Region | null;
  person: Person | null;
  numbers: readonly number[];
  entry: (number: number) => TimelineEntry;
  others: string[];
  suggestions: string[];
}

/** Whom or what the query names: a person by name, or else a region, or else the holder of a title. */
function subjectOf(collection: Collection, query: string): Subject {
  const found = findOfficial(collection, query);
  const place = findRegion(collection, query);
  const none = {
    region: null,
    person: null,
    numbers: [],
    entry: (number: number) => entryAt(collection, number, 0, []),
    others: [],
    suggestions: [],
  };
  if (found.person && (found.by === 'name' || !place.region)) {
    const { person } = found;
    return {
      ...none,
      person,
      numbers: articlesOf(collection, person),
      entry: (number) => personEntry(collection, number, person),
      others: found.others.map(shownName),
    };
  }
  if (!place.region) return { ...none, suggestions: [...new Set([...found.suggestions, ...nearRegions(collection, query)])] };
  const { code } = place.region;
  const entry = (number: number) => {
    const mentions = findingsIn(collection, number, code)
      .flatMap((finding) => finding.mentions)
      .sort((a, b) => a.start - b.start);
    return entryAt(collection, number, whereDated(collection.articles[number]!) ?? mentions[0]?.start ?? 0, mentions);
  };
  return {
    ...none,
    region: place.region,
    numbers: articlesIn(collection, code),
    entry,
    others: place.others.map(({ path }) => path.join('')),
  };
}

/** What the person did, or said; or else where the article names them. */
function personEntry(collection: Collection, number: number, { name }: Person): TimelineEntry {
  const official = collection.officials[number]!.find((each) => each.name === name);
  const at = official?.acts[0]?.start ?? official?.statements[0]?.start ?? official?.titles[0]?.start ?? official?.mentions[0]?.start ?? 0;
  return entryAt(collection, number, at, official?.mentions ?? []);
}

function entryAt(collection: Collection, number: number, at: number, mentions: readonly { start: number; end: number }[]): TimelineEntry {
  const article = collection.articles[number]!;
  const span = sentenceAround(article, at);
  const marks: [number, number][] = [];
  for (const { start, end } of mentions) {
    if (start >= span.start && end <= span.end && start - span.start >= (marks.at(-1)?.[1] ?? 0))
      marks.push([start - span.start, end - span.start]);
  }
  const when = datesOf(article).happened;
  return { ...resultOf(collection, number, span, marks, 0), when, dated: when.iso !== null };
}

/** Where the text prints the day of its event; null where it prints none. */
function whereDated({ event, text }: Article): number | null {
  const at = event ? text.indexOf(event.text) : -1;
  return at < 0 ? null : at;
}
