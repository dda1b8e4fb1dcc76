import type { AskReply } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { actionRow } from './actions.ts';
import { hitEmbeds } from './hit.ts';
import { noteLines } from './note.ts';
import {
  COLOURS,
  pageButtons,
  pageOf,
  type Payload,
  payload,
  pageNumber,
  shown,
  suggestions,
  type ViewContext,
  whatToTry,
} from './payload.ts';
import { readMenu } from './read.ts';
import { scriptButton, scriptNote } from './script.ts';

/** `/ask`: the quotes that answer; or that nothing does, and what is nearest, called so. */
export function askView(reply: AskReply, context: ViewContext): Payload {
  const { locale } = context;
  const page = pageOf(reply.results.slice(0, reply.answered ? reply.answers : reply.nearest), context.page);
  const near = suggestions(context, reply.suggestions);
  const query = shown(reply.question);
  const place = pageNumber(locale, page);
  const head = reply.answered
    ? [text(locale, 'view.answered', { query, place })]
    : [
        text(locale, 'view.unanswered', { query }),
        ...noteLines(locale, reply.note),
        ...near.lines,
        ...(reply.nearest > 0 ? [text(locale, 'view.nearest', { place })] : []),
      ];
  const colour = reply.answered ? COLOURS.quote : COLOURS.nearest;
  return payload(context, {
    lines: [...head, ...(reply.answered ? near.lines : []), ...whatToTry(context, reply), ...scriptNote(context)],
    embeds: hitEmbeds(context, page.items, () => ({ colour })),
    rows: [
      pageButtons(context, page, [
        scriptButton(
          context,
          page.items.map(({ quote }) => quote.text),
        ),
      ]),
      readMenu(context, page.items),
      near.row,
      actionRow(context, { voted: page.items.length > 0, quoted: page.items.length > 0 }),
    ],
    quoted: page.items,
  });
}
