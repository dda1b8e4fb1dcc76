import { ButtonStyle, ComponentType } from 'discord.js';
import type { Result } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { inScript } from './script.ts';
import { menu, type Row, type ViewContext } from './payload.ts';

type Readable = Pick<Result, 'article' | 'quote'>;

/** Opens an article of the page at what is quoted of it: numbered like the passages; `others` are not shown, and have no number. */
export function readMenu(context: ViewContext, results: readonly Readable[], others: readonly Readable[] = []): Row | null {
  const entries = [
    ...results.map((result, at) => ({ ...result, number: results.length > 1 ? `${at + 1} · ` : '' })),
    ...others.map((result) => ({ ...result, number: '？ · ' })),
  ];
  return menu(
    context.links.open,
    text(context.locale, 'view.read_menu'),
    entries.flatMap(({ article, quote, number }) => {
      const value = context.links.article(article, quote.text === '' ? null : quote);
      return value === null
        ? []
        : [{ label: number + inScript(article.title, context), value, description: inScript(quote.text.slice(0, 120), context) }];
    }),
  );
}

/** From an article back to the results it was opened from. */
export function backButton({ locale, links }: ViewContext) {
  return links.back === null
    ? null
    : { type: ComponentType.Button as const, style: ButtonStyle.Primary as const, label: text(locale, 'view.back'), custom_id: links.back };
}
