import type { APIEmbed } from 'discord.js';
import type { ArticleRef, Result } from '../../reply.ts';
import { dateWords } from '../../text/date-words.ts';
import { type Locale, text } from '../../text/index.ts';
import { escapeMarkdown, plain } from '../escape.ts';
import { ELLIPSIS, takeGraphemes, truncate } from '../limits.ts';
import { COLOURS } from './payload.ts';
import { quoteMarkdown } from './quote.ts';

// Five of these, with a label of 20 each, stay under the 6000 characters of all embeds together.
const MAX_TITLE = 120;
const MAX_QUOTE = 820;
const MAX_FOOTER = 220;

/** Source and date of an article, for a footer: no markdown there, so nothing is escaped. */
export function provenance(locale: Locale, article: ArticleRef, max = MAX_FOOTER): string {
  const source = article.source === null ? text(locale, 'view.source_unknown') : text(locale, 'view.source', { source: article.source });
  const words = dateWords(locale, article.date);
  const key = article.published === null && article.event !== null ? 'view.event' : 'view.published';
  const date = article.date.text === '' ? words : text(locale, key, { date: words });
  return truncate(plain(`${source} · ${date}`), max);
}

/** An article's title for an embed, with a word where it is not the article's own. */
export function titleOf(locale: Locale, article: ArticleRef): string {
  const title = fitEscaped(article.title, MAX_TITLE);
  return article.title_basis === 'derived' ? text(locale, 'view.title_derived', { title }) : title;
}

/** Escaped, and at most `max` long without an escape cut in two. */
export function fitEscaped(raw: string, max: number): string {
  const line = raw.replace(/\s+/g, ' ').trim();
  for (let budget = max; budget > ELLIPSIS.length;) {
    const escaped = escapeMarkdown(line.length > budget ? takeGraphemes(line, budget - ELLIPSIS.length) + ELLIPSIS : line);
    if (escaped.length <= max) return escaped;
    budget = Math.min(budget - 1, Math.floor((budget * max) / escaped.length));
  }
  return ELLIPSIS;
}

/** The address of an article, where a link to it can be shown. */
export function linkOf(article: ArticleRef): { url: string } | object {
  return article.url !== null && article.url.length <= 2048 && /^https?:\/\/\S+$/.test(article.url) && URL.canParse(article.url) ? { url: article.url } : {};
}

/** One passage: title, the quote with its matched words bold, source and date. */
export function hitEmbed(locale: Locale, { article, quote }: Result, { label, colour = COLOURS.quote }: { label?: string; colour?: number } = {}): APIEmbed {
  return {
    ...(label === undefined ? {} : { author: { name: label } }),
    title: titleOf(locale, article),
    ...linkOf(article),
    description: quoteMarkdown(quote, MAX_QUOTE) || escapeMarkdown(ELLIPSIS),
    footer: { text: provenance(locale, article) },
    color: colour,
  };
}
