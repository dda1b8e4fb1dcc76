/** Buttons and menus: another page, an article, a decision, a vote. */
import { type MessageComponentInteraction, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { localeOf, text } from '../../text/index.ts';
import { mayUse, moderates } from './permissions.ts';
import { answer, commandUse, contextOf, draw, type CommandUse, runCommand } from '../outgoing/run-command.ts';
import { answerQuestion, type Desk, serve, turnAway } from './commands.ts';
import { deliveryOf, pressed } from './read-press.ts';
import { type DecisionState, unpackDecision, unpackRemoval } from '../custom-id/custom-id.ts';
import { askerOf, whereAsked, pressOf } from './read-interaction.ts';
import { replyLocale } from './server-rules.ts';
import { citeView } from '../views/cite.ts';
import { notice } from '../views/error.ts';
import { isVoted, judgedOf } from '../outgoing/vote.ts';

const PRIVATELY = { mode: 'reply', ephemeral: true } as const;

export async function answerPress(interaction: MessageComponentInteraction, desk: Desk): Promise<void> {
  const removal = unpackRemoval(interaction.customId);
  if (removal) return remove(interaction, removal.owner, desk);
  const decision = unpackDecision(interaction.customId);
  if (decision) return decide(interaction, decision, desk);
  const press = pressed(pressOf(interaction), desk.commands);
  if (!press) return turnAway(interaction, desk, { key: 'discord.expired' });
  const { message, user } = interaction;
  const own = (press.owner ?? message.interactionMetadata?.user.id) === user.id;
  const { mode, ephemeral } = deliveryOf(press.action, { own, ephemeral: message.flags.has(MessageFlags.Ephemeral) });
  const question: CommandUse = {
    ...press.question,
    locale: replyLocale(interaction, ephemeral, await desk.store.settings.of(interaction.guildId)),
    place: whereAsked(interaction),
  };
  // A private copy is its reader's, whoever asked first.
  if (mode === 'reply') question.owner = null;
  const { command } = question;
  if (press.action === 'post') return post(interaction, question, desk);
  if (press.action === 'cite') return cite(interaction, question, desk);
  if (press.action !== 'good' && press.action !== 'bad') return answerQuestion(interaction, { mode, ephemeral }, question, desk);
  if (!isVoted(command)) return turnAway(interaction, desk, { key: 'discord.expired' });
  await vote(interaction, question, press.action, desk);
}

/** Takes an answer away, for the one who asked: through the press itself, which needs no right in the channel. */
async function remove(interaction: MessageComponentInteraction, owner: string | null, desk: Desk): Promise<void> {
  if ((owner ?? interaction.message.interactionMetadata?.user.id) !== interaction.user.id)
    return turnAway(interaction, desk, { key: 'discord.not_yours' });
  await interaction.deferUpdate();
  await interaction.deleteReply();
  desk.journal.answered(interaction, { outcome: 'removed' });
}

/** Shows to all in the channel what only the one who pressed has seen: where they may write there, and questions are answered there. */
async function post(interaction: MessageComponentInteraction, question: CommandUse, desk: Desk): Promise<void> {
  const needed = interaction.channel?.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  if (!interaction.memberPermissions?.has(needed)) return turnAway(interaction, desk, { key: 'discord.may_not_post' });
  const locale = replyLocale(interaction, false, await desk.store.settings.of(interaction.guildId));
  await answerQuestion(interaction, { mode: 'reply', ephemeral: false }, { ...question, locale, owner: null }, desk);
}

/** Lets a command do what it has proposed: the one who may use it, in the message that only they see. */
async function decide(interaction: MessageComponentInteraction, { command: name, pending, yes }: DecisionState, desk: Desk): Promise<void> {
  const command = desk.commands.get(name);
  if (!command?.decide) return turnAway(interaction, desk, { key: 'discord.expired' });
  if (!mayUse(command, askerOf(interaction), desk.config))
    return turnAway(interaction, desk, { key: 'discord.not_operator', values: { command: name } });
  const carryOut = command.decide.bind(command);
  const question = commandUse(command, {}, localeOf(interaction.locale), whereAsked(interaction));
  const mode = interaction.message.flags.has(MessageFlags.Ephemeral) ? 'update' : 'reply';
  await serve(interaction, { mode, ephemeral: true, deferAtOnce: true }, desk, question.locale, { command: name }, async (progress) => {
    const reply = await carryOut(
      contextOf(question, { ...desk, progress, moderates: moderates(askerOf(interaction), desk.config) }),
      pending,
      yes,
    );
    return [draw(question, reply, desk), { outcome: yes ? 'confirmed' : 'given up' }];
  });
}

/** Asks the same again, to know what was shown: where that has changed, it is told. */
async function vote(interaction: MessageComponentInteraction, question: CommandUse, voted: 'good' | 'bad', desk: Desk): Promise<void> {
  const locale = localeOf(interaction.locale);
  await serve(interaction, PRIVATELY, desk, locale, { command: question.command.name }, async () => {
    const judged = judgedOf(question, await runCommand(question, desk), await desk.library.revision());
    if (!judged) return [notice(text(locale, 'discord.expired')), { outcome: 'discord.expired' }];
    const before = await desk.store.feedback.vote(interaction.user.id, judged, voted === 'good');
    return [notice(text(locale, `discord.vote_${before}`, { vote: voted === 'good' ? '👍' : '👎' })), { outcome: voted }];
  });
}

/** Draws the page again, to know what it quotes: where that has changed, it is told. */
async function cite(interaction: MessageComponentInteraction, question: CommandUse, desk: Desk): Promise<void> {
  const locale = localeOf(interaction.locale);
  if (!mayUse(question.command, askerOf(interaction), desk.config)) return turnAway(interaction, desk, { key: 'discord.expired' });
  await serve(interaction, PRIVATELY, desk, locale, { command: question.command.name }, async () => {
    const { quoted = [] } = (await answer(question, desk)).payload;
    if (quoted.length === 0) return [notice(text(locale, 'discord.expired')), { outcome: 'discord.expired' }];
    return [citeView(locale, quoted, dayInChina(interaction.createdTimestamp)), { outcome: 'cited', hits: quoted.length }];
  });
}

/** The day, as the standard's country counts it, on which Discord says that somebody pressed. Of the articles' days it tells nothing. */
const dayInChina = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
