import type { SearchReply } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { hitEmbed } from './hit.ts';
import { noteLines } from './note.ts';
import { pageButtons, pageOf, type Payload, payload, readMenu, shown, suggestions, type ViewContext } from './payload.ts';

/** `/search`: up to five passages a page. */
export function searchView(reply: SearchReply, context: ViewContext): Payload {
  const { locale } = context;
  const page = pageOf(reply.results, context.page);
  const near = suggestions(context, reply.suggestions);
  const head = reply.results.length === 0
    ? text(locale, 'view.none', { query: shown(reply.query) })
    : text(locale, 'view.found', { query: shown(reply.query), total: reply.total, page: page.page + 1, pages: page.pages });
  return payload(context, {
    lines: [head, ...noteLines(locale, reply.note), ...near.lines],
    embeds: page.items.map((result) => hitEmbed(locale, result)),
    rows: [pageButtons(context, page), readMenu(context, page.items), near.row],
  });
}
