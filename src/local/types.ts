/** The shapes that travel over the loopback, as far as it looks into them. Field names are Discord's. */

export type Fields = Record<string, unknown>;

/** Someone who uses the loopback. `permissions` is Discord's bit field; a plain member's by default. */
export interface LocalUser {
  id: string;
  name: string;
  roles?: readonly string[];
  permissions?: bigint;
}

/** A server that the bot is in. `locale` is its preferred locale; it has one channel, unless their names are told. */
export interface GuildSeed {
  id: string;
  name?: string | undefined;
  locale?: string | undefined;
  channels?: readonly string[] | undefined;
}

export interface User {
  id: string;
  username: string;
  discriminator: string;
  global_name: string | null;
  avatar: string | null;
  bot: boolean;
  public_flags: number;
  flags: number;
  primary_guild: null;
}

export interface MessageBody {
  content?: string | null;
  embeds?: Fields[] | null;
  components?: Fields[] | null;
  attachments?: Fields[] | null;
  flags?: number;
  allowed_mentions?: Fields;
  nonce?: string | number;
  enforce_nonce?: boolean;
  message_reference?: { message_id?: string } | null;
}

export interface Message extends Fields {
  id: string;
  channel_id: string;
  author: User;
  content: string;
  embeds: Fields[];
  components: Fields[];
  attachments: Fields[];
  flags: number;
  timestamp: string;
  edited_timestamp: string | null;
  mentions: User[];
  mention_roles: string[];
  mention_everyone: boolean;
}

export interface ApiChoice {
  name: string;
  value: string | number;
}

export interface ApiCommandOption {
  type: number;
  name: string;
  required?: boolean;
  autocomplete?: boolean;
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  choices?: ApiChoice[];
  /** Of a subcommand. */
  options?: ApiCommandOption[];
}

export interface RegisteredCommand extends Fields {
  id: string;
  name: string;
  type: number;
  options?: ApiCommandOption[];
  default_member_permissions: string | null;
}

export const FLAG_EPHEMERAL = 1 << 6;
export const FLAG_LOADING = 1 << 7;
export const FLAG_COMPONENTS_V2 = 1 << 15;

export const InteractionKind = { ping: 1, command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
export const CallbackKind = { pong: 1, reply: 4, defer: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;
