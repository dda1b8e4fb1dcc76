/** What an interaction holds, as plain data. */
import type { ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import type { Command, CommandOption, OptionValue, Place, Uploads } from '../../command/command.ts';
import type { Asker } from './permissions.ts';
import type { Press } from './read-press.ts';
import type { Options } from '../custom-id/custom-id.ts';
import { idsOf } from '../custom-id/message-ids.ts';
import type { Answerable } from '../outgoing/respond.ts';
import { canonical } from '../custom-id/spelled.ts';
import { typed } from '../typed.ts';
import { uploadOf } from './upload.ts';

/** Where and by whom. */
export const whereAsked = ({ guildId, channelId, user }: Answerable): Place => ({ server: guildId, channel: channelId, user: user.id });

/** What was given for the options, files apart; which subcommand is an option like any other. */
export function readOptions(interaction: ChatInputCommandInteraction, command: Command): Options {
  const values = Object.keys(command.options)
    .filter((name) => command.options[name]!.kind !== 'upload')
    .map((name) => [name, interaction.options.get(name)?.value] as const);
  const subcommand = command.subcommands && interaction.options.getSubcommand(false);
  return {
    ...(subcommand ? { [command.subcommands.option]: subcommand } : {}),
    ...Object.fromEntries(
      values.flatMap(([name, value]): [string, OptionValue][] =>
        value === undefined ? [] : [[name, typeof value === 'string' ? meant(value, command.options[name]!) : value]],
      ),
    ),
  };
}

/** A text as it is meant: words without Discord's marks; ids and names of files to the letter. */
const meant = (value: string, option: CommandOption): string =>
  canonical(option.kind === 'text' && option.exact !== true ? typed(value) : value);

/** The files that were sent along, not fetched yet. */
export function readUploads(interaction: ChatInputCommandInteraction, command: Command, apiUrl: string | null): Uploads {
  const names = Object.keys(command.options).filter((name) => command.options[name]!.kind === 'upload');
  return Object.fromEntries(
    names.flatMap((name) => {
      const attachment = interaction.options.getAttachment(name);
      return attachment ? [[name, uploadOf(attachment, apiUrl)]] : [];
    }),
  );
}

/** What a press tells. */
export function pressOf(interaction: MessageComponentInteraction): Press {
  const { message } = interaction;
  return {
    customId: interaction.customId,
    values: interaction.isStringSelectMenu() ? interaction.values : [],
    embeds: message.embeds.map((embed) => embed.data),
    ids: idsOf(message),
  };
}

/** Who asks, as far as their rights go. */
export function askerOf(interaction: Answerable): Asker {
  const roles = interaction.member?.roles;
  return {
    userId: interaction.user.id,
    guildId: interaction.guildId,
    roleIds: roles === undefined ? [] : Array.isArray(roles) ? roles : [...roles.cache.keys()],
    permissions: interaction.memberPermissions?.bitfield ?? 0n,
  };
}
