import { Client, Events, GatewayIntentBits, Options, Partials, Status } from 'discord.js';
import type { Logger } from 'pino';
import type { Command } from '../../command/command.ts';
import type { Config } from '../../config.ts';
import type { Library } from '../../library.ts';
import type { GatewayState, Metrics } from '../../operation/metrics.ts';
import { Following } from '../../follow/following.ts';
import { Dispatcher } from '../incoming/dispatch.ts';
import { passOverMalformed } from '../incoming/malformed.ts';
import { CommandMentions } from '../outgoing/command-mentions.ts';
import { everydayRefusal } from '../outgoing/everyday.ts';
import { deliverTo } from '../outgoing/follow-post.ts';
import { waitingWhenLimited } from '../outgoing/rate-limit.ts';
import { Curator } from '../../curation/curator.ts';
import type { Store } from '../../store/store.ts';
import { findLeftovers, planScopes, registerScope, type Scope } from '../registration/register.ts';
import { ConnectionLost, explainClose } from './start-error.ts';

/** Of the time in which the bot must have stopped, how much answers under way may take; the rest is for logging out. */
const ANSWERING_SHARE = 0.8;
/** A channel; two would do. */
const KEPT_MESSAGES = 10;

export interface BotParts {
  config: Config;
  token: string;
  library: Library;
  store: Store;
  commands: readonly Command[];
  log: Logger;
  metrics?: Pick<Metrics, 'interaction'> | undefined;
}

export interface Bot {
  gateway(): GatewayState;
  /** Resolves with a sentence when the connection is lost for good. */
  readonly lost: Promise<string>;
  /** Takes no more, waits for the answers under way, and logs out. */
  stop(): Promise<void>;
}

/**
 * Logs in and starts answering; the commands are registered where they differ from what Discord has.
 *
 * @throws DiscordjsError or DiscordAPIError where the login fails, Error where a command's definition breaks a limit
 */
export async function startBot({ config, token, library, store, commands, log, metrics }: BotParts): Promise<Bot> {
  // Made before the login: a definition that Discord would refuse stops the start.
  const scopes = planScopes(commands, config);
  const client = new Client({
    // As many connections as Discord recommends: one, up to about a thousand servers.
    shards: 'auto',
    // None is privileged: of other people's messages the text comes only where it is for the bot.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages come in channels that nobody has told of before.
    partials: [Partials.Channel],
    // A message is kept for the moment in which it is answered: the answered one comes along with the answer.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: KEPT_MESSAGES }),
    allowedMentions: { parse: [] },
    rest: { makeRequest: waitingWhenLimited(), ...(config.apiUrl === null ? {} : { api: config.apiUrl }) },
  });
  const curator = new Curator({ corpusDir: config.corpusDir, dataDir: config.dataDir, store, library });
  await curator.reconcile();
  const { feed } = library;
  const following = feed && new Following({ store, feed, log, perDay: config.followDaily, deliver: deliverTo(client.rest) });
  const mentions = new CommandMentions();
  const dispatcher = new Dispatcher({
    commands: new Map(commands.map((command) => [command.name, command])),
    library,
    store,
    curator,
    config,
    log,
    metrics,
    following,
    mention: (command, server) => mentions.of(command, server),
  });
  client.on(Events.InteractionCreate, (interaction) => dispatcher.take(interaction));
  client.on(Events.MessageCreate, (message) => dispatcher.takeMessage(message));
  passOverMalformed(client, log);
  const lost = watch(client, log);
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  const failed = lost.then((sentence) => {
    throw new ConnectionLost(sentence);
  });
  failed.catch(() => undefined);
  try {
    await Promise.race([client.login(token).then(() => ready), failed]);
  } catch (error) {
    await client.destroy();
    throw error;
  }
  const registering = registerAll(await ready, scopes, mentions, log);
  following?.start();
  let isLost = false;
  void lost.then(() => {
    isLost = true;
  });
  return {
    lost,
    gateway: () => (isLost ? 'lost' : client.ws.shards.every(({ status }) => status === Status.Ready) ? 'ready' : 'connecting'),
    async stop() {
      const budget = config.shutdownMs * ANSWERING_SHARE;
      await Promise.all([
        dispatcher.drain(budget),
        Promise.race([
          Promise.all([registering, following?.stop()]),
          new Promise((resolve) => {
            setTimeout(resolve, budget).unref();
          }),
        ]),
      ]);
      // Logging out closes the connection, which would be logged as if it came back.
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}

/** Logs what the connection does. A rejection that nobody listened to would end the process. */
function watch(client: Client, log: Logger): Promise<string> {
  client.on(Events.Error, (error) => log.error({ err: error }, 'client'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.ShardError, (error, shard) => log.warn({ err: error, shard }, 'gateway'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'resumed'));
  client.on(Events.ClientReady, ({ user, guilds }) => log.info({ user: user.id, guilds: guilds.cache.size }, 'ready'));
  return new Promise((resolve) => {
    // Emitted for close codes after which discord.js does not come back.
    client.on(Events.ShardDisconnect, ({ code }) => resolve(explainClose(code)));
    client.on(Events.Invalidated, () => resolve('Discord ended the session for good.'));
  });
}

/** Each place apart: one server that refuses does not keep the commands from the others. */
async function registerAll(client: Client<true>, scopes: readonly Scope[], mentions: CommandMentions, log: Logger): Promise<void> {
  for (const scope of scopes) {
    try {
      const { diff, written, ids } = await registerScope(client.rest, client.application.id, scope);
      mentions.know(scope.guildId, ids);
      log.info({ guild: scope.guildId, added: diff.added, changed: diff.changed, removed: diff.removed, written }, 'commands');
    } catch (error) {
      const known = everydayRefusal(error);
      if (known) log.warn({ guild: scope.guildId, ...known }, 'Discord would not take the commands');
      else log.error({ guild: scope.guildId, err: error }, 'commands could not be registered');
    }
  }
  const leftovers = await findLeftovers(client.rest, client.application.id, scopes).catch(() => []);
  if (leftovers.length > 0)
    log.warn({ leftovers }, 'registered everywhere from before, so shown twice: npm run register -- --prune removes them');
  if (!scopes.some(({ guildId }) => guildId !== null))
    log.warn("no operator server is configured: operators' commands are registered nowhere");
}
