import { ButtonStyle, ComponentType } from 'discord.js';
import type { Result } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { menu, type Row, type ViewContext } from './payload.ts';

/** Opens an article of the page at what is quoted of it: numbered like the passages. */
export function readMenu(context: ViewContext, results: readonly Pick<Result, 'article' | 'quote'>[]): Row | null {
  return menu(context.links.open, text(context.locale, 'view.read_menu'), results.flatMap(({ article, quote }, at) => {
    const value = context.links.article(article, quote.text === '' ? null : quote);
    return value === null ? [] : [{ label: results.length > 1 ? `${at + 1} · ${article.title}` : article.title, value, description: quote.text }];
  }));
}

/** From an article back to the results it was opened from. */
export function backButton({ locale, links }: ViewContext) {
  return links.back === null ? null : { type: ComponentType.Button as const, style: ButtonStyle.Primary as const, label: text(locale, 'view.back'), custom_id: links.back };
}
