import type { APIEmbed } from 'discord.js';
import type { ArticleReply } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { escapeMarkdown } from '../escape.ts';
import { lastSentenceEnd, MAX_FIELD_VALUE, takeGraphemes, truncate } from '../limits.ts';
import { fitEscaped, linkOf, provenance, titleOf } from './hit.ts';
import { COLOURS, pageButtons, type Payload, payload, type ViewContext } from './payload.ts';

// With the title, two fields and the footer this stays under the sum for all embeds.
const MAX_PAGE = 3000;
/** A page may be left this empty for the sake of ending at a paragraph, or else at a sentence. */
const FILLED = 1 / 3;

/** `/article`: the cleaned text, in pages that end at paragraphs; places and people on the first. */
export function articleView(reply: ArticleReply, context: ViewContext): Payload {
  const { locale } = context;
  const [{ article }] = reply.results;
  const pages = cutPages(reply.text, MAX_PAGE);
  const page = Math.min(Math.max(0, context.page ?? pageWith(pages, context.mark?.start ?? 0)), pages.length - 1);
  const embed: APIEmbed = {
    title: titleOf(locale, article),
    ...linkOf(article),
    description: escapeMarkdown(pages[page] ?? '').trim() || text(locale, 'view.empty'),
    fields: page === 0 ? cards(reply, context) : [],
    footer: { text: provenance(locale, article, 400) },
    color: COLOURS.quote,
  };
  return payload(context, {
    lines: [text(locale, 'view.article', { id: fitEscaped(article.id, 200), page: page + 1, pages: pages.length })],
    embeds: [embed],
    rows: [pageButtons(context, { page, pages: pages.length })],
  });
}

/** The page on which an offset of the whole text lies. */
function pageWith(pages: readonly string[], offset: number): number {
  let end = 0;
  return Math.max(0, pages.findIndex((page) => (end += page.length) > offset));
}

function cards(reply: ArticleReply, { locale }: ViewContext) {
  const regions = [...new Set(reply.regions.map(({ path, relation }) => `${path.join(' › ')}${relation === 'about' ? `（${text(locale, 'view.about')}）` : ''}`))];
  const officials = reply.officials.map(({ name, titles }) => `${name}${titles[0] ? `（${titles[0].text}）` : ''}`);
  const field = (name: string, values: string[]) => ({ name, value: truncate(values.map((value) => fitEscaped(value, 200)).join('、'), MAX_FIELD_VALUE) });
  return [
    ...(regions.length > 0 ? [field(text(locale, 'view.regions'), regions)] : []),
    ...(officials.length > 0 ? [field(text(locale, 'view.officials'), officials)] : []),
  ];
}

/**
 * Cuts a text into pages of at most `max` characters once escaped: after a paragraph, or else after a sentence.
 * Joined, the pages are the text.
 */
export function cutPages(whole: string, max: number): string[] {
  const pages: string[] = [];
  let rest = whole;
  while (rest.length > max || escapeMarkdown(rest).length > max) {
    let head = takeGraphemes(rest, max);
    while (escapeMarkdown(head).length > max) head = takeGraphemes(rest, Math.floor(head.length * 0.9));
    // One grapheme of thousands of marks: better cut than stuck.
    const at = head === '' ? max / 2 : goodEnd(head);
    pages.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pages, rest];
}

function goodEnd(head: string): number {
  const paragraph = head.lastIndexOf('\n') + 1;
  if (paragraph > head.length * FILLED) return paragraph;
  const sentence = lastSentenceEnd(head);
  return sentence > head.length * FILLED ? sentence : head.length;
}
