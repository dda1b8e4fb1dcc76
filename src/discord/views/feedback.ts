import type { FeedbackReply } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { escapeMarkdown } from '../escape.ts';
import { fitLines } from '../limits.ts';
import { fitEscaped } from './hit.ts';
import { COLOURS, type Payload, payload, type ViewContext } from './payload.ts';

const MAX_QUESTION = 300;
/** Two such lists and a title stay under what all embeds of a message may hold. */
const MAX_LISTED = 2900;

/** `/feedback`: what did not please, the latest first, and what was asked in vain; as a file of JSON lines where that was asked for. */
export function feedbackView({ counts, total, failures, unanswered, lines, lasting }: FeedbackReply, context: ViewContext): Payload {
  const { locale } = context;
  const entries = failures.map(({ command, question, filters, answered, up, down, at, shown }) =>
    [
      `👎 ${down} 👍 ${up} · \`/${command}\` ${fitEscaped(question, MAX_QUESTION)}`,
      [
        `-# ${at.slice(0, 10)}`,
        ...(answered === false ? [text(locale, 'view.feedback_unanswered')] : []),
        ...filtersOf(filters),
        ...(shown[0] ? [fitEscaped(shown[0].article, 100)] : []),
      ].join(' · '),
    ].join('\n'),
  );
  const inVain = unanswered.questions.map(({ question, filters, times }) =>
    [`**${text(locale, 'feedback.times', { times })}** ${fitEscaped(question, MAX_QUESTION)}`, ...filtersOf(filters)].join(' · '),
  );
  const more = (left: number) => text(locale, 'view.more', { left });
  return {
    ...payload(context, {
      lines: [
        text(locale, 'view.feedback', { up: counts.up, down: counts.down, total }),
        ...(lasting ? [] : [text(locale, 'view.feedback_lost')]),
      ],
      embeds: [
        ...(entries.length > 0 ? [{ color: COLOURS.card, description: fitLines(entries, MAX_LISTED, more) }] : []),
        ...(inVain.length > 0
          ? [
              {
                title: text(locale, 'feedback.unanswered', { total: unanswered.total }),
                color: COLOURS.nearest,
                description: fitLines(inVain, MAX_LISTED, more),
              },
            ]
          : []),
      ],
    }),
    ...(lines === null || lines === '' ? {} : { files: [{ name: 'feedback.jsonl', content: lines }] }),
  };
}

const filtersOf = (filters: Readonly<Record<string, string | number>>): string[] =>
  Object.entries(filters).map(([name, value]) => escapeMarkdown(`${name}:${value}`));
