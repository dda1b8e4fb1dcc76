import type { ReloadReply } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { fitLines, MAX_FIELD_VALUE } from '../limits.ts';
import { fitEscaped } from './hit.ts';
import { COLOURS, type Payload, payload, type ViewContext } from './payload.ts';
import { rejectedField } from './status.ts';

/** `/reload`: which files were added, removed, changed or left out, by name. */
export function reloadView(reply: ReloadReply, context: ViewContext): Payload {
  const { locale } = context;
  const { changes, status } = reply;
  const names = (key: 'view.added' | 'view.removed' | 'view.changed', files: readonly string[]) => (files.length === 0 ? [] : [{
    name: `${text(locale, key)} (${files.length})`,
    value: fitLines(files.map((file) => fitEscaped(file, 200)), MAX_FIELD_VALUE, (left) => text(locale, 'view.more', { left })),
  }]);
  const fields = [
    ...names('view.added', changes.added), ...names('view.removed', changes.removed), ...names('view.changed', changes.changed),
    ...rejectedField(locale, changes.rejected),
  ];
  const unchanged = changes.added.length + changes.removed.length + changes.changed.length === 0;
  return payload(context, {
    lines: [
      text(locale, 'view.reloaded', { articles: status.articles, passages: status.passages, seconds: (status.build_ms / 1000).toFixed(2) }),
      ...(unchanged ? [text(locale, 'view.unchanged')] : []),
    ],
    embeds: fields.length > 0 ? [{ color: COLOURS.card, fields }] : [],
  });
}
