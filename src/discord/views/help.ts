import type { HelpReply } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { escapeMarkdown } from '../escape.ts';
import { fitLines, MAX_EMBED_DESCRIPTION } from '../limits.ts';
import { COLOURS, type Payload, payload, type ViewContext } from './payload.ts';

/**
 * `/help`: each command to be clicked, under the name it has in the reader's language, with an example as one would type it; then what
 * helps with several of them, and what is kept of whom.
 */
export function helpView(reply: HelpReply, context: ViewContext): Payload {
  const { locale, links } = context;
  const commands = reply.entries.map(({ name, names, description, examples, subcommands, access }) => {
    const called = names[locale] === name ? `/${name}` : `/${names[locale]} (/${name})`;
    // Of a command with subcommands, only these can be clicked.
    const clicked = (subcommands.length > 0 ? subcommands.map((each) => `${name} ${each}`) : [name]).map((each) => links.command(each));
    const heading = clicked.every((each) => each !== null) ? clicked.join(' ') : `**${escapeMarkdown(called)}**`;
    const note = access === 'everyone' ? '' : text(locale, access === 'admins' ? 'view.admins_only' : 'view.operators_only');
    return `${heading} ${escapeMarkdown(description[locale] + note)}\n> ${escapeMarkdown(examples[locale])}`;
  });
  const lessons = reply.lessons.map(({ topic, examples }) => `${text(locale, `help.${topic}`)}\n> ${escapeMarkdown(examples[locale])}`);
  const privacy = (['help.privacy', ...(reply.keeps_unanswered ? (['help.unanswered'] as const) : [])] as const).map(
    (key) => `-# ${text(locale, key)}`,
  );
  const more = (left: number) => text(locale, 'view.more', { left });
  return payload(context, {
    lines: [text(locale, 'view.help'), `-# ${text(locale, 'view.help_ways')}`],
    embeds: [
      { description: fitLines(commands, MAX_EMBED_DESCRIPTION, more) || text(locale, 'view.empty'), color: COLOURS.card },
      { description: fitLines([...lessons, ...privacy], MAX_LESSONS, more), color: COLOURS.plain },
    ],
  });
}

/** With the commands, under what all embeds of a message may hold. */
const MAX_LESSONS = 1500;
