/**
 * Questions that come as messages: one that mentions the bot, a direct one, an answer to one of the bot's own. Their text
 * arrives without the privileged intent; of all other messages the bot is told, but not what they say.
 */
import type { Message } from 'discord.js';
import type { Command, OptionValue } from '../../command/command.ts';
import { toSimplified, toTraditional } from '../../language/script.ts';
import type { ServerSettings } from '../../store/settings.ts';
import { type Locale, localeOf } from '../../text/index.ts';
import { queryOf } from './read-press.ts';
import type { Options } from '../custom-id/custom-id.ts';
import { lastSentenceEnd, takeGraphemes } from '../limits.ts';
import { idsOf } from '../custom-id/message-ids.ts';
import { canonical } from '../custom-id/spelled.ts';
import { typed } from '../typed.ts';

/**
 * What a message asks of the bot: its text without the mention, perhaps nothing; null where it is not for the bot. A
 * mention counts where it is written, the bot's own role's too, or where it comes with an answer to the bot's own message;
 * not that of another role or of everyone.
 */
export function questionIn(message: Message, botId: string): string | null {
  const { author, system, webhookId, content } = message;
  if (author.bot || system || webhookId !== null) return null;
  const role = message.guild?.roles.botRoleFor(botId)?.id;
  const mentioned =
    content.includes(`<@${botId}>`) || content.includes(`<@!${botId}>`) || (role !== undefined && content.includes(`<@&${role}>`));
  const forBot = message.guildId === null || mentioned || (content !== '' && referenced(message)?.author.id === botId);
  return forBot ? canonical(typed(content)) : null;
}

/** The message that this one answers, which comes along with it; null where there is none, or it is gone. */
function referenced({ reference, channel }: Message): Message | null {
  return reference?.messageId ? (channel.messages.cache.get(reference.messageId) ?? null) : null;
}

/**
 * The filters of the message that is answered, for a question that takes them up: those that were set there, and the
 * place or person that it is about. Empty where it is not one of the bot's answers.
 */
export function keptFilters(message: Message, botId: string, question: Command, commands: ReadonlyMap<string, Command>): Options {
  const answered = referenced(message);
  if (answered?.author.id !== botId) return {};
  const query = queryOf({ embeds: answered.embeds.map((embed) => embed.data), ids: idsOf(answered) }, commands);
  if (!query) return {};
  const [main = '', ...others] = Object.keys(query.command.options);
  const kept = [...others, ...(main in question.options ? [main] : [])].filter((name) => name in question.options && name !== 'limit');
  const about: [string, OptionValue][] =
    query.command.name in question.options && query.options[main] !== undefined ? [[query.command.name, query.options[main]]] : [];
  return Object.fromEntries([
    ...kept.flatMap((name): [string, OptionValue][] => (query.options[name] === undefined ? [] : [[name, query.options[name]]])),
    ...about,
  ]);
}

/** The language of an answer in a channel: the server's; of a direct one: that of the question, for nothing else tells. */
export function messageLocale({ guild, content }: Pick<Message, 'guild' | 'content'>, settings: ServerSettings): Locale {
  if (guild) return settings.language === 'auto' ? localeOf(guild.preferredLocale) : settings.language;
  if (!/\p{Script=Han}/u.test(content)) return 'en';
  return toSimplified(content) !== content && toTraditional(content) === content ? 'zh-TW' : 'zh-CN';
}

/** What a message says, as a query: its text, or that of its embeds; the first sentences of a long one. */
export function queryFrom({ content, embeds }: Pick<Message, 'content' | 'embeds'>, max: number): string {
  const text = canonical(
    typed(content === '' ? embeds.map(({ title, description }) => `${title ?? ''} ${description ?? ''}`).join(' ') : content),
  );
  if (text.length <= max) return text;
  const start = takeGraphemes(text, max);
  return start.slice(0, lastSentenceEnd(start) || start.length);
}
