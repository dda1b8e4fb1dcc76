import type { LatestReply, SearchReply, TimelineReply } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { searchRead } from '../../text/search-read.ts';
import { shortDate } from '../../text/short-date.ts';
import { escapeMarkdown } from '../escape.ts';
import { truncate } from '../limits.ts';
import { actionRow } from './actions.ts';
import { hitEmbeds } from './hit.ts';
import { noteLines } from './note.ts';
import {
  COLOURS,
  pageButtons,
  pageOf,
  type Payload,
  payload,
  pageNumber,
  shown,
  suggestions,
  type ViewContext,
  whatToTry,
} from './payload.ts';
import { readMenu } from './read.ts';
import { together } from './together.ts';
import { placeName, scriptButton, scriptNote } from './script.ts';

/** `/search`: up to five passages a page, those of one article together under one title. */
export function searchView(reply: SearchReply, context: ViewContext): Payload {
  const { locale } = context;
  const { results, more } = together(reply);
  const page = pageOf(results, context.page);
  const isSame = (at: number, other: number) => page.items[at]?.article.id === page.items[other]?.article.id;
  const near = suggestions(context, reply.suggestions);
  const head =
    reply.results.length === 0
      ? text(locale, 'view.none', { query: shown(reply.query) })
      : text(locale, 'view.found', { query: shown(reply.query), total: reply.total, place: pageNumber(locale, page) });
  const read = searchRead(locale, reply.read, shown);
  return payload(context, {
    lines: [
      head,
      ...(read === '' ? [] : [`-# ${read}`]),
      ...noteLines(locale, reply.note),
      ...near.lines,
      ...whatToTry(context, reply),
      ...scriptNote(context),
    ],
    embeds: hitEmbeds(context, page.items, ({ article }, at) => ({
      follows: isSame(at - 1, at),
      goesOn: isSame(at, at + 1),
      more: isSame(at, at + 1) ? 0 : (more.get(article.id) ?? 0),
    })),
    rows: [
      pageButtons(context, page, [
        scriptButton(
          context,
          page.items.map(({ quote }) => quote.text),
        ),
      ]),
      readMenu(context, page.items),
      near.row,
      actionRow(context, { voted: page.items.length > 0, quoted: page.items.length > 0 }),
    ],
    quoted: page.items,
  });
}

/** `/latest`: each article with its first sentence. */
export function latestView(reply: LatestReply, context: ViewContext): Payload {
  const { locale } = context;
  const page = pageOf(reply.results, context.page);
  return payload(context, {
    lines: [
      reply.total === 0
        ? text(locale, 'view.latest_none')
        : text(locale, 'view.latest', { total: reply.total, place: pageNumber(locale, page) }),
      ...noteLines(locale, reply.note),
      ...scriptNote(context),
    ],
    embeds: hitEmbeds(context, page.items),
    rows: [
      pageButtons(context, page, [
        scriptButton(
          context,
          page.items.map(({ quote }) => quote.text),
        ),
      ]),
      readMenu(context, page.items),
      actionRow(context, { voted: false, quoted: page.items.length > 0 }),
    ],
    quoted: page.items,
  });
}

/** `/timeline`: what happened when, each under its day; what has no year is grey and last. */
export function timelineView(reply: TimelineReply, context: ViewContext): Payload {
  const { locale } = context;
  const page = pageOf(reply.results, context.page);
  const near = suggestions(context, reply.suggestions);
  const name = reply.official?.name ?? (reply.region ? placeName(locale, reply.region.path) : undefined);
  const head =
    name === undefined
      ? text(locale, 'view.none', { query: shown(reply.query) })
      : text(locale, 'view.timeline', { name: `**${shown(name)}**`, total: reply.total, place: pageNumber(locale, page) });
  const undated = reply.undated > 0 ? [text(locale, 'view.timeline_undated', { undated: reply.undated })] : [];
  const others =
    reply.others.length > 0 ? [text(locale, 'view.same_name', { names: truncate(reply.others.map(escapeMarkdown).join('、'), 400) })] : [];
  return payload(context, {
    lines: [head, ...undated, ...others, ...near.lines, ...scriptNote(context)],
    embeds: hitEmbeds(context, page.items, (_, at) => {
      const { when, dated } = page.items[at]!;
      return {
        label: dated || when.text !== '' ? shortDate(locale, when) : text(locale, 'view.undated'),
        colour: dated ? COLOURS.day : COLOURS.nearest,
      };
    }),
    rows: [
      pageButtons(context, page, [
        scriptButton(
          context,
          page.items.map(({ quote }) => quote.text),
        ),
      ]),
      readMenu(context, page.items),
      near.row,
      actionRow(context, { voted: false, quoted: page.items.length > 0 }),
    ],
    quoted: page.items,
  });
}
