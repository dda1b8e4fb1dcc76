import { type APIActionRowComponent, type APIComponentInMessageActionRow, type APIEmbed, ButtonStyle, ComponentType } from 'discord.js';
import { type Locale, text } from '../../text/index.ts';
import { escapeMarkdown, plain } from '../escape.ts';
import { fitEmbeds, MAX_BUTTON_LABEL, MAX_CONTENT, MAX_SELECT_OPTIONS, MAX_SELECT_TEXT, truncate } from '../limits.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A message as discord.js takes it. All three are always there: an edit must clear what is no longer wanted. */
export interface Payload { content: string; embeds: APIEmbed[]; components: Row[] }

/** What a view is told besides the reply. The ids come from outside: views are pure and keep nothing. */
export interface ViewContext {
  readonly locale: Locale;
  /** From 0; beyond the last page counts as the last. */
  readonly page: number;
  /** The corpus has changed since the buttons were drawn. */
  readonly stale: boolean;
  /** The id of a button that shows the same query's other page. */
  pageId(page: number): string;
  readonly readId: string;
  readonly suggestId: string;
}

export const PER_PAGE = 5;
export const COLOURS = { quote: 0x3b6ea5, nearest: 0x8a8f98, mentioned: 0x8a8f98, card: 0x4f7f52, problem: 0xa5523b } as const;
const MAX_SHOWN_QUERY = 200;

/** Puts a message together within the limits that concern it as a whole. */
export function payload(context: ViewContext, parts: { lines: readonly string[]; embeds?: readonly APIEmbed[]; rows?: readonly (Row | null)[] }): Payload {
  const lines = context.stale ? [...parts.lines, text(context.locale, 'view.stale')] : parts.lines;
  return {
    content: truncate(lines.join('\n'), MAX_CONTENT),
    embeds: fitEmbeds(parts.embeds ?? []),
    components: (parts.rows ?? []).filter((row) => row !== null),
  };
}

/** A question as it is repeated in the reply. */
export const shown = (query: string): string => escapeMarkdown(truncate(query.replace(/\s+/g, ' ').trim(), MAX_SHOWN_QUERY));

export interface Page<T> { items: T[]; page: number; pages: number }

/** The part of `items` that page `page` (from 0) shows. */
export function pageOf<T>(items: readonly T[], page: number, perPage = PER_PAGE): Page<T> {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const at = Math.min(Math.max(0, page), pages - 1);
  return { items: items.slice(at * perPage, (at + 1) * perPage), page: at, pages };
}

/** ◀ and ▶; none where there is one page only. */
export function pageButtons(context: ViewContext, { page, pages }: { page: number; pages: number }): Row | null {
  if (pages <= 1) return null;
  const button = (key: 'view.previous' | 'view.next', target: number) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label: truncate(text(context.locale, key), MAX_BUTTON_LABEL),
    custom_id: context.pageId(target),
    disabled: target < 0 || target >= pages,
  });
  return { type: ComponentType.ActionRow, components: [button('view.previous', page - 1), button('view.next', page + 1)] };
}

/** A menu of at most 25 entries; null where none fits (a value over 100 characters cannot be sent back whole). */
export function menu(customId: string, placeholder: string, entries: readonly { label: string; value: string; description?: string }[]): Row | null {
  const seen = new Set<string>();
  const options = entries
    .map(({ label, value, description }) => ({ value, label: truncate(plain(label).trim() || value, MAX_SELECT_TEXT), ...(description ? { description: truncate(plain(description), MAX_SELECT_TEXT) } : {}) }))
    .filter(({ value }) => value.length > 0 && value.length <= MAX_SELECT_TEXT && !seen.has(value) && seen.add(value))
    .slice(0, MAX_SELECT_OPTIONS);
  if (options.length === 0) return null;
  return { type: ComponentType.ActionRow, components: [{ type: ComponentType.StringSelect, custom_id: customId, placeholder, options }] };
}

/** "Did you mean…", as a line and as a menu that asks again with what is chosen. */
export function suggestions(context: ViewContext, names: readonly string[] = []): { lines: string[]; row: Row | null } {
  if (names.length === 0) return { lines: [], row: null };
  const some = names.slice(0, MAX_SELECT_OPTIONS);
  return {
    lines: [text(context.locale, 'view.suggest', { names: truncate(some.map(escapeMarkdown).join('、'), 600) })],
    row: menu(context.suggestId, text(context.locale, 'view.suggest_menu'), some.map((name) => ({ label: name, value: name }))),
  };
}

/** A menu of the articles that stand on the page. */
export function readMenu(context: ViewContext, articles: readonly { id: string; title: string; file: string }[]): Row | null {
  return menu(context.readId, text(context.locale, 'view.read_menu'), articles.map(({ id, title, file }) => ({ label: title, value: id, description: file })));
}
