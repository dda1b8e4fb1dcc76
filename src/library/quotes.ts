import type { Article } from '../corpus/article.ts';
import type { Quote } from '../reply.ts';
import { units, type Span } from '../search/quote/sentences.ts';

/** A quote: the slice of the article's text itself, with `marks` in it where any are given. */
export function quoteOf(article: Article, span: Span, marks: [number, number][] = []): Quote {
  return { text: article.text.slice(span.start, span.end), start: span.start, end: span.end, highlights: marks };
}

/** The sentence (or clauses, of a long one) around an offset of the article's text; the first one where none is. */
export function sentenceAround(article: Article, offset: number): Span {
  const all = units(article.text);
  return all.find((unit) => unit.end > offset) ?? all.at(-1) ?? { start: 0, end: 0 };
}
