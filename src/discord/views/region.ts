import type { RegionReply } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { escapeMarkdown } from '../escape.ts';
import { truncate } from '../limits.ts';
import { hitEmbed } from './hit.ts';
import { COLOURS, menu, pageButtons, pageOf, type Payload, payload, readMenu, shown, suggestions, type ViewContext } from './payload.ts';

/** `/region`: the articles about a place, then those that only mention it, each labelled. */
export function regionView(reply: RegionReply, context: ViewContext): Payload {
  const { locale } = context;
  const about = reply.results.filter(({ relation }) => relation === 'about');
  const page = pageOf([...about, ...reply.results.filter(({ relation }) => relation === 'mentioned')], context.page);
  const near = suggestions(context, reply.suggestions);
  const path = reply.region ? `**${escapeMarkdown(reply.region.path.join(' › '))}**` : `「${shown(reply.query)}」`;
  const head = reply.results.length === 0
    ? text(locale, 'view.none', { query: shown(reply.query) })
    : text(locale, 'view.region', { path, total: reply.total, page: page.page + 1, pages: page.pages });
  const names = reply.others.map((other) => other.path.join(' › '));
  const others = names.length > 0 ? [text(locale, 'view.others', { names: truncate(names.map(escapeMarkdown).join('、'), 600) })] : [];
  const choices = reply.others.map((other) => ({ label: other.path.join(' › '), value: other.path.join('') }));
  return payload(context, {
    lines: [head, ...others, ...near.lines],
    embeds: page.items.map((result) => hitEmbed(locale, result, {
      label: text(locale, result.relation === 'about' ? 'view.about' : 'view.mentioned'),
      colour: result.relation === 'about' ? COLOURS.quote : COLOURS.mentioned,
    })),
    rows: [
      pageButtons(context, page), readMenu(context, page.items),
      near.row ?? menu(context.links.suggest, text(locale, 'view.suggest_menu'), choices),
    ],
  });
}
