import type { HelpReply } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { escapeMarkdown } from '../escape.ts';
import { fitLines, MAX_EMBED_DESCRIPTION } from '../limits.ts';
import { COLOURS, type Payload, payload, type ViewContext } from './payload.ts';

/** `/help`: each command under the name it has in the reader's language, with an example as one would type it. */
export function helpView(reply: HelpReply, context: ViewContext): Payload {
  const { locale } = context;
  const lines = reply.entries.map(({ name, names, description, example, access }) => {
    const called = names[locale] === name ? `/${name}` : `/${names[locale]} (/${name})`;
    const note = access === 'everyone' ? '' : text(locale, access === 'admins' ? 'view.admins_only' : 'view.operators_only');
    return `**${escapeMarkdown(called)}** ${escapeMarkdown(description[locale] + note)}\n> ${escapeMarkdown(example)}`;
  });
  return payload(context, {
    lines: [text(locale, 'view.help'), `-# ${text(locale, 'view.help_ways')}`],
    embeds: [
      {
        description: fitLines(lines, MAX_EMBED_DESCRIPTION, (left) => text(locale, 'view.more', { left })) || text(locale, 'view.empty'),
        color: COLOURS.card,
      },
    ],
  });
}
