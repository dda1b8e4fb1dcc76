import type { Title } from '../people/official.ts';
import { isWithin } from '../places/region.ts';
import type { NamedOfficial, RegionRef, Result } from '../reply.ts';
import type { Span } from '../search/quote/sentences.ts';
import type { Collection } from './collection.ts';
import { quoteOf } from './quotes.ts';
import { articleRef, regionRef } from './refs.ts';

/** More names than this beside a quote are a list to read, not a hint. */
const MOST = 3;

/** A quote of an article by number, with whom it names and the places that its article is about. */
export function resultOf(collection: Collection, number: number, span: Span, marks: [number, number][], score: number): Result {
  const article = collection.articles[number]!;
  return {
    article: articleRef(article),
    quote: quoteOf(article, span, marks),
    score,
    regions: placesOf(collection, number),
    officials: namedIn(collection, number, span),
  };
}

/** The places that an article is about, without those that only hold another of them. */
function placesOf(collection: Collection, number: number): RegionRef[] {
  const about = collection.regions[number]!.filter(({ relation }) => relation === 'about').map(({ region }) => region);
  return about
    .filter(({ code }) => !about.some((other) => other.code !== code && isWithin(other.code, code)))
    .slice(0, MOST)
    .map(regionRef);
}

/** The officials that the quote names, in its order, each with the title that stands in it, or else the article's first. */
function namedIn(collection: Collection, number: number, { start, end }: Span): NamedOfficial[] {
  const inside = (span: Span) => span.start >= start && span.end <= end;
  return collection.officials[number]!.map((official) => ({ official, at: official.mentions.find(inside) }))
    .filter((each): each is typeof each & { at: Span } => each.at !== undefined)
    .sort((a, b) => a.at.start - b.at.start)
    .slice(0, MOST)
    .map(({ official, at }) => ({
      name: collection.articles[number]!.text.slice(at.start, at.end),
      title: (official.titles.find(inside) ?? longest(official.titles))?.text ?? null,
    }));
}

const longest = (titles: readonly Title[]): Title | undefined => [...titles].sort((a, b) => b.text.length - a.text.length)[0];
