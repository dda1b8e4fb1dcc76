import { fold } from '../language/script.ts';
import type { Article } from '../corpus/article.ts';
import type { AskReply, Quote, Result, SearchReply } from '../reply.ts';
import type { Hit } from '../search/excerpt.ts';
import { highlights } from '../search/highlights.ts';
import type { Question } from '../search/question.ts';
import { units, type Span } from '../search/sentences.ts';
import type { Collection } from './collection.ts';
import { articleFilter, type Filters } from './filters.ts';
import { checkedQuery, DEFAULT_LIMIT, timed } from './queries.ts';
import { articleRef } from './refs.ts';

/** A quote, with no words marked: the slice of the article's text itself. */
export function quoteOf(article: Article, span: Span, marks: [number, number][] = []): Quote {
  return { text: article.text.slice(span.start, span.end), start: span.start, end: span.end, highlights: marks };
}

/** The sentence (or clauses, of a long one) around an offset of the article's text; the first one where none is. */
export function sentenceAround(article: Article, offset: number): Span {
  const all = units(article.text);
  return all.find((unit) => unit.end > offset) ?? all.at(-1) ?? { start: 0, end: 0 };
}

export function search(collection: Collection, query: string, options: Filters & { limit?: number | undefined }): SearchReply {
  return timed(() => {
    const checked = checkedQuery(query);
    const found = collection.engine.search(checked, options.limit ?? DEFAULT_LIMIT, articleFilter(collection, options));
    return { command: 'search', ok: true, query: checked, total: found.total, results: found.hits.map((hit) => result(collection, hit, found.question)) };
  });
}

export function ask(collection: Collection, question: string, options: Filters & { limit?: number | undefined }): AskReply {
  return timed(() => {
    const checked = checkedQuery(question);
    const answer = collection.engine.ask(checked, options.limit ?? DEFAULT_LIMIT, articleFilter(collection, options));
    return {
      command: 'ask', ok: true, question: checked,
      answered: answer.answered,
      confidence: Math.round(answer.confidence * 1000) / 1000,
      total: answer.total,
      results: answer.hits.map((hit) => result(collection, hit, answer.question)),
    };
  });
}

function result(collection: Collection, hit: Hit, question: Question): Result {
  const article = collection.articles[hit.article]!;
  const marks = highlights(fold(article.text.slice(hit.excerpt.start, hit.excerpt.end)), question);
  return { article: articleRef(article), quote: quoteOf(article, hit.excerpt, marks), score: Math.round(hit.score * 1000) / 1000 };
}
