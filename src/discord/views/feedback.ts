import type { FeedbackReply } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { escapeMarkdown } from '../escape.ts';
import { fitLines, MAX_EMBED_DESCRIPTION } from '../limits.ts';
import { fitEscaped } from './hit.ts';
import { COLOURS, type Payload, payload, type ViewContext } from './payload.ts';

const MAX_QUESTION = 300;

/** `/feedback`: what did not please, the latest first; as a file of JSON lines where that was asked for. */
export function feedbackView({ counts, total, failures, lines, lasting }: FeedbackReply, context: ViewContext): Payload {
  const { locale } = context;
  const entries = failures.map(({ command, question, filters, answered, up, down, at, shown }) =>
    [
      `👎 ${down} 👍 ${up} · \`/${command}\` ${fitEscaped(question, MAX_QUESTION)}`,
      `-# ${at.slice(0, 10)}${answered === false ? ` · ${text(locale, 'view.feedback_unanswered')}` : ''}${Object.entries(filters)
        .map(([name, value]) => ` · ${escapeMarkdown(`${name}:${value}`)}`)
        .join('')}${shown[0] ? ` · ${fitEscaped(shown[0].article, 100)}` : ''}`,
    ].join('\n'),
  );
  return {
    ...payload(context, {
      lines: [
        text(locale, 'view.feedback', { up: counts.up, down: counts.down, total }),
        ...(lasting ? [] : [text(locale, 'view.feedback_lost')]),
      ],
      embeds:
        entries.length > 0
          ? [{ color: COLOURS.card, description: fitLines(entries, MAX_EMBED_DESCRIPTION, (left) => text(locale, 'view.more', { left })) }]
          : [],
    }),
    ...(lines === null || lines === '' ? {} : { files: [{ name: 'feedback.jsonl', content: lines }] }),
  };
}
