import type { RegionReply, Result } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { escapeMarkdown } from '../escape.ts';
import { fitLines, truncate } from '../limits.ts';
import { actionRow } from './actions.ts';
import { fitEscaped, hitEmbeds, named } from './hit.ts';
import {
  COLOURS,
  menu,
  pageButtons,
  pageOf,
  type Payload,
  payload,
  pageNumber,
  proposals,
  shown,
  suggestions,
  type ViewContext,
} from './payload.ts';
import { readMenu } from './read.ts';
import { inScript, placeName, scriptButton, scriptNote } from './script.ts';

const MAX_PARTS = 450;

/** `/region`: the articles about a place, then those that only mention it, each labelled; on the first page the places in it. */
export function regionView(reply: RegionReply, context: ViewContext): Payload {
  const { locale } = context;
  const page = pageOf(reply.results, context.page);
  const near = reply.region ? suggestions(context, reply.suggestions) : proposed(reply, context);
  const head =
    !reply.region || reply.total === 0
      ? text(locale, isUnnamed(reply) ? 'view.region_unnamed' : 'view.none', { query: shown(reply.query) })
      : text(locale, 'view.region', {
          path: `**${escapeMarkdown(placeName(locale, reply.region.path))}**`,
          total: reply.total,
          about: reply.about,
          mentioned: reply.total - reply.about,
          place: pageNumber(locale, page),
        });
  const unplaced = page.page === 0 ? (reply.unplaced ?? []) : [];
  // Of places that no article names there is nothing to choose.
  const choices = (reply.total === 0 ? [] : [...reply.others, ...reply.parts]).map((other) => ({
    label: placeName(locale, other.path),
    value: other.path.join(''),
  }));
  return payload(context, {
    lines: [head, ...sameName(reply, locale), ...unplacedLine(reply, unplaced, context), ...near.lines, ...scriptNote(context)],
    embeds: [
      ...(page.page === 0 ? partsEmbed(reply, context) : []),
      ...hitEmbeds(context, page.items, (_, at) => {
        const about = page.items[at]!.relation === 'about';
        return { label: text(locale, about ? 'view.about' : 'view.mentioned'), colour: about ? COLOURS.quote : COLOURS.mentioned };
      }),
    ],
    rows: [
      pageButtons(context, page, [
        scriptButton(
          context,
          page.items.map(({ quote }) => quote.text),
        ),
      ]),
      readMenu(context, page.items, unplaced),
      near.row ?? menu(context.links.suggest, text(locale, 'view.other_regions'), choices),
      actionRow(context, { voted: false, quoted: page.items.length > 0 }),
    ],
    quoted: page.items,
  });
}

/** Which other places are called so; where no article names any of them, which there are, the first one too. */
function sameName(reply: RegionReply, locale: ViewContext['locale']): string[] {
  const { region, total, others } = reply;
  const unnamed = isUnnamed(reply);
  const places = unnamed ? [region!, ...others] : total > 0 ? others : [];
  if (places.length === 0) return [];
  const names = places.map(({ path }) => escapeMarkdown(placeName(locale, path, ''))).join('、');
  return [text(locale, unnamed ? 'view.region_meant' : 'view.same_name', { names: truncate(names, 600) })];
}

/** Whether places are called so, and no article has the name. */
function isUnnamed({ region, total, unplaced }: RegionReply): boolean {
  return region !== null && total === 0 && unplaced === undefined;
}

/** Where nothing is called so: what is nearly, or what may be meant although no article names it. */
function proposed({ others, suggestions: near }: RegionReply, context: ViewContext) {
  if (others.length === 0) return suggestions(context, near);
  const entries = others.map(({ path }) => {
    const above = placeName(context.locale, path.slice(0, -1), '');
    return { label: named(context, placeName(context.locale, path.slice(-1)), above === '' ? null : above), value: path.join('') };
  });
  return proposals(context, entries);
}

/** Which articles are not among these, for they do not tell which place of that name they mean. */
function unplacedLine({ query, open_between: between = [] }: RegionReply, unplaced: readonly Result[], context: ViewContext): string[] {
  if (unplaced.length === 0) return [];
  const places = fitEscaped(between.map(({ path }) => placeName(context.locale, path)).join(text(context.locale, 'view.or')), 300);
  const titles = fitEscaped(unplaced.map(({ article }) => truncate(inScript(article.title, context), 60)).join('、'), 300);
  return [text(context.locale, 'view.unplaced', { name: shown(query), places, titles })];
}

function partsEmbed({ parts }: RegionReply, { locale }: ViewContext) {
  if (parts.length === 0) return [];
  const all = parts.map(({ name, articles }) => `${escapeMarkdown(placeName(locale, [name]))} **${articles}**`);
  // Some in a line: a line each would be a long list on a phone.
  const lines = Array.from({ length: Math.ceil(all.length / 4) }, (_, at) => all.slice(at * 4, at * 4 + 4).join(' · '));
  return [
    {
      title: text(locale, 'view.parts'),
      description: fitLines(lines, MAX_PARTS, (left) => text(locale, 'view.more', { left: Math.min(left * 4, all.length) })),
      color: COLOURS.card,
    },
  ];
}
