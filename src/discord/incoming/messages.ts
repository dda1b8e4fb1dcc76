import type { Message } from 'discord.js';
import type { Command } from '../../command/command.ts';
import type { ServerSettings } from '../../store/settings.ts';
import { type Locale, text } from '../../text/index.ts';
import { answer, commandUse, mainOption } from '../outgoing/run-command.ts';
import { type Desk, type NoAnswer, wrongChannel } from './commands.ts';
import { type Outcome, outcomeOf } from './journal.ts';
import { keptFilters, messageLocale } from './read-message.ts';
import { keepUnanswered } from '../outgoing/vote.ts';
import { replyInThread, replyTo } from '../outgoing/respond.ts';
import { isOpenHere } from './server-rules.ts';
import { type SmallTalk, smallTalk } from './small-talk.ts';
import { notice } from '../views/error.ts';
import type { Payload } from '../views/payload.ts';

const ASK_COMMAND = 'ask';
const HELP_COMMAND = 'help';

/**
 * Answers a question in a message, below it for all to see: there is no other way to answer one.
 *
 * @param refusal why it is not answered, where that is known already
 * @throws what Discord answers where nothing may be said
 */
export async function answerMessage(message: Message, asked: string, refusal: NoAnswer | null, desk: Desk): Promise<void> {
  const settings = await desk.store.settings.of(message.guildId);
  const locale = messageLocale(message, settings);
  const command = desk.commands.get(ASK_COMMAND);
  if (!command) return;
  const called = (name: string): string => desk.mention?.(name, message.guildId) ?? `/${desk.commands.get(name)?.names[locale] ?? name}`;
  const talk = smallTalk(asked);
  const began = performance.now();
  const refused = refusal ?? (talk ? talkBack(talk, called) : refusalHere(message, command, settings, called));
  const [payload, outcome] = refused
    ? [notice(text(locale, refused.key, refused.values)), { outcome: refused.key }]
    : await answered(message, asked, command, locale, desk);
  const apart = !refused && settings.threads.includes(message.channelId) && (await replyInThread(message, asked, payload));
  if (!apart) await replyTo(message, payload);
  desk.journal.answered(message, { command: command.name, ms: Math.round(performance.now() - began), ...outcome });
}

/** Two lines for who says nothing, or greets: the whole help is for those who ask for it, alone. */
function talkBack(talk: SmallTalk, called: (command: string) => string): NoAnswer {
  return { key: talk === 'thanks' ? 'discord.thanks' : 'discord.hello', values: { ask: called(ASK_COMMAND), help: called(HELP_COMMAND) } };
}

/** Why this server does not want it answered here. */
function refusalHere(message: Message, command: Command, settings: ServerSettings, called: (name: string) => string): NoAnswer | null {
  if (message.guildId !== null && settings.private) return { key: 'discord.private_here', values: { command: called(ASK_COMMAND) } };
  return isOpenHere(message, command, settings) ? null : wrongChannel(settings);
}

async function answered(message: Message, asked: string, command: Command, locale: Locale, desk: Desk): Promise<[Payload, Outcome]> {
  const main = mainOption(command);
  const options = main === undefined ? {} : { ...keptFilters(message, message.client.user.id, command, desk.commands), [main]: asked };
  const place = { server: message.guildId, channel: message.channelId, user: message.author.id };
  try {
    const question = { ...commandUse(command, options, locale, place), owner: message.author.id, seenBy: 'all' as const };
    const { payload, reply } = await answer(question, desk);
    if (desk.config.keepUnanswered) await keepUnanswered(question, reply, desk.store);
    return [payload, { outcome: 'answered', hits: 'total' in reply ? reply.total : undefined }];
  } catch (error) {
    return [desk.journal.explain(locale, message, error), outcomeOf(error)];
  }
}
