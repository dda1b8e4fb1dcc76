/**
 * A Discord of one's own on 127.0.0.1: gateway and REST on one port, so that the bot runs whole without an account.
 * It stands for Discord and knows nothing of the bot; what Discord would refuse, it refuses.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Exchange } from './exchange.ts';
import { Faults } from './faults.ts';
import { Gateway, refuseUpgrade } from './gateway.ts';
import { isTrusted, refuse } from './guard.ts';
import { type Actor, type CompleteInput, Interactions, type SlashInput } from './interactions.ts';
import { botRoleOf, messageEvent, type SayInput, writeMessage } from './messages.ts';
import { Rest } from './rest.ts';
import { type Guild, type PendingInteraction, State } from './state.ts';
import { type ApiChoice, type Fields, type GuildSeed, InteractionKind, type Message } from './types.ts';

const NO_RESPONSE_MS = 3000;

export interface LocalDiscordOptions {
  token: string;
  /** The servers the bot is in; one, unless told. */
  guilds?: readonly GuildSeed[];
  /** 0, unless told: any free port. */
  port?: number;
  heartbeatInterval?: number;
  /** Told of each heartbeat. */
  heartbeat?: () => void;
  /** What the bot is called; `local-bot`, unless told. */
  botName?: string;
}

export class LocalDiscord {
  readonly faults = new Faults();
  readonly state: State;
  readonly gateway: Gateway;
  readonly rest: Rest;
  private readonly interactions: Interactions;
  private readonly server: Server;
  /** Where it listens, or did: a request that comes while it closes is still told from which host it came. */
  private port = 0;

  private constructor(options: LocalDiscordOptions) {
    this.state = new State(options.token, options.guilds ?? [{ id: '100000000000000001' }], options.botName);
    this.interactions = new Interactions(this.state);
    this.gateway = new Gateway({
      token: options.token,
      heartbeatInterval: options.heartbeatInterval ?? 41_250,
      heartbeat: options.heartbeat,
      welcome: (id) => this.welcome(id),
    });
    this.rest = new Rest(this.state, this.faults, () => this.gatewayUrl);
    this.server = createServer((request, response) => void this.serve(request, response));
    this.server.on('upgrade', (request, socket, head) => {
      if (isTrusted(request.headers, this.port)) this.gateway.upgrade(request, socket, head);
      else refuseUpgrade(socket, 403);
    });
  }

  /** Starts listening on 127.0.0.1. */
  static async start(options: LocalDiscordOptions): Promise<LocalDiscord> {
    const discord = new LocalDiscord(options);
    await new Promise<void>((resolve, reject) => {
      discord.server.once('error', reject);
      discord.server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    discord.port = (discord.server.address() as AddressInfo).port;
    discord.state.attachments.origin = discord.url;
    return discord;
  }

  /** Where it listens: `http://127.0.0.1:PORT`. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }
  /** What a bot takes for its REST address. */
  get apiUrl(): string {
    return `${this.url}/api`;
  }
  private get gatewayUrl(): string {
    return `ws://127.0.0.1:${this.port}/gateway`;
  }

  /** Resolves when a bot has connected and identified. */
  async ready(timeoutMs = 10_000): Promise<void> {
    const until = Date.now() + timeoutMs;
    while (!this.gateway.connected) {
      if (Date.now() > until) throw new Error('no bot has connected');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /**
   * Uses a slash command; resolves when the user sees the reply, whose later edits show in `message`.
   * @throws Error where the bot does not respond within 3 s, or where Discord's client would not send it
   */
  slash(input: SlashInput): Promise<Exchange> {
    return this.send(this.interactions.slash(input));
  }

  /** What is offered while the option `focused` is being typed. */
  async autocomplete(input: CompleteInput): Promise<ApiChoice[]> {
    return (await this.send(this.interactions.autocomplete(input))).choices;
  }

  /** Presses a button. */
  click(message: Message, customId: string, actor: Actor = {}): Promise<Exchange> {
    return this.send(this.interactions.component(message, customId, actor));
  }

  /** Chooses from a select menu. */
  select(message: Message, customId: string, values: readonly string[], actor: Actor = {}): Promise<Exchange> {
    return this.send(this.interactions.component(message, customId, actor, values));
  }

  /** Chooses a command from the menu of a message. */
  chooseFromMenu(input: Actor & { command: string; message: Message }): Promise<Exchange> {
    return this.send(this.interactions.messageMenu(input));
  }

  /** Writes a message, of which the bot is told as much as Discord would. */
  say(input: SayInput): Message {
    const message = writeMessage(this.state, this.interactions.defaultUser, input);
    const { packet, intent } = messageEvent(this.state, message);
    this.gateway.dispatch('MESSAGE_CREATE', packet, intent);
    return message;
  }

  /** The bot's answers to a message, so far. */
  answersTo({ id }: Message): Message[] {
    return [...this.state.messages.values()].filter(
      (each) => (each.message_reference as { message_id?: string } | undefined)?.message_id === id,
    );
  }

  async close(): Promise<void> {
    this.gateway.stop();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** Overridable by whoever serves a page on the same port: returns whether it took the request. */
  extra: (request: IncomingMessage, response: ServerResponse) => boolean = () => false;

  /** Whatever a request does, it ends with an answer to it: an error here would end the process. */
  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.take(request, response);
    } catch (error) {
      process.stderr.write(`loopback: ${error instanceof Error ? error.stack : String(error)}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isTrusted(request.headers, this.port)) return refuse(response);
    if (!request.url?.startsWith('/api/') && this.extra(request, response)) return;
    if (request.method === 'GET' && this.state.attachments.serve(request.url ?? '', response)) return;
    await this.rest.serve(request, response);
  }

  private send({ pending, packet }: { pending: PendingInteraction; packet: Fields }): Promise<Exchange> {
    this.gateway.dispatch('INTERACTION_CREATE', packet);
    if (this.faults.duplicate) this.gateway.dispatch('INTERACTION_CREATE', packet);
    const timer = setTimeout(() => {
      if (pending.acknowledged === null) pending.exchange.fail('The application did not respond');
    }, NO_RESPONSE_MS);
    return pending.exchange.outcome().finally(() => clearTimeout(timer));
  }

  private welcome(sessionId: string): { t: string; d: Fields }[] {
    const { state } = this;
    const ready = {
      v: 10,
      user: { ...state.bot, verified: true, mfa_enabled: true, email: null },
      session_id: sessionId,
      session_type: 'normal',
      resume_gateway_url: this.gatewayUrl,
      shard: [0, 1],
      guilds: [...state.guilds.keys()].map((id) => ({ id, unavailable: true })),
      application: { id: state.applicationId, flags: 0 },
      private_channels: [],
      relationships: [],
      presences: [],
    };
    return [{ t: 'READY', d: ready }, ...[...state.guilds.values()].map((guild) => ({ t: 'GUILD_CREATE', d: guildPacket(state, guild) }))];
  }
}

function guildPacket(state: State, guild: Guild): Fields {
  const everyone = {
    id: guild.id,
    name: '@everyone',
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: '2248473465835073',
    managed: false,
    mentionable: false,
    flags: 0,
    icon: null,
    unicode_emoji: null,
  };
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: state.applicationId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    // Discord gives each bot a role of its own in every server.
    roles: [everyone, { ...everyone, id: botRoleOf(guild.id), name: state.bot.username, managed: true, tags: { bot_id: state.bot.id } }],
    emojis: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    max_members: 500_000,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: guild.locale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    nsfw: false,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    stickers: [],
    joined_at: '2020-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: 2,
    voice_states: [],
    members: [],
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    channels: guild.channels.map(({ id, name }, position) => ({
      id,
      type: 0,
      name,
      position,
      permission_overwrites: [],
      parent_id: null,
      topic: null,
      nsfw: false,
      rate_limit_per_user: 0,
      last_message_id: null,
      flags: 0,
    })),
  };
}

export { type Actor, type CompleteInput, type SlashInput } from './interactions.ts';
export type { SayInput } from './messages.ts';
export { Exchange } from './exchange.ts';
export type { ApiChoice, GuildSeed, LocalUser, Message } from './types.ts';
export { InteractionKind };
