import type { APIEmbed } from 'discord.js';
import type { ArticleReply } from '../../reply.ts';
import { dateWords } from '../../text/date-words.ts';
import { text } from '../../text/index.ts';
import { escapeMarkdown, plain } from '../escape.ts';
import { lastSentenceEnd, MAX_FIELD_VALUE, MAX_SELECT_OPTIONS, takeGraphemes, truncate } from '../limits.ts';
import { actionRow } from './actions.ts';
import { fitEscaped, linkOf, named, provenance, titleOf } from './hit.ts';
import { COLOURS, menu, pageButtons, type Payload, payload, pageNumber, type Row, type ViewContext } from './payload.ts';
import { boldMarkdown } from './quote.ts';
import { backButton } from './read.ts';
import { inScript, nameAsPrinted, placeAmong, placeName, quoteInScript, scriptButton, scriptNote } from './script.ts';

/** About what a phone shows in two screens; with the title, three fields and the footer far under the sum for all embeds. */
const MAX_PAGE = 1600;
const MAX_FIELD = 700;
/** A page may be left this empty for the sake of ending at a paragraph, or else at a sentence. */
const FILLED = 1 / 3;

/** `/article`: the cleaned text, in pages that end at paragraphs, a quote marked; dates, places and people on the first. */
export function articleView(reply: ArticleReply, context: ViewContext): Payload {
  const { locale, mark } = context;
  const [{ article }] = reply.results;
  const pages = cutPages(reply.text, MAX_PAGE);
  const page = Math.min(Math.max(0, context.page ?? pageAt(pages, mark?.start ?? 0)), pages.length - 1);
  const body = pages[page] ?? '';
  const place = { page, pages: pages.length };
  const embed: APIEmbed = {
    title: titleOf(context, article),
    ...linkOf(article),
    description:
      boldMarkdown(quoteInScript({ text: body, highlights: marksOn(pages, page, mark) }, context))
        .trim()
        .replace(/\n+/g, '\n\n') || text(locale, 'view.empty'),
    fields: page === 0 ? summary(reply, context) : [],
    footer: { text: provenance(locale, article, 400) },
    color: COLOURS.quote,
  };
  return payload(context, {
    lines: [
      text(locale, 'view.article', { place: pageNumber(locale, place) }),
      ...scriptNote(context),
      `-# ${text(locale, 'view.article_id', { id: fitEscaped(article.id, 200) })}`,
    ],
    embeds: [embed],
    rows: [
      pageButtons(context, place, [scriptButton(context, [body]), backButton(context)]),
      jumpMenu(pages, page, context),
      lookUpMenu(reply, context),
      actionRow(context, { voted: false, quoted: true }),
    ],
    quoted: [{ article, quote: { text: mark ? reply.text.slice(mark.start, mark.end) : '' } }],
  });
}

/** The page on which an offset of the whole text lies. */
function pageAt(pages: readonly string[], offset: number): number {
  let end = 0;
  return Math.max(
    0,
    pages.findIndex((page) => (end += page.length) > offset),
  );
}

/** The part of the mark that stands on a page, in its own offsets. */
function marksOn(pages: readonly string[], page: number, mark: ViewContext['mark']): [number, number][] {
  if (!mark) return [];
  const start = pages.slice(0, page).reduce((sum, { length }) => sum + length, 0);
  const [from, to] = [Math.max(0, mark.start - start), Math.min(pages[page]?.length ?? 0, mark.end - start)];
  return from < to ? [[from, to]] : [];
}

/** Dates with all that is known of them, places, and people with a title. */
function summary(reply: ArticleReply, context: ViewContext): { name: string; value: string }[] {
  const { locale } = context;
  const [
    {
      article: { published, event },
    },
  ] = reply.results;
  const dates = [
    published && text(locale, 'view.published', { date: dateWords(locale, published) }),
    event && text(locale, 'view.event', { date: dateWords(locale, event) }),
  ];
  const inText = reply.dates.map((date) => named(context, date.text, date.basis === 'inferred' ? date.iso : null));
  const regions = [
    ...new Set(
      reply.regions.map(({ path, relation }) =>
        named(context, placeAmong(locale, path, reply.regions), relation === 'about' ? text(locale, 'view.about') : null),
      ),
    ),
  ];
  const open = (reply.open_names ?? []).map(({ text: name, candidates }) =>
    named(context, inScript(name, context), candidates.map(({ path }) => placeName(locale, path)).join(text(locale, 'view.or'))),
  );
  const officials = reply.officials.map(({ name, titles }) =>
    named(context, nameAsPrinted(name, [reply.text], context), titles[0] ? inScript(titles[0].text, context) : null),
  );
  const field = (key: 'view.dates' | 'view.regions' | 'view.open_names' | 'view.officials', values: readonly string[], joint: string) =>
    values.length === 0
      ? []
      : [
          {
            name: text(locale, key),
            value: truncate(values.map((value) => fitEscaped(value, 300)).join(joint), key === 'view.dates' ? MAX_FIELD_VALUE : MAX_FIELD),
          },
        ];
  return [
    ...field(
      'view.dates',
      [
        ...dates.filter((date) => date !== null),
        ...(inText.length > 0 ? [text(locale, 'view.dates_in_text', { dates: inText.join('、') })] : []),
      ],
      '\n',
    ),
    ...field('view.regions', regions, '、'),
    ...field('view.open_names', open, '、'),
    ...field('view.officials', officials, '、'),
  ];
}

/** Pages by their first words; of more pages than a menu takes, the near ones and some of the others. */
function jumpMenu(pages: readonly string[], current: number, context: ViewContext): Row | null {
  if (pages.length <= 2) return null;
  const all = pages.map((_, page) => page);
  const step = Math.ceil(pages.length / (MAX_SELECT_OPTIONS - 5));
  const offered = pages.length <= MAX_SELECT_OPTIONS ? all : all.filter((page) => page % step === 0 || Math.abs(page - current) <= 2);
  return menu(
    context.links.jump,
    text(context.locale, 'view.jump'),
    offered.slice(0, MAX_SELECT_OPTIONS).map((page) => ({
      label: text(context.locale, 'view.page_number', { page: page + 1 }),
      value: String(page),
      description: inScript((pages[page] ?? '').trim().slice(0, 120), context),
    })),
  );
}

/** The people and places of the article, each of which can be looked up. */
function lookUpMenu({ officials, regions }: ArticleReply, context: ViewContext): Row | null {
  const people = officials.slice(0, 15).map(({ name, titles }) => ({
    label: `${text(context.locale, 'view.officials')} · ${name}`,
    description: titles[0]?.text ?? '',
    value: context.links.lookUp('official', name),
  }));
  const places = regions.map(({ path }) => ({
    label: `${text(context.locale, 'view.regions')} · ${placeName(context.locale, path)}`,
    description: '',
    value: context.links.lookUp('region', path.join('')),
  }));
  const entries = [...people, ...places].filter((entry): entry is typeof entry & { value: string } => entry.value !== null);
  return menu(
    context.links.open,
    text(context.locale, 'view.look_up'),
    entries.map((entry) => ({ ...entry, description: plain(entry.description) })),
  );
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
