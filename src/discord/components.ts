import type { MessageComponentInteraction } from 'discord.js';
import type { Command } from '../command.ts';
import { ARTICLE_COMMAND, mainOption, type Question } from './answer.ts';
import { type Action, type QueryStore, unpackId } from './custom-id.ts';

/** What a button or menu asks for; `expired` where that can no longer be told. */
export function pressed(
  interaction: MessageComponentInteraction, commands: ReadonlyMap<string, Command>, store: QueryStore,
): Omit<Question, 'locale'> & { action: Action } | 'expired' {
  const state = unpackId(interaction.customId, store);
  if (typeof state === 'string') return 'expired';
  const command = commands.get(state.action === 'read' ? ARTICLE_COMMAND : state.command);
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  if (!command || (state.action !== 'page' && chosen === undefined)) return 'expired';
  const main = mainOption(command);
  const options = chosen === undefined || main === undefined ? state.options : { ...state.options, [main]: chosen };
  return { action: state.action, command, options, page: state.action === 'page' ? state.page : 0, stamp: state.action === 'read' ? null : state.stamp };
}

/**
 * Turning a page changes the message of whoever asked; anyone else gets a copy that only they see, and so does everyone
 * who opens an article.
 */
export function deliveryOf(interaction: MessageComponentInteraction, action: Action): { mode: 'reply' | 'update'; ephemeral: boolean } {
  const own = interaction.message.interactionMetadata?.user.id === interaction.user.id;
  if (action === 'read' || !own) return { mode: 'reply', ephemeral: true };
  return { mode: 'update', ephemeral: interaction.message.flags.has('Ephemeral') };
}
