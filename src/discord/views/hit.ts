import type { APIEmbed } from 'discord.js';
import type { ArticleRef, NamedOfficial, RegionRef, Result } from '../../reply.ts';
import { type Locale, text } from '../../text/index.ts';
import { shortDate } from '../../text/short-date.ts';
import { escapeMarkdown, plain } from '../escape.ts';
import { ELLIPSIS, takeGraphemes, truncate } from '../limits.ts';
import { COLOURS, type ViewContext } from './payload.ts';
import { quoteMarkdown } from './quote.ts';
import { inScript, placeAmong, quoteInScript } from './script.ts';

// Five of these with a label of 60 each, a card of 500 and a question spelled out stay under the 6000 characters of all
// embeds together.
const MAX_TITLE = 120;
const MAX_QUOTE = 420;
const MAX_CHIPS = 120;
const MAX_FOOTER = 180;

/** Source and date of an article, for a footer: no markdown there, so nothing is escaped. */
export function provenance(locale: Locale, article: ArticleRef, max = MAX_FOOTER): string {
  const source =
    article.source === null ? text(locale, 'view.source_unknown') : text(locale, 'view.source', { source: truncate(article.source, 60) });
  const words = shortDate(locale, article.date);
  const key = article.published === null && article.event !== null ? 'view.event' : 'view.published';
  const date = article.date.text === '' ? words : text(locale, key, { date: words });
  return truncate(plain(`${capital(source)} · ${date}`), max);
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** An article's title for an embed, with a word where it is not the article's own. */
export function titleOf(context: Pick<ViewContext, 'locale' | 'script'>, article: ArticleRef): string {
  const title = fitEscaped(inScript(article.title, context), MAX_TITLE);
  return article.title_basis === 'derived' ? text(context.locale, 'view.title_derived', { title }) : title;
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
export function linkOf(article: ArticleRef): { url?: string } {
  return article.url !== null && article.url.length <= 2048 && /^https?:\/\/\S+$/.test(article.url) && URL.canParse(article.url)
    ? { url: article.url }
    : {};
}

/** A name with what is said of it in brackets. */
export function named({ locale }: Pick<ViewContext, 'locale'>, name: string, note: string | null): string {
  return note === null ? name : text(locale, 'view.noted', { name, note });
}

/** Where and who, in one small line: as many as fit, the first ones first. */
export function chips(
  context: Pick<ViewContext, 'script' | 'locale'>,
  regions: readonly RegionRef[],
  officials: readonly NamedOfficial[],
): string {
  const places = regions.map(({ path }) => placeAmong(context.locale, path, regions, ''));
  const people = officials.map(({ name, title }) =>
    named(context, inScript(name, context), title === null ? null : inScript(title, context)),
  );
  const parts = [
    ...(places.length > 0 ? [`${text(context.locale, 'view.regions')} ${fitEscaped(places.join('、'), MAX_CHIPS / 3)}`] : []),
    ...(people.length > 0 ? [`${text(context.locale, 'view.officials')} ${fitEscaped(people.join('、'), MAX_CHIPS / 2)}`] : []),
  ];
  return parts.length === 0 ? '' : `\n-# ${parts.join(' · ')}`;
}

/** How a passage is drawn among others. */
export interface HitStyle {
  /** In small above it: its day in a timeline. */
  label?: string;
  colour?: number;
  /** The passage before it, or behind it, is of the same article: its title, or its source, is told once. */
  follows?: boolean;
  goesOn?: boolean;
  /** So many passages more of its article fit. */
  more?: number;
}

type Drawn = Pick<ViewContext, 'locale' | 'script' | 'people'>;

/** One passage: title, the quote with its matched words bold, place and people, source and date. */
export function hitEmbed(
  context: Drawn,
  { article, quote, regions, officials }: Result,
  { label, number, colour = COLOURS.quote, follows = false, goesOn = false, more = 0 }: HitStyle & { number?: number } = {},
): APIEmbed {
  const title = follows ? [] : [titleOf(context, article)];
  const left = more > 0 ? `\n-# ${text(context.locale, 'view.more_in_article', { more })}` : '';
  return {
    ...(label === undefined ? {} : { author: { name: truncate(plain(label), 60) } }),
    title: [...(number === undefined ? [] : [String(number)]), ...title].join(' · '),
    ...(follows ? {} : linkOf(article)),
    description:
      (quoteMarkdown(quoteInScript(quote, context), MAX_QUOTE) || escapeMarkdown(ELLIPSIS)) + chips(context, regions, officials) + left,
    ...(goesOn ? {} : { footer: { text: provenance(context.locale, article) } }),
    color: colour,
  };
}

/** The passages of a page, numbered where there are several: the menu to read them has the same numbers. */
export function hitEmbeds(
  context: Drawn,
  results: readonly Result[],
  style: (result: Result, at: number) => HitStyle = () => ({}),
): APIEmbed[] {
  return results.map((result, at) =>
    hitEmbed(context, result, { ...style(result, at), ...(results.length > 1 ? { number: at + 1 } : {}) }),
  );
}
