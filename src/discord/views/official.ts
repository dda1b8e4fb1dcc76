import type { APIEmbed } from 'discord.js';
import type { ArticleRef, OfficialRef, OfficialReply, StatementRef } from '../../reply.ts';
import { type Locale, text } from '../../text/index.ts';
import { escapeMarkdown, plain } from '../escape.ts';
import { fitLines, truncate } from '../limits.ts';
import { fitEscaped, hitEmbed, provenance } from './hit.ts';
import { COLOURS, menu, pageButtons, pageOf, type Payload, payload, readMenu, shown, suggestions, type ViewContext } from './payload.ts';
import { quoteMarkdown } from './quote.ts';

const MAX_TITLES = 800;
const MAX_STATEMENT = 600;
const MAX_ORIGIN = 250;
/** Of someone who is not quoted, passages that name them: with the titles there is room for one less than usual. */
const PASSAGES_PER_PAGE = 4;

/** `/official`: who the person is in the articles' words, and what they said, five statements a page. */
export function officialView(reply: OfficialReply, context: ViewContext): Payload {
  const { locale } = context;
  const { official } = reply;
  const near = suggestions(context, reply.suggestions);
  const others = otherPeople(reply.others, context);
  const articles = new Map(reply.results.map(({ article }) => [article.id, article]));
  if (!official) {
    const page = pageOf(reply.results, context.page);
    return payload(context, {
      lines: [text(locale, 'view.none', { query: shown(reply.query) }), ...others.lines, ...near.lines],
      embeds: page.items.map((result) => hitEmbed(locale, result, { colour: COLOURS.nearest })),
      rows: [pageButtons(context, page), readMenu(context, page.items), near.row ?? others.row],
    });
  }
  const said = pageOf(official.statements, context.page);
  const named = pageOf(reply.results, context.page, PASSAGES_PER_PAGE);
  const silent = official.statements.length === 0;
  const page = silent ? named : said;
  const quotes = silent
    ? named.items.map((result) => hitEmbed(locale, result))
    : said.items.map((statement) => statementEmbed(locale, statement, articles.get(statement.article)));
  const counts = { total: reply.total, statements: official.statements.length, page: page.page + 1, pages: page.pages };
  return payload(context, {
    lines: [text(locale, 'view.official', { name: `**${fitEscaped(official.name, 100)}**`, ...counts }), ...others.lines, ...near.lines],
    embeds: [titlesEmbed(locale, official), ...quotes],
    rows: [pageButtons(context, page), readMenu(context, reply.results), others.row ?? near.row],
  });
}

function titlesEmbed(locale: Locale, official: OfficialRef): APIEmbed {
  const titles = [...new Set(official.titles.map((title) => title.text))].map((title) => fitEscaped(title, 200));
  const more = (left: number) => text(locale, 'view.more', { left });
  return {
    title: text(locale, 'view.titles'),
    description: titles.length > 0 ? fitLines(titles, MAX_TITLES, more) : text(locale, 'view.no_titles'),
    color: COLOURS.card,
  };
}

function statementEmbed(locale: Locale, statement: StatementRef, article: ArticleRef | undefined): APIEmbed {
  const origin = article ? `${plain(article.title)} · ${provenance(locale, article)}` : statement.article;
  const verb = statement.speaker === 'continued' ? `${statement.verb}（${text(locale, 'view.continued')}）` : statement.verb;
  return {
    description: [fitEscaped(verb, 80), quoteMarkdown({ text: statement.text, highlights: [] }, MAX_STATEMENT)].filter(Boolean).join('\n'),
    footer: { text: truncate(plain(origin), MAX_ORIGIN) },
    color: COLOURS.quote,
  };
}

function otherPeople(others: readonly OfficialRef[], context: ViewContext) {
  if (others.length === 0) return { lines: [], row: null };
  const described = others.map(({ name, titles }) => `${name}${titles[0] ? `（${titles[0].text}）` : ''}`);
  return {
    lines: [text(context.locale, 'view.others', { names: truncate(described.map(escapeMarkdown).join('、'), 600) })],
    row: menu(context.links.suggest, text(context.locale, 'view.suggest_menu'), others.map(({ name }, at) => ({ label: described[at] ?? name, value: name }))),
  };
}
