import { ComponentType } from 'discord.js';
import type { Follow, FollowReply, Result } from '../../reply.ts';
import { type Locale, text } from '../../text/index.ts';
import { fitEmbeds, fitLines, MAX_CONTENT, MAX_EMBED_DESCRIPTION, truncate } from '../limits.ts';
import { fitEscaped, hitEmbeds } from './hit.ts';
import {
  type Button,
  COLOURS,
  pageButtons,
  pageOf,
  type Payload,
  payload,
  pageNumber,
  type Row,
  secondaryButton,
  type ViewContext,
} from './payload.ts';
import { placeName } from './script.ts';

/** On a page of the list: a button each, in rows of five. */
const PER_PAGE = 10;
const PER_ROW = 5;
const MAX_NAME = 120;

/** `/follow`: what is followed now, what one may see of it, what is followed no longer. */
export function followView(reply: FollowReply, context: ViewContext): Payload {
  const { locale } = context;
  if (reply.action === 'list') return listView(reply, context);
  const values = { what: whatOf(locale, reply.follow), id: reply.follow.id };
  if (reply.action === 'stop') return payload(context, { lines: [text(locale, 'view.follow_stopped', values)] });
  const added = text(locale, 'view.follow_added', { ...values, where: whereOf(locale, reply.follow), most: reply.per_day });
  return payload(context, {
    lines: [added, ...(reply.lasting ? [] : [text(locale, 'view.follow_lost')])],
    rows: [{ type: ComponentType.ActionRow, components: [stopButton(text(locale, 'view.follow_stop'), context, reply.follow)] }],
  });
}

function listView({ total, follows }: Extract<FollowReply, { action: 'list' }>, context: ViewContext): Payload {
  const { locale } = context;
  const page = pageOf(follows, context.page, PER_PAGE);
  const lines = page.items.map((each) => `**${each.id}** · ${whatOf(locale, each)} · ${whereOf(locale, each)}`);
  const buttons = page.items.map((each) => stopButton(text(locale, 'view.follow_stop_number', { id: each.id }), context, each));
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += PER_ROW)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + PER_ROW) });
  return payload(context, {
    lines: [text(locale, total === 0 ? 'view.follow_none' : 'view.follow_list', { total, place: pageNumber(locale, page) })],
    embeds:
      lines.length === 0
        ? []
        : [{ color: COLOURS.card, description: fitLines(lines, MAX_EMBED_DESCRIPTION, (left) => text(locale, 'view.more', { left })) }],
    rows: [...rows, pageButtons(context, page)],
  });
}

/**
 * What is posted for a follow: the quotes with source and date, and a button that stops it.
 *
 * @param more new articles that fit, too, and are above the day's limit
 * @param stop the button's id
 */
export function followPostView(
  { follow, results, more }: { follow: Follow; results: readonly Result[]; more: number },
  stop: string,
): Payload {
  const { locale } = follow;
  const head = text(locale, 'view.follow_post', { what: whatOf(locale, follow), total: results.length });
  const lines = [`🔔 ${head}`, ...(more > 0 ? [`-# ${text(locale, 'view.follow_more', { more })}`] : [])];
  return {
    content: truncate(lines.join('\n'), MAX_CONTENT),
    embeds: fitEmbeds(hitEmbeds({ locale, script: null }, results)),
    components: [{ type: ComponentType.ActionRow, components: [secondaryButton(text(locale, 'view.follow_stop'), stop)] }],
  };
}

function stopButton(label: string, { links }: ViewContext, { id }: Follow): Button {
  return secondaryButton(label, links.decide(String(id), false));
}

/** Names of places are ours, and come in the reader's script; the others as they were given. */
function whatOf(locale: Locale, { kind, name }: Follow): string {
  return text(locale, `view.follow_${kind}`, { name: fitEscaped(kind === 'region' ? placeName(locale, [name]) : name, MAX_NAME) });
}

function whereOf(locale: Locale, { channel }: Follow): string {
  return channel === null ? text(locale, 'view.follow_direct') : text(locale, 'view.follow_channel', { channel: `<#${channel}>` });
}
