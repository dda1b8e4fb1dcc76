import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { ArticleRef, Note, Quote, Script } from '../../reply.ts';
import { type Locale, text } from '../../text/index.ts';
import { escapeMarkdown, plain } from '../escape.ts';
import { fitEmbeds, MAX_BUTTON_LABEL, MAX_CONTENT, MAX_EMBED_FOOTER, MAX_SELECT_OPTIONS, MAX_SELECT_TEXT, truncate } from '../limits.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
export type Button = APIButtonComponentWithCustomId;

/** A message as discord.js takes it. All three are always there: an edit must clear what is no longer wanted. */
export interface Payload {
  content: string;
  embeds: APIEmbed[];
  components: Row[];
  files?: PayloadFile[];
  /** What it quotes, for who wants a reference: not sent. */
  quoted?: readonly Quoted[];
}
/** A quote with its article; an article alone has an empty one. */
export interface Quoted {
  article: ArticleRef;
  quote: Pick<Quote, 'text'>;
}
/** A file that is sent along, in UTF-8. */
export interface PayloadFile {
  name: string;
  content: string;
}

/** Ids of buttons and menus, and values of menus. They come from outside: views are pure and keep nothing. */
export interface Links {
  /** The same query's other page. */
  page(page: number): string;
  /** The same page with its quotes in this script, or as printed. */
  script(script: Script | null): string;
  /** A menu whose values are numbers of pages, from 0. */
  readonly jump: string;
  /** A menu whose values are those of `article` and `lookUp`. */
  readonly open: string;
  /** A menu whose values are asked instead of what was asked. */
  readonly suggest: string;
  /** A button that asks this instead of what was asked; null where it is too long for one. */
  instead(value: string): string | null;
  /** An article, opened at a quote; null where its name is too long to be sent back. */
  article(article: Pick<ArticleRef, 'id'>, quote: Pick<Quote, 'text' | 'start' | 'end'> | null): string | null;
  /** Another command with this main option. */
  lookUp(command: 'official' | 'region', value: string): string | null;
  /** Does what is proposed, or gives it up. */
  decide(pending: string, yes: boolean): string;
  /** Says that this answer is good, or bad. */
  vote(good: boolean): string;
  /** References to what this page quotes. */
  readonly cite: string;
  /** Takes the answer away; null where only the one who asked sees it. */
  readonly remove: string | null;
  /** Shows it to all in the channel; null where they see it, or there is no one else. */
  readonly post: string | null;
  /** The results that an article was opened from. */
  readonly back: string | null;
  /** A command that can be clicked; null where its id is not known. */
  command(name: string): string | null;
}

/** What a view is told besides the reply. */
export interface ViewContext {
  readonly locale: Locale;
  /** From 0; beyond the last page counts as the last. Null in an article: the page with the mark. */
  readonly page: number | null;
  /** What to mark in an article. */
  readonly mark: { start: number; end: number } | null;
  /** The script that quotes are wanted in; null: as printed. */
  readonly script: Script | null;
  /** Whom the reply names: their names are converted to the other script as names. Filled in by the view. */
  readonly people?: readonly string[];
  /** Options that do not fit into ids: to stand in the message as they are, see spelled.ts. */
  readonly spelled: string | null;
  /** The filters that were set, as typed. */
  readonly conditions: readonly string[];
  readonly links: Links;
}

export const PER_PAGE = 5;
export const COLOURS = {
  quote: 0x3b6ea5,
  nearest: 0x8a8f98,
  mentioned: 0x8a8f98,
  plain: 0x8a8f98,
  card: 0x4f7f52,
  day: 0xb7791f,
  problem: 0xa5523b,
} as const;
const MAX_SHOWN_QUERY = 200;
const MAX_CONDITION = 60;

/** Puts a message together within the limits that concern it as a whole. */
export function payload(
  context: ViewContext,
  parts: { lines: readonly string[]; embeds?: readonly APIEmbed[]; rows?: readonly (Row | null)[]; quoted?: readonly Quoted[] },
): Payload {
  const whole = context.spelled === null ? [] : [spelledEmbed(context.locale, context.spelled)];
  // First, so that it is never the one that does not fit: without it the buttons would not work.
  return {
    content: truncate([...parts.lines, ...conditionLines(context)].join('\n'), MAX_CONTENT),
    embeds: fitEmbeds([...whole, ...(parts.embeds ?? [])]),
    components: (parts.rows ?? []).filter((row) => row !== null),
    ...(parts.quoted ? { quoted: parts.quoted } : {}),
  };
}

function conditionLines({ locale, conditions }: ViewContext): string[] {
  if (conditions.length === 0) return [];
  const listed = conditions.map((each) => escapeMarkdown(truncate(each, MAX_CONDITION))).join(' · ');
  return [`-# ${text(locale, 'view.conditions', { conditions: listed })}`];
}

/** A long question whole, for people to read and for the bot to read again: Discord returns a footer as it is. */
export function spelledEmbed(locale: Locale, spelled: string): APIEmbed {
  return { description: text(locale, 'view.spelled'), footer: { text: truncate(spelled, MAX_EMBED_FOOTER) }, color: COLOURS.plain };
}

/** Where nothing was found and nothing is near: what could be tried instead. */
export function whatToTry(
  { locale }: ViewContext,
  { results, note, suggestions: near }: { results: readonly unknown[]; note?: Note; suggestions?: readonly string[] },
): string[] {
  return results.length > 0 || note || (near && near.length > 0) ? [] : [text(locale, 'view.try_help')];
}

/** A question as it is repeated in the reply. */
export const shown = (query: string): string => escapeMarkdown(truncate(query.replace(/\s+/g, ' ').trim(), MAX_SHOWN_QUERY));

export interface PageOfItems<T> {
  items: T[];
  page: number;
  pages: number;
}

/** The part of `items` that page `page` (from 0) shows. */
export function pageOf<T>(items: readonly T[], page: number | null, perPage = PER_PAGE): PageOfItems<T> {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const at = Math.min(Math.max(0, page ?? 0), pages - 1);
  return { items: items.slice(at * perPage, (at + 1) * perPage), page: at, pages };
}

/** `, page 2 of 3`; nothing where there is one page only. */
export function pageNumber(locale: Locale, { page, pages }: { page: number; pages: number }): string {
  return pages <= 1 ? '' : text(locale, 'view.place', { page: page + 1, pages });
}

/** A button that leads on, and is not the one thing to do. */
export const secondaryButton = (label: string, id: string): Button => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label,
  custom_id: id,
});

/** ◀ and ▶ where there is more than one page, and whatever else stands in their row; null where nothing does. */
export function pageButtons(
  context: ViewContext,
  { page, pages }: { page: number; pages: number },
  more: readonly (Button | null)[] = [],
): Row | null {
  const button = (key: 'view.previous' | 'view.next', target: number) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label: truncate(text(context.locale, key), MAX_BUTTON_LABEL),
    custom_id: context.links.page(target),
    disabled: target < 0 || target >= pages,
  });
  const buttons = [
    ...(pages > 1 ? [button('view.previous', page - 1), button('view.next', page + 1)] : []),
    ...more.filter((each) => each !== null),
  ];
  return buttons.length === 0 ? null : { type: ComponentType.ActionRow, components: buttons };
}

/**
 * A menu of at most 25 entries; null where none fits (a value over 100 characters, or with characters that do not
 * travel, cannot be sent back whole).
 */
export function menu(
  customId: string,
  placeholder: string,
  entries: readonly { label: string; value: string; description?: string }[],
): Row | null {
  const seen = new Set<string>();
  const options = entries
    .map(({ label, value, description }) => ({
      value,
      label: truncate(plain(label).trim() || value, MAX_SELECT_TEXT),
      ...(plain(description ?? '').trim() === '' ? {} : { description: truncate(plain(description ?? '').trim(), MAX_SELECT_TEXT) }),
    }))
    .filter(
      ({ value }) =>
        value.length > 0 && value.length <= MAX_SELECT_TEXT && plain(value).trim() === value && !seen.has(value) && seen.add(value),
    )
    .slice(0, MAX_SELECT_OPTIONS);
  if (options.length === 0) return null;
  return { type: ComponentType.ActionRow, components: [{ type: ComponentType.StringSelect, custom_id: customId, placeholder, options }] };
}

/** "Did you mean…", as a line, and as a button or a menu that asks again with what is chosen. */
export function suggestions(context: ViewContext, names: readonly string[] = []): { lines: string[]; row: Row | null } {
  return proposals(
    context,
    names.map((name) => ({ label: name, value: name })),
  );
}

/** The same of what is called otherwise than it is asked for. */
export function proposals(
  context: ViewContext,
  entries: readonly { label: string; value: string }[],
): { lines: string[]; row: Row | null } {
  if (entries.length === 0) return { lines: [], row: null };
  const some = entries.slice(0, MAX_SELECT_OPTIONS);
  const names = truncate(some.map(({ label }) => escapeMarkdown(label)).join('、'), 600);
  const [only, ...more] = some;
  return {
    lines: [text(context.locale, 'view.suggest', { names })],
    row:
      (more.length === 0 && insteadButton(context, only!)) || menu(context.links.suggest, text(context.locale, 'view.suggest_menu'), some),
  };
}

/** One choice is no menu. Null where it does not fit into a button. */
function insteadButton({ links }: ViewContext, { label, value }: { label: string; value: string }): Row | null {
  const shownLabel = plain(label).trim();
  const id = plain(value).trim() === value && shownLabel !== '' ? links.instead(value) : null;
  if (id === null) return null;
  const button = {
    type: ComponentType.Button,
    style: ButtonStyle.Primary,
    label: truncate(shownLabel, MAX_BUTTON_LABEL),
    custom_id: id,
  } as const;
  return { type: ComponentType.ActionRow, components: [button] };
}
