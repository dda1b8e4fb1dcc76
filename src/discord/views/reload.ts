import type { CorpusChanges, ReloadReply } from '../../reply.ts';
import { type Locale, rejectionText, text } from '../../text/index.ts';
import { plain } from '../escape.ts';
import { fitLines, MAX_FIELD_VALUE } from '../limits.ts';
import { fitEscaped } from './hit.ts';
import { COLOURS, type Payload, payload, type ViewContext } from './payload.ts';

const MAX_LINE = 200;

/** `/reload`: which files were added, removed, changed or left out, by name; all of them in a file where they do not fit. */
export function reloadView(reply: ReloadReply, context: ViewContext): Payload {
  const { locale } = context;
  const { changes, status } = reply;
  const fields = changeFields(locale, changes);
  const unchanged = changes.added.length + changes.removed.length + changes.changed.length === 0;
  const message = payload(context, {
    lines: [
      text(locale, 'view.reloaded', { articles: status.articles, passages: status.passages, seconds: (status.build_ms / 1000).toFixed(2) }),
      ...(unchanged ? [text(locale, 'view.unchanged')] : []),
    ],
    embeds: fields.length > 0 ? [{ color: COLOURS.card, fields: fields.map(({ name, value }) => ({ name, value })) }] : [],
  });
  return fields.some(({ whole }) => !whole) ? { ...message, files: [{ name: 'reload.txt', content: report(locale, changes) }] } : message;
}

/** What changed, as fields of an embed; `whole` where a field has all there is. */
export function changeFields(locale: Locale, changes: CorpusChanges): { name: string; value: string; whole: boolean }[] {
  return listed(locale, changes).map(({ name, lines }) => {
    const all = lines.map((line) => fitEscaped(line, MAX_LINE));
    return {
      name,
      value: fitLines(all, MAX_FIELD_VALUE, (left) => text(locale, 'view.more', { left })),
      whole: all.join('\n').length <= MAX_FIELD_VALUE && lines.every((line) => line.length <= MAX_LINE),
    };
  });
}

/** The same, all of it, to be read or searched. */
function report(locale: Locale, changes: CorpusChanges): string {
  return listed(locale, changes)
    .map(({ name, lines }) => [name, ...lines.map((line) => `  ${plain(line).replace(/\s+/g, ' ')}`), ''].join('\n'))
    .join('\n');
}

function listed(locale: Locale, { added, removed, changed, rejected }: CorpusChanges): { name: string; lines: string[] }[] {
  return (
    [
      ['view.added', added],
      ['view.removed', removed],
      ['view.changed', changed],
      ['view.rejected', rejected.map((one) => rejectionText(locale, one))],
    ] as const
  )
    .filter(([, lines]) => lines.length > 0)
    .map(([key, lines]) => ({ name: `${text(locale, key)} (${lines.length})`, lines: [...lines] }));
}
