import type { LocalFile } from './attachments.ts';
import { Exchange } from './exchange.ts';
import { fits, type OptionInput, resolved, SUBCOMMAND, within } from './slash-options.ts';
import { type Guild, type PendingInteraction, PLAIN_MEMBER, profile, type State } from './state.ts';
import {
  type ApiCommandOption,
  type Fields,
  FLAG_EPHEMERAL,
  InteractionKind,
  type LocalUser,
  type Message,
  type RegisteredCommand,
} from './types.ts';

/**
 * Who does it, and where. `guild: null` is a direct message with the bot; otherwise the first server, unless told, and
 * its first channel.
 */
export interface Actor {
  user?: LocalUser;
  guild?: string | null;
  locale?: string;
  channel?: string;
  /** Where the bot itself is not: its user installed it for themselves. `guild` does not matter then. */
  outside?: 'group message' | 'other server';
}

/** A server that the bot is not in. */
const OTHER_SERVER: Guild = {
  id: '199999999999999999',
  name: '别处',
  channelId: '199999999999999998',
  channels: [{ id: '199999999999999998', name: '别处' }],
  locale: 'en-US',
};
const GROUP_CHANNEL = '199999999999999997';
const Context = { guild: 0, direct: 1, group: 2 } as const;

export interface SlashInput extends Actor {
  command: string;
  options?: Readonly<Record<string, OptionInput>>;
  /** Whether the server's admins let this user use it whatever the default permission says. */
  permitted?: boolean;
}

export interface CompleteInput extends SlashInput {
  /** The option that is being typed. */
  focused: string;
}

const SLASH = 1,
  MESSAGE_MENU = 3;
const USER_INSTALL = 1;
const APP_PERMISSIONS = PLAIN_MEMBER | 0x40n;

/** Where something is done; `installed`: by whom the bot was installed for themselves, where it was not added. */
interface Where {
  user: LocalUser;
  locale: string;
  guildId: string | null;
  guild: Guild | null;
  channelId: string;
  context: number;
  installed: string | null;
}

/** Builds interactions as Discord sends them, refusing what its own client would not let a user do. */
export class Interactions {
  readonly defaultUser: LocalUser;
  constructor(private readonly state: State) {
    this.defaultUser = { id: state.snowflake(), name: '读者' };
  }

  slash(input: SlashInput): { pending: PendingInteraction; packet: Fields } {
    const { place, command, called } = this.findSlash(input);
    const options = Object.entries(input.options ?? {}).map(([name, value]) => this.option(called, name, value, true));
    for (const option of called.options ?? []) {
      if (option.required && input.options?.[option.name] === undefined)
        throw new Error(`/${input.command} needs the option ${option.name}`);
    }
    return this.build(InteractionKind.command, place, {
      name: input.command,
      data: { ...commandData(command, within(called, options), place.guildId), ...resolved(options, place.guild, this.uploads) },
    });
  }

  autocomplete(input: CompleteInput): { pending: PendingInteraction; packet: Fields } {
    const { place, command, called } = this.findSlash(input);
    const options = Object.entries({ ...input.options }).map(([name, value]) => ({
      ...this.option(called, name, value, false),
      ...(name === input.focused ? { focused: true } : {}),
    }));
    if (!called.options?.find((each) => each.name === input.focused)?.autocomplete) throw new Error(`${input.focused} is not completed`);
    return this.build(InteractionKind.autocomplete, place, {
      name: input.command,
      data: commandData(command, within(called, options), place.guildId),
    });
  }

  component(message: Message, customId: string, actor: Actor, values?: readonly string[]): { pending: PendingInteraction; packet: Fields } {
    const component = findComponent(message.components, customId);
    if (!component) throw new Error(`no component ${customId} on the message`);
    if (component.disabled === true) throw new Error(`the component ${customId} is disabled`);
    const options = ((component.options ?? []) as { value: string }[]).map((each) => each.value);
    if (values?.some((value) => !options.includes(value))) throw new Error(`not an option of ${customId}: ${values.join(', ')}`);
    const owner = (message.interaction_metadata as { user?: { id: string } } | undefined)?.user?.id;
    const place = this.place(actor);
    if (message.flags & FLAG_EPHEMERAL && owner !== place.user.id) throw new Error('only its addressee sees this message');
    const data = { custom_id: customId, component_type: component.type, id: component.id, ...(values ? { values } : {}) };
    return this.build(InteractionKind.component, place, { name: null, data, source: message });
  }

  /** Chooses a command from the menu of a message. */
  messageMenu(input: Actor & { command: string; message: Message }): { pending: PendingInteraction; packet: Fields } {
    const { place, command } = this.find(input, MESSAGE_MENU);
    const { message } = input;
    const data = { ...commandData(command, [], place.guildId), target_id: message.id, resolved: { messages: { [message.id]: message } } };
    return this.build(InteractionKind.command, place, { name: command.name, data });
  }

  private place({ user = this.defaultUser, guild, locale = 'zh-CN', channel, outside }: Actor): Where {
    if (outside === 'group message')
      return { user, locale, guildId: null, guild: null, channelId: GROUP_CHANNEL, context: Context.group, installed: user.id };
    if (outside === 'other server')
      return {
        user,
        locale,
        guildId: OTHER_SERVER.id,
        guild: OTHER_SERVER,
        channelId: OTHER_SERVER.channelId,
        context: Context.guild,
        installed: user.id,
      };
    const guildId = guild === undefined ? (this.state.guilds.keys().next().value ?? null) : guild;
    const found = guildId === null ? null : this.state.guilds.get(guildId);
    if (found === undefined) throw new Error(`the bot is not in the server ${guildId}`);
    if (channel !== undefined && !found?.channels.some(({ id }) => id === channel)) throw new Error(`there is no channel ${channel}`);
    const context = guildId === null ? Context.direct : Context.guild;
    return {
      user,
      locale,
      guildId,
      guild: found,
      channelId: channel ?? found?.channelId ?? this.state.directChannel(user.id),
      context,
      installed: null,
    };
  }

  private find(input: Actor & { command: string; permitted?: boolean }, type: number = SLASH) {
    const place = this.place(input);
    const command = this.state.command(input.command, place.guildId, type);
    const { contexts, integration_types: types } = (command ?? {}) as { contexts?: number[] | null; integration_types?: number[] };
    const offered = (contexts?.includes(place.context) ?? true) && (place.installed === null || types?.includes(USER_INSTALL));
    if (!command || !offered) throw new Error(`no command /${input.command} is registered here`);
    const needed = BigInt(command.default_member_permissions ?? 0);
    const has = place.user.permissions ?? PLAIN_MEMBER;
    const administrator = (has & 8n) !== 0n;
    if (!input.permitted && !administrator && place.guildId !== null && (has & needed) !== needed)
      throw new Error(`${place.user.name} is not shown /${input.command}`);
    return { place, command };
  }

  /** A slash command, or a subcommand by both names. @throws Error where it has subcommands and none is named */
  private findSlash(input: Actor & { command: string; permitted?: boolean }) {
    const [name = '', subcommand] = input.command.split(' ');
    const { place, command } = this.find({ ...input, command: name });
    const all = (command.options ?? []).filter(({ type }) => type === SUBCOMMAND);
    const called: RegisteredCommand | ApiCommandOption | undefined =
      all.length === 0 && subcommand === undefined ? command : all.find((each) => each.name === subcommand);
    if (!called) throw new Error(`/${name} has no subcommand ${subcommand ?? 'of no name'}`);
    return { place, command, called };
  }

  private option(command: Pick<RegisteredCommand, 'name' | 'options'>, name: string, value: OptionInput, complete: boolean): Fields {
    const option: ApiCommandOption | undefined = command.options?.find((each) => each.name === name);
    if (!option) throw new Error(`/${command.name} has no option ${name}`);
    if (complete && !fits(option, value)) throw new Error(`${name}: the wrong type of value`);
    const size = typeof value === 'string' ? value.length : Number(value);
    const min = (typeof value === 'string' ? option.min_length : option.min_value) ?? -Infinity;
    const max = (typeof value === 'string' ? option.max_length : option.max_value) ?? Infinity;
    if (complete && (size < min || size > max)) throw new Error(`${name}: out of range`);
    return { name, type: option.type, value: typeof value === 'object' ? this.upload(value) : value };
  }

  /** What was sent along, by the ids that the options name. */
  private readonly uploads = new Map<string, Fields>();

  private upload(file: LocalFile): string {
    const id = this.state.snowflake();
    this.uploads.set(id, this.state.attachments.add(id, file));
    return id;
  }

  private build(type: number, place: Where, { name, data, source = null }: { name: string | null; data: Fields; source?: Message | null }) {
    const { state } = this;
    const { user, guild, guildId, locale, channelId, context, installed } = place;
    const id = state.snowflake();
    const exchange = new Exchange(id, user);
    const pending = state.createPending({ id, type, user, channelId, commandName: name, source, exchange });
    const person = profile(user);
    const packet: Fields = {
      id,
      application_id: state.applicationId,
      type,
      token: pending.token,
      version: 1,
      data,
      locale,
      channel_id: channelId,
      channel: guild
        ? {
            id: channelId,
            type: 0,
            name: guild.channels.find(({ id: each }) => each === channelId)?.name,
            guild_id: guildId,
            permissions: (user.permissions ?? PLAIN_MEMBER).toString(),
          }
        : { id: channelId, type: 1, recipients: [state.bot] },
      app_permissions: APP_PERMISSIONS.toString(),
      entitlements: [],
      attachment_size_limit: 10_485_760,
      authorizing_integration_owners: installed === null ? { 0: guildId ?? '0' } : { 1: installed },
      context,
      ...(source ? { message: source } : {}),
      ...(guild
        ? {
            guild_id: guildId,
            guild: { id: guildId, locale: guild.locale, features: [] },
            guild_locale: guild.locale,
            member: member(user, person),
          }
        : { user: person }),
    };
    return { pending, packet };
  }
}

const member = (user: LocalUser, person: object): Fields => ({
  user: person,
  roles: user.roles ?? [],
  permissions: (user.permissions ?? PLAIN_MEMBER).toString(),
  nick: null,
  avatar: null,
  banner: null,
  joined_at: '2020-01-01T00:00:00.000000+00:00',
  premium_since: null,
  deaf: false,
  mute: false,
  pending: false,
  communication_disabled_until: null,
  flags: 0,
  unusual_dm_activity_until: null,
  collectibles: null,
});

const commandData = (command: RegisteredCommand, options: Fields[], guildId: string | null): Fields => ({
  id: command.id,
  name: command.name,
  type: command.type,
  ...(options.length > 0 ? { options } : {}),
  ...(command.guild_id !== undefined && guildId !== null ? { guild_id: guildId } : {}),
});

function findComponent(components: readonly Fields[], customId: string): Fields | undefined {
  for (const component of components) {
    if (component.custom_id === customId) return component;
    const inside = findComponent((component.components ?? []) as Fields[], customId);
    if (inside) return inside;
  }
  return undefined;
}
