/** Messages that people write: what the bot is told of them, and how an answer is tied to one. */
import type { Actor } from './interactions.ts';
import { profile, type State } from './state.ts';
import type { Fields, LocalUser, Message, MessageBody } from './types.ts';

const REPLY = 19;
export const Intent = { guildMessages: 1 << 9, directMessages: 1 << 12 } as const;

export interface SayInput extends Omit<Actor, 'outside' | 'locale'> {
  content: string;
  /** The message that is answered; its author is mentioned unless `ping` is false. */
  replyTo?: Message;
  ping?: boolean;
}

/** The id of the role that a server keeps for the bot alone: one can mention it like the bot. */
export const botRoleOf = (guildId: string): string => (BigInt(guildId) + 1n).toString();

/** Puts a user's message into a channel. */
export function writeMessage(
  state: State,
  defaultUser: LocalUser,
  { user = defaultUser, guild, content, replyTo, ping = true }: SayInput,
): Message {
  const guildId = guild === undefined ? (state.guilds.keys().next().value ?? null) : guild;
  const channelId = guildId === null ? state.directChannel(user.id) : state.guilds.get(guildId)?.channelId;
  if (channelId === undefined) throw new Error(`the bot is not in the server ${guildId}`);
  const mentioned = new RegExp(`<@!?${state.bot.id}>`).test(content) || (ping && replyTo?.author.id === state.bot.id);
  const role = guildId !== null && content.includes(`<@&${botRoleOf(guildId)}>`) ? [botRoleOf(guildId)] : [];
  return state.createMessage(
    channelId,
    { content },
    {
      author: profile(user),
      application_id: undefined,
      mentions: mentioned ? [state.bot] : [],
      mention_roles: role,
      ...(replyTo
        ? { type: REPLY, message_reference: { type: 0, message_id: replyTo.id, channel_id: channelId }, referenced_message: replyTo }
        : {}),
    },
  );
}

/**
 * The event of a message, with the intent that it needs. What it says is left out where it is neither direct nor
 * mentions the bot: that would take the privileged intent.
 */
export function messageEvent(state: State, message: Message): { packet: Fields; intent: number } {
  const guild = state.guildOf(message.channel_id);
  const told =
    guild === undefined || message.mentions.some(({ id }) => id === state.bot.id) || message.mention_roles.includes(botRoleOf(guild.id));
  const answered = message.referenced_message as Message | undefined;
  const packet = {
    ...message,
    ...(told ? {} : EMPTY),
    ...(answered ? { referenced_message: answered.author.id === state.bot.id ? answered : { ...answered, ...EMPTY } } : {}),
    ...(guild
      ? { guild_id: guild.id, member: { roles: [], joined_at: '2020-01-01T00:00:00.000000+00:00', deaf: false, mute: false, flags: 0 } }
      : { channel_type: 1 }),
  };
  return { packet, intent: guild ? Intent.guildMessages : Intent.directMessages };
}

const EMPTY = { content: '', embeds: [], attachments: [], components: [] } as const;

/** What ties the bot's message to the one that it answers, and the nonce that it came with. */
export function answerFields(state: State, { message_reference: reference, nonce }: MessageBody): Fields {
  const answered = state.messages.get(reference?.message_id ?? '');
  const told = nonce === undefined ? {} : { nonce };
  return answered
    ? {
        ...told,
        type: REPLY,
        message_reference: { type: 0, message_id: answered.id, channel_id: answered.channel_id },
        referenced_message: answered,
      }
    : told;
}

/** Discord looks for a nonce among the messages of the last few minutes. In ms. */
const NONCE_MS = 5 * 60_000;

/** Where a nonce is to be kept, the bot's message that came with it before; null where there is none. */
export function sentBefore(state: State, channelId: string, { nonce, enforce_nonce: isEnforced }: MessageBody): Message | null {
  if (nonce === undefined || isEnforced !== true) return null;
  const since = state.now() - NONCE_MS;
  const same = (each: Message) => each.channel_id === channelId && each.nonce === nonce && each.author.id === state.bot.id;
  return [...state.messages.values()].find((each) => same(each) && Date.parse(each.timestamp) >= since) ?? null;
}
