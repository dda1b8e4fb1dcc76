/** Slash commands and the message menu: from an interaction to its answer, whatever comes of it. */
import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import { type Command, isBotWide } from '../../command/command.ts';
import type { Config } from '../../config.ts';
import type { Progress } from '../../library.ts';
import type { AnswerReply } from '../../reply.ts';
import type { ServerSettings } from '../../store/settings.ts';
import { type Locale, localeOf, text, type TextKey } from '../../text/index.ts';
import { isOffered, mayUse, moderates, type Operators } from './permissions.ts';
import { answer, commandUse, mainOption, type CommandUse, type ReplySources } from '../outgoing/run-command.ts';
import { keepUnanswered } from '../outgoing/vote.ts';
import { type Journal, type Outcome, outcomeOf } from './journal.ts';
import { queryFrom } from './read-message.ts';
import { ProgressReport } from '../outgoing/progress.ts';
import { askerOf, whereAsked, readOptions, readUploads } from './read-interaction.ts';
import { type Answerable, type Delivery, respond } from '../outgoing/respond.ts';
import { isOpenHere, isPrivate, replyLocale } from './server-rules.ts';
import { notice } from '../views/error.ts';
import type { Payload } from '../views/payload.ts';

/** What every answer is made with. */
export interface Desk extends ReplySources {
  config: Operators & Pick<Config, 'logQueries' | 'keepUnanswered' | 'apiUrl'>;
  journal: Journal;
}

/** Why there is no answer, in the words of the text tables. */
export interface NoAnswer {
  key: TextKey;
  values?: Record<string, string | number>;
}

/** Of the channels where questions are answered, so many are named to someone who asks elsewhere. */
const MAX_NAMED_CHANNELS = 20;

export async function answerCommand(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  const command = desk.commands.get(interaction.commandName);
  if (!command) return turnAwayUnknown(interaction, desk);
  const settings = await desk.store.settings.of(interaction.guildId);
  const ephemeral = isPrivate(command, settings, interaction.options.getBoolean('private'));
  const question = commandUse(
    command,
    readOptions(interaction, command),
    replyLocale(interaction, ephemeral, settings),
    whereAsked(interaction),
  );
  const uploads = readUploads(interaction, command, desk.config.apiUrl);
  await answerQuestion(interaction, { mode: 'reply', ephemeral, deferAtOnce: isBotWide(command) }, { ...question, uploads }, desk);
}

/** The menu of a message: its text is looked for, for the one who chose it alone. */
export async function answerMenu(interaction: MessageContextMenuCommandInteraction, desk: Desk): Promise<void> {
  const command = [...desk.commands.values()].find(({ messageMenu }) => messageMenu?.en === interaction.commandName);
  const main = command && mainOption(command);
  const option = main === undefined ? undefined : command?.options[main];
  if (!command || main === undefined || option?.kind !== 'text') return turnAwayUnknown(interaction, desk);
  const query = queryFrom(interaction.targetMessage, option.maxLength);
  await answerQuestion(
    interaction,
    { mode: 'reply', ephemeral: true },
    commandUse(command, { [main]: query }, localeOf(interaction.locale), whereAsked(interaction)),
    desk,
  );
}

/** Answers where the one who asks may ask, and here. */
export async function answerQuestion(interaction: Answerable, delivery: Delivery, question: CommandUse, desk: Desk): Promise<void> {
  const { command, options, page } = question;
  if (!mayUse(command, askerOf(interaction), desk.config))
    return turnAway(interaction, desk, {
      key: command.access === 'admins' ? 'discord.not_admin' : 'discord.not_operator',
      values: { command: command.name },
    });
  const settings = await desk.store.settings.of(interaction.guildId);
  if (!isOpenHere(interaction, command, settings)) return turnAway(interaction, desk, wrongChannel(settings));
  const about = { command: command.name, page, ...(desk.config.logQueries ? { options } : {}) };
  const { keepUnanswered: keepsUnanswered } = desk.config;
  const given: { reply?: AnswerReply } = {};
  await serve(interaction, delivery, desk, question.locale, about, async (progress) => {
    const asker = askerOf(interaction);
    const offered = (each: Command): boolean => isOffered(each, asker, desk.config);
    const seenBy = delivery.ephemeral ? 'asker' : 'all';
    const sources = { ...desk, progress, offered, keepsUnanswered, moderates: moderates(asker, desk.config) };
    const { payload, reply } = await answer({ ...question, seenBy }, sources);
    given.reply = reply;
    return [
      payload,
      {
        outcome: 'answered',
        hits: 'total' in reply ? reply.total : undefined,
        ...('answered' in reply ? { answered: reply.answered } : {}),
      },
    ];
  });
  // When it was seen, and once: who turns a page does not ask again.
  if (keepsUnanswered && given.reply && !interaction.isMessageComponent()) await keepUnanswered(question, given.reply, desk.store);
}

/** Says, to the one who asked alone, why there is no answer. */
export async function turnAway(interaction: Answerable, desk: Desk, { key, values }: NoAnswer): Promise<void> {
  const locale = localeOf(interaction.locale);
  await serve(interaction, { mode: 'reply', ephemeral: true }, desk, locale, {}, () =>
    Promise.resolve([notice(text(locale, key, values)), { outcome: key }]),
  );
}

function turnAwayUnknown(interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction, desk: Desk): Promise<void> {
  return turnAway(interaction, desk, {
    key: 'error.unknown_command',
    values: { name: interaction.commandName, commands: [...desk.commands.keys()].join(' ') },
  });
}

/**
 * Does the work, shows what came of it or why it failed, and writes down which. `work` may tell how far it is, which is
 * shown in `locale`; a failure is explained in the language of the one who asked.
 *
 * @throws what Discord answers when nothing can be shown
 */
export async function serve(
  interaction: Answerable,
  delivery: Delivery,
  { journal }: Desk,
  locale: Locale,
  about: Partial<Outcome>,
  work: (progress: Progress) => Promise<[Payload, Outcome]>,
): Promise<void> {
  const began = performance.now();
  let outcome: Outcome = { outcome: 'lost' };
  await respond(
    interaction,
    delivery,
    async (meanwhile) => {
      const progress = new ProgressReport((done, total) => meanwhile(notice(text(locale, 'view.reloading', { done, total }))));
      try {
        const [payload, worked] = await work(progress.report);
        outcome = worked;
        return payload;
      } finally {
        await progress.settle();
      }
    },
    (error) => {
      outcome = outcomeOf(error);
      return journal.explain(localeOf(interaction.locale), interaction, error);
    },
  );
  journal.answered(interaction, { ...about, ms: Math.round(performance.now() - began), ...outcome });
}

/** Names the channels where questions are answered. */
export const wrongChannel = ({ channels }: ServerSettings): NoAnswer => ({
  key: 'discord.wrong_channel',
  values: {
    channels: channels
      .slice(0, MAX_NAMED_CHANNELS)
      .map((id) => `<#${id}>`)
      .join(' '),
  },
});
