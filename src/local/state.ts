import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Attachments } from './attachments.ts';
import type { Exchange } from './exchange.ts';
import {
  FLAG_LOADING,
  type Fields,
  type GuildSeed,
  type LocalUser,
  type Message,
  type MessageBody,
  type RegisteredCommand,
  type User,
} from './types.ts';

const DISCORD_EPOCH = 1_420_070_400_000;
/** View channels, send messages, embed links, use slash commands, read history: what a plain member may do. */
export const PLAIN_MEMBER = 0x400n | 0x800n | 0x4000n | 0x10000n | 0x80000000n;

export interface Channel {
  id: string;
  name: string;
}
/** `channelId` is its first channel. */
export interface Guild {
  id: string;
  name: string;
  locale: string;
  channelId: string;
  channels: readonly Channel[];
}

/** An interaction that was sent to the bot, and what the bot has done about it. */
export interface PendingInteraction {
  id: string;
  token: string;
  type: number;
  createdAt: number;
  user: LocalUser;
  channelId: string;
  commandName: string | null;
  /** The message whose button was pressed. */
  source: Message | null;
  /** The kind of callback it was acknowledged with. */
  acknowledged: number | null;
  original: Message | null;
  exchange: Exchange;
}

/** What a page that shows the loopback must hear of. */
interface Changes {
  message: [Message];
  gone: [id: string];
  commands: [];
}

/** All that the loopback remembers. Time can be moved on, so that tests need not wait. */
export class State {
  readonly bot: User;
  readonly applicationId: string;
  readonly guilds = new Map<string, Guild>();
  readonly commands = new Map<string, RegisteredCommand[]>();
  readonly messages = new Map<string, Message>();
  readonly pending = new Map<string, PendingInteraction>();
  readonly attachments = new Attachments();
  /** Threads by their ids, which are those of the messages that they begin at, with the channels that they are in. */
  readonly threads = new Map<string, string>();
  readonly changes = new EventEmitter<Changes>();
  /** Bulk overwrites so far: a bot that compares first makes none when nothing differs. */
  overwrites = 0;
  private readonly directs = new Map<string, string>();
  private offset = 0;
  private counter = 0n;

  constructor(
    readonly token: string,
    seeds: readonly GuildSeed[],
    botName = 'local-bot',
  ) {
    this.applicationId = this.snowflake();
    this.bot = { ...profile({ id: this.applicationId, name: botName }), bot: true };
    for (const seed of seeds) {
      const channels = (seed.channels ?? ['新闻']).map((name) => ({ id: this.snowflake(), name }));
      this.guilds.set(seed.id, {
        id: seed.id,
        name: seed.name ?? '本地服务器',
        locale: seed.locale ?? 'zh-CN',
        channels,
        channelId: channels[0]?.id ?? '',
      });
    }
  }

  now(): number {
    return Date.now() + this.offset;
  }
  /** Moves the loopback's clock on by `ms`. */
  advance(ms: number): void {
    this.offset += ms;
  }

  snowflake(): string {
    return ((BigInt(this.now() - DISCORD_EPOCH) << 22n) | (this.counter++ & 0xfffn)).toString();
  }

  isChannel(id: string): boolean {
    return this.guildOf(id) !== undefined || this.threads.has(id) || [...this.directs.values()].includes(id);
  }

  /** The server that a channel belongs to. */
  guildOf(channelId: string): Guild | undefined {
    return [...this.guilds.values()].find((guild) => guild.channels.some(({ id }) => id === channelId));
  }

  /** The channel of the direct messages between the bot and a user. */
  directChannel(userId: string): string {
    const id = this.directs.get(userId) ?? this.snowflake();
    this.directs.set(userId, id);
    return id;
  }

  /** The commands a user finds in `guildId`: the server's own before the global ones. */
  command(name: string, guildId: string | null, type: number): RegisteredCommand | undefined {
    const own = guildId === null ? [] : (this.commands.get(guildId) ?? []);
    return [...own, ...(this.commands.get('') ?? [])].find((command) => command.name === name && command.type === type);
  }

  createPending(
    fields: Omit<PendingInteraction, 'id' | 'token' | 'createdAt' | 'acknowledged' | 'original'> & { id: string },
  ): PendingInteraction {
    const token = randomBytes(48).toString('base64url');
    const pending: PendingInteraction = { ...fields, token, createdAt: this.now(), acknowledged: null, original: null };
    this.pending.set(pending.id, pending);
    return pending;
  }

  createMessage(channelId: string, body: MessageBody, more: Fields = {}): Message {
    const id = this.snowflake();
    const message: Message = {
      id,
      channel_id: channelId,
      type: 0,
      author: this.bot,
      content: body.content ?? '',
      embeds: drawn(body.embeds),
      components: numbered(body.components),
      flags: body.flags ?? 0,
      timestamp: new Date(this.now()).toISOString(),
      edited_timestamp: null,
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
      attachments: body.attachments ?? [],
      pinned: false,
      tts: false,
      application_id: this.applicationId,
      ...more,
    };
    this.messages.set(id, message);
    this.changes.emit('message', message);
    return message;
  }

  /** Puts what `body` names in place of what `message` had; nothing else changes. */
  editMessage(message: Message, body: MessageBody): void {
    if (body.content !== undefined) message.content = body.content ?? '';
    if (body.embeds !== undefined) message.embeds = drawn(body.embeds);
    if (body.components !== undefined) message.components = numbered(body.components);
    if (body.attachments !== undefined) message.attachments = body.attachments ?? [];
    message.flags = (message.flags | (body.flags ?? 0)) & ~FLAG_LOADING;
    message.edited_timestamp = new Date(this.now()).toISOString();
    this.changes.emit('message', message);
  }

  deleteMessage(message: Message): void {
    this.messages.delete(message.id);
    this.changes.emit('gone', message.id);
  }

  /** Puts the commands of a server (`''`: everywhere) in place of those it had. */
  setCommands(scope: string, commands: RegisteredCommand[]): void {
    this.overwrites++;
    this.commands.set(scope, commands);
    this.changes.emit('commands');
  }

  /** The commands found in `guildId`: the global ones and its own, which stand in for those of the same name. */
  commandsIn(guildId: string): RegisteredCommand[] {
    const own = this.commands.get(guildId) ?? [];
    return [
      ...(this.commands.get('') ?? []).filter(({ name, type }) => !own.some((each) => each.name === name && each.type === type)),
      ...own,
    ];
  }
}

const drawn = (embeds: Fields[] | null | undefined): Fields[] =>
  (embeds ?? []).map((embed) => ({
    ...embed,
    type: 'rich',
    ...(Array.isArray(embed.fields) ? { fields: (embed.fields as Fields[]).map((field) => ({ inline: false, ...field })) } : {}),
  }));

const STRING_SELECT = 3;

/** Discord numbers the components that come without an id, and fills in what a menu leaves out. */
function numbered(components: Fields[] | null | undefined): Fields[] {
  let next = 1;
  const number = (component: Fields): Fields => ({
    ...(component.type === STRING_SELECT ? { min_values: 1, max_values: 1 } : {}),
    ...component,
    id: component.id ?? next++,
    ...(Array.isArray(component.components) ? { components: (component.components as Fields[]).map(number) } : {}),
  });
  return (components ?? []).map(number);
}

export function profile(user: LocalUser): User {
  return {
    id: user.id,
    username: user.name,
    discriminator: '0',
    global_name: user.name,
    avatar: null,
    bot: false,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
  };
}
