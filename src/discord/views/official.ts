import type { APIEmbed } from 'discord.js';
import type { ArticleRef, OfficialReply, PersonRef, StatementRef } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { shortDate } from '../../text/short-date.ts';
import { escapeMarkdown, plain } from '../escape.ts';
import { fitLines, MAX_FIELD_VALUE, truncate } from '../limits.ts';
import { actionRow } from './actions.ts';
import { fitEscaped, hitEmbeds, provenance } from './hit.ts';
import {
  COLOURS,
  menu,
  pageButtons,
  type PageOfItems,
  type Payload,
  payload,
  pageNumber,
  shown,
  suggestions,
  type ViewContext,
} from './payload.ts';
import { quoteMarkdown } from './quote.ts';
import { readMenu } from './read.ts';
import { inScript, quoteInScript, scriptButton, scriptNote } from './script.ts';

const MAX_TITLES = 1100;
const MAX_ACTS = 700;
const MAX_STATEMENT = 560;
const MAX_ORIGIN = 250;
/** With the card there is room for fewer. */
const ON_FIRST_PAGE = 3;
const ON_OTHERS = 5;

/** `/official`: who the person is in the articles' words and what they did, then what they said, the newest first. */
export function officialView(reply: OfficialReply, context: ViewContext): Payload {
  const { locale } = context;
  const { official } = reply;
  const near = suggestions(context, reply.suggestions);
  const others = otherPeople(reply.others, context);
  if (!official) {
    return payload(context, {
      lines: [text(locale, 'view.none', { query: shown(reply.query) }), ...others.lines, ...near.lines],
      rows: [near.row ?? others.row],
    });
  }
  const articles = new Map(reply.articles.map((article) => [article.id, article]));
  const silent = official.statements.length === 0;
  const said = pageAfterCard(official.statements, context.page);
  const named = pageAfterCard(reply.results, context.page);
  const page = silent ? named : said;
  const quotes = silent
    ? hitEmbeds(context, named.items)
    : said.items.map((statement) => statementEmbed(context, statement, articles.get(statement.article)));
  const counts = { total: reply.total, statements: official.statements.length, place: pageNumber(locale, page) };
  const quoted = silent ? named.items.map(({ quote }) => quote.text) : said.items.map((statement) => statement.text);
  const readable = silent
    ? named.items
    : said.items.flatMap((statement) => {
        const article = articles.get(statement.article);
        return article ? [{ article, quote: { ...statement, highlights: [] } }] : [];
      });
  return payload(context, {
    lines: [
      text(locale, 'view.official', { name: `**${fitEscaped(official.name, 100)}**`, ...counts }),
      ...others.lines,
      ...near.lines,
      ...scriptNote(context),
    ],
    embeds: [...(page.page === 0 ? [card(context, official, articles)] : []), ...quotes],
    rows: [
      pageButtons(context, page, [scriptButton(context, quoted)]),
      readMenu(context, readable),
      others.row ?? near.row,
      actionRow(context, { voted: false, quoted: readable.length > 0 }),
    ],
    quoted: readable,
  });
}

/** Pages of which the first has room for a card. */
function pageAfterCard<T>(items: readonly T[], wanted: number | null): PageOfItems<T> {
  const rest = Math.max(0, items.length - ON_FIRST_PAGE);
  const pages = 1 + Math.ceil(rest / ON_OTHERS);
  const page = Math.min(Math.max(0, wanted ?? 0), pages - 1);
  const from = page === 0 ? 0 : ON_FIRST_PAGE + (page - 1) * ON_OTHERS;
  return { items: items.slice(from, page === 0 ? ON_FIRST_PAGE : from + ON_OTHERS), page, pages };
}

/**
 * Every office once, with its article, or how many articles have it from when to when; and what is narrated of the
 * person; that they are not quoted, where they are not.
 */
function card(context: ViewContext, { offices, acts, statements }: PersonRef, articles: ReadonlyMap<string, ArticleRef>): APIEmbed {
  const { locale } = context;
  const more = (left: number) => text(locale, 'view.more', { left });
  const origin = (id: string) => {
    const article = articles.get(id);
    return article
      ? `${fitEscaped(inScript(article.title, context), 60)} · ${fitEscaped(shortDate(locale, article.date), 60)}`
      : fitEscaped(id, 60);
  };
  const dateOf = (id: string) => fitEscaped(shortDateOf(locale, articles.get(id)), 60);
  const lines = offices.map((office) => {
    const several = { articles: office.articles, from: dateOf(office.oldest), to: dateOf(office.newest) };
    const from = office.articles === 1 ? origin(office.newest) : text(locale, 'view.office', several);
    return `**${fitEscaped(inScript(office.text, context), 150)}**\n-# ${from}`;
  });
  const verbs = [...new Set(acts.map(({ verb }) => verb))]
    .slice(0, 5)
    .map((verb) => fitEscaped(verb, 20))
    .join('、');
  const silence = statements.length > 0 ? [] : [verbs === '' ? text(locale, 'view.no_statements') : text(locale, 'view.silent', { verbs })];
  const done = byArticle(acts).map((group) =>
    [
      ...group.map((act) => `**${fitEscaped(act.verb, 20)}** ${fitEscaped(inScript(act.text, context), 90)}`),
      `-# ${origin(group[0]!.article)}`,
    ].join('\n'),
  );
  const value = [...silence, ...(done.length > 0 ? [fitLines(done, MAX_ACTS, more)] : [])].join('\n');
  return {
    title: text(locale, 'view.titles'),
    description: lines.length > 0 ? fitLines(lines, MAX_TITLES, more) : text(locale, 'view.no_titles'),
    ...(value === '' ? {} : { fields: [{ name: text(locale, 'view.acts'), value: truncate(value, MAX_FIELD_VALUE) }] }),
    color: COLOURS.card,
  };
}

function shortDateOf(locale: ViewContext['locale'], article: ArticleRef | undefined): string {
  return article ? shortDate(locale, article.date) : text(locale, 'view.date_unknown');
}

/** Neighbours of one article together: it is named once. At most five, so that a group fits. */
function byArticle<T extends { article: string }>(items: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && last[0]!.article === item.article && last.length < 5) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** A quotation mark right behind the verb's colon opens the speaker's own words; what else is reported, is reported. */
const QUOTED = /[：:]\s*[“「『]/;

function statementEmbed(context: ViewContext, statement: StatementRef, article: ArticleRef | undefined): APIEmbed {
  const { locale } = context;
  const origin = article ? `${plain(inScript(truncate(article.title, 80), context))} · ${provenance(locale, article)}` : statement.article;
  const kind = text(locale, QUOTED.test(statement.text) ? 'view.direct' : 'view.reported');
  const continued = statement.speaker === 'continued' ? [text(locale, 'view.continued')] : [];
  return {
    author: { name: truncate(plain([statement.verb, kind, ...continued].join(' · ')), 80) },
    description: quoteMarkdown(quoteInScript({ text: statement.text, highlights: [] }, context), MAX_STATEMENT) || '……',
    footer: { text: truncate(plain(origin), MAX_ORIGIN) },
    color: COLOURS.quote,
  };
}

function otherPeople(others: readonly PersonRef[], context: ViewContext) {
  if (others.length === 0) return { lines: [], row: null };
  const described = others.map(({ name, titles }) => `${name}${titles[0] ? `（${titles[0].text}）` : ''}`);
  return {
    lines: [text(context.locale, 'view.others', { names: truncate(described.map(escapeMarkdown).join('、'), 600) })],
    row: menu(
      context.links.suggest,
      text(context.locale, 'view.suggest_menu'),
      others.map(({ name }, at) => ({ label: described[at] ?? name, value: name })),
    ),
  };
}
