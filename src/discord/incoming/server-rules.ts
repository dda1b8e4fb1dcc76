/** What is set for a server, applied to one interaction in it. */
import type { Interaction } from 'discord.js';
import type { Command } from '../../command/command.ts';
import type { ServerSettings } from '../../store/settings.ts';
import { type Locale, localeOf } from '../../text/index.ts';

type Answerable = Pick<Interaction, 'locale' | 'guildLocale'>;
/** Where something is asked. */
interface Where {
  channelId: string | null;
  channel: { isThread(): boolean } | null;
}

/** The option of every public command by which its user says who shall see the reply. */
export const PRIVATE_OPTION = {
  kind: 'flag',
  required: false,
  names: { 'zh-CN': '私密', 'zh-TW': '私密', 'en': 'private' },
  description: { 'zh-CN': '回复是否只让我看见', 'zh-TW': '回覆是否只讓我看見', 'en': 'Whether I alone see the reply' },
} as const;

/** Whether a reply is for the asker alone: always by some commands; else as the asker wishes, or else the server. */
export function isPrivate(command: Command, settings: ServerSettings, wish: boolean | null): boolean {
  return command.visibility === 'private' || (wish ?? settings.private);
}

/** A public reply speaks the language set for the server, or else the server's own; a private one the reader's. */
export function replyLocale(interaction: Answerable, ephemeral: boolean, settings: ServerSettings): Locale {
  if (ephemeral) return localeOf(interaction.locale);
  return settings.language === 'auto' ? localeOf(interaction.guildLocale ?? interaction.locale) : settings.language;
}

/** Whether the command may be used in this channel; a thread goes by its channel. Private commands may be used in all. */
export function isOpenHere({ channel, channelId }: Where, command: Command, { channels }: ServerSettings): boolean {
  if (command.visibility === 'private' || channels.length === 0) return true;
  const parent = channel?.isThread() && 'parentId' in channel && typeof channel.parentId === 'string' ? channel.parentId : null;
  return [channelId, parent].some((id) => id !== null && channels.includes(id));
}
