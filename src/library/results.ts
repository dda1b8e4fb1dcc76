import type { Article } from '../corpus/article.ts';
import type { Title } from '../people/official.ts';
import { isWithin } from '../places/region.ts';
import type { NamedOfficial, Quote, RegionRef, Result } from '../reply.ts';
import type { Span } from '../language/span.ts';
import { units } from '../search/quote/units.ts';
import type { StoredArticle } from './collection.ts';
import { articleRef, regionRef } from './refs.ts';

/** More names than this beside a quote are a list to read, not a hint. */
const MOST = 3;

/** A quote of an article, with whom it names and the places that its article is about. */
export function resultOf(stored: StoredArticle, span: Span, marks: [number, number][], score: number): Result {
  return {
    article: articleRef(stored.article),
    quote: quoteOf(stored.article, span, marks),
    score,
    regions: placesOf(stored),
    officials: namedIn(stored, span),
  };
}

/** A quote: the slice of the article's text itself, with `marks` in it where any are given. */
function quoteOf(article: Article, span: Span, marks: [number, number][] = []): Quote {
  return { text: article.text.slice(span.start, span.end), start: span.start, end: span.end, highlights: marks };
}

/**
 * The sentence (or clauses, of a long one) around an offset of the article's text, or the next; where none follows the last one.
 * A line end ends every sentence, so that only the lines in question are cut.
 */
export function sentenceAround({ text }: Pick<Article, 'text'>, offset: number): Span {
  for (let start = text.lastIndexOf('\n', offset - 1) + 1; start < text.length;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const found = units(text.slice(start, end)).find((unit) => start + unit.end > offset);
    if (found) return { start: start + found.start, end: start + found.end };
    start = end + 1;
  }
  return units(text).at(-1) ?? { start: 0, end: 0 };
}

/**
 * Which of the mentions to mark in a quote: those inside it, counted from its start. Of two that overlap the first.
 *
 * @param mentions ascending by `start`, offsets in the article's text
 */
export function marksIn(span: Span, mentions: readonly Span[]): [number, number][] {
  const marks: [number, number][] = [];
  for (const { start, end } of mentions) {
    if (start >= span.start && end <= span.end && start - span.start >= (marks.at(-1)?.[1] ?? 0))
      marks.push([start - span.start, end - span.start]);
  }
  return marks;
}

/** The places that the article is about, without those that only hold another of them. */
function placesOf({ regions }: StoredArticle): RegionRef[] {
  const about = regions.filter(({ relation }) => relation === 'about').map(({ region }) => region);
  return about
    .filter(({ code }) => !about.some((other) => other.code !== code && isWithin(other.code, code)))
    .slice(0, MOST)
    .map(regionRef);
}

/** The officials that the quote names, in its order, each with the title that stands in it, or else the article's first. */
function namedIn({ article, officials }: StoredArticle, { start, end }: Span): NamedOfficial[] {
  const inside = (span: Span) => span.start >= start && span.end <= end;
  return officials
    .map((official) => ({ official, at: official.mentions.find(inside) }))
    .filter((each): each is typeof each & { at: Span } => each.at !== undefined)
    .sort((a, b) => a.at.start - b.at.start)
    .slice(0, MOST)
    .map(({ official, at }) => ({
      name: article.text.slice(at.start, at.end),
      title: (official.titles.find(inside) ?? longest(official.titles))?.text ?? null,
    }));
}

const longest = (titles: readonly Title[]): Title | undefined => [...titles].sort((a, b) => b.text.length - a.text.length)[0];
