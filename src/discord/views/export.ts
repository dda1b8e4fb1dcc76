import type { ExportReply } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { type Payload, payload, shown, suggestions, type ViewContext, whatToTry } from './payload.ts';

/** By which a spreadsheet knows that a file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** `/export`: how much of what was found is in the two files. */
export function exportView(reply: ExportReply, context: ViewContext): Payload {
  const { locale } = context;
  const { query, total, exported, csv, jsonl } = reply;
  if (exported === 0) {
    const near = suggestions(context, reply.suggestions);
    return payload(context, {
      lines: [text(locale, 'view.none', { query: shown(query) }), ...near.lines, ...whatToTry(context, { ...reply, results: [] })],
    });
  }
  return {
    ...payload(context, {
      lines: [
        text(locale, 'export.head', { query: shown(query), exported }),
        ...(exported < total ? [text(locale, 'export.more', { left: total - exported })] : []),
        `-# ${text(locale, 'export.columns')}`,
      ],
    }),
    files: [
      { name: 'export.csv', content: BYTE_ORDER_MARK + csv },
      { name: 'export.jsonl', content: jsonl },
    ],
  };
}
