import { randomBytes } from 'node:crypto';
import { type ChatInputCommandInteraction, ComponentType, DiscordAPIError, type Interaction, type Message, type MessageComponentInteraction, MessageFlags } from 'discord.js';
import type { Logger } from 'pino';
import { type Command, isBotWide, type OptionValue } from '../command.ts';
import type { Config } from '../config.ts';
import type { Library } from '../library.ts';
import type { Metrics } from '../metrics.ts';
import type { Store } from '../store/store.ts';
import { localeOf, text } from '../text/index.ts';
import { UserError } from '../user-error.ts';
import { type Asker, mayUse } from './access.ts';
import { answer, ask, changed, isChanged, type Question, runCommand } from './answer.ts';
import { complete } from './autocomplete.ts';
import { Cooldown } from './cooldown.ts';
import { deliveryOf, type Press, pressed } from './components.ts';
import type { Options } from './custom-id.ts';
import { type Delivery, respond } from './respond.ts';
import { isOpenHere, isPrivate, replyLocale } from './server-rules.ts';
import { canonical } from './spelled.ts';
import { judgedOf } from './vote.ts';
import { errorView, notice } from './views/error.ts';
import type { Payload } from './views/payload.ts';

/** Expected now and then, and nobody's bug: unknown interaction, already acknowledged, unknown message, missing permissions. */
const KNOWN_CODES = new Set<string | number>([10062, 40060, 10008, 50013]);

export interface Deps {
  commands: ReadonlyMap<string, Command>;
  library: Library;
  store: Store;
  config: Pick<Config, 'operatorGuildIds' | 'reloadRoleIds' | 'reloadUserIds' | 'cooldown' | 'logQueries'>;
  log: Logger;
  metrics?: Pick<Metrics, 'interaction'> | undefined;
}

/** Of the channels where questions are answered, so many are named to someone who asks elsewhere. */
const MAX_NAMED_CHANNELS = 20;

type Answerable = ChatInputCommandInteraction | MessageComponentInteraction;

/** What came of an interaction, as the log tells it. */
interface Outcome { outcome: string; command?: string; ms?: number; [more: string]: unknown }

/** Takes every interaction to its command and back, inside one error boundary. */
export class Dispatcher {
  private readonly underWay = new Set<Promise<void>>();
  private stopping = false;
  private readonly cooldown: Cooldown;
  constructor(private readonly deps: Deps) { this.cooldown = new Cooldown(deps.config.cooldown); }

  /** Never throws: what goes wrong is explained to the one who asked, or logged. */
  take(interaction: Interaction): void {
    const work = this.handle(interaction).catch((error: unknown) => this.report(interaction, error)).finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  /** Turns new interactions away, and waits for those under way, `timeoutMs` at most. */
  async drain(timeoutMs: number): Promise<void> {
    this.stopping = true;
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([Promise.allSettled(this.underWay), new Promise((resolve) => { timer = setTimeout(resolve, timeoutMs); })]);
    clearTimeout(timer);
  }

  private async handle(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) {
      const began = performance.now();
      await complete(interaction, this.deps);
      return this.deps.metrics?.interaction('autocomplete', 'offered', performance.now() - began);
    }
    // Completions are no uses: they come with every key, and there is no place to say anything.
    if (!interaction.isChatInputCommand() && !interaction.isMessageComponent()) return;
    if (this.stopping) return this.turnAway(interaction, 'discord.stopping');
    const wait = this.cooldown.take(interaction.user.id);
    if (wait !== null) return this.turnAway(interaction, 'discord.too_fast', { seconds: Math.ceil(wait / 1000) });
    if (interaction.isChatInputCommand()) return this.command(interaction);
    if (interaction.isMessageComponent()) return this.component(interaction);
  }

  private async command(interaction: ChatInputCommandInteraction): Promise<void> {
    const command = this.deps.commands.get(interaction.commandName);
    if (!command) return this.turnAway(interaction, 'error.unknown_command', { name: interaction.commandName, commands: [...this.deps.commands.keys()].join(' ') });
    const settings = this.deps.store.settings.of(interaction.guildId);
    const ephemeral = isPrivate(command, settings, interaction.options.getBoolean('private'));
    const delivery: Delivery = { mode: 'reply', ephemeral, deferAtOnce: isBotWide(command) };
    await this.run(interaction, delivery, ask(command, readOptions(interaction, command), replyLocale(interaction, ephemeral, settings), placeOf(interaction)));
  }

  private async component(interaction: MessageComponentInteraction): Promise<void> {
    const press = pressed(pressOf(interaction), this.deps.commands);
    if (!press) return this.turnAway(interaction, 'discord.expired');
    const { message, user } = interaction;
    const own = (press.owner ?? message.interactionMetadata?.user.id) === user.id;
    const { mode, ephemeral } = deliveryOf(press.action, { own, ephemeral: message.flags.has(MessageFlags.Ephemeral) });
    const question: Question = { ...press.question, locale: replyLocale(interaction, ephemeral, this.deps.store.settings.of(interaction.guildId)), place: placeOf(interaction) };
    // A private copy is its reader's, whoever asked first.
    if (mode === 'reply') question.owner = null;
    if (mayUse(question.command, askerOf(interaction), this.deps.config) && isChanged(question, press.stamp, this.deps.library)) {
      const notice = changed({ ...question, owner: null, locale: localeOf(interaction.locale) }, this.deps.library);
      await respond(interaction, { mode: 'reply', ephemeral: true }, () => Promise.resolve(notice), (error) => this.explain(interaction, error));
      return this.done(interaction, { command: question.command.name, outcome: 'changed' });
    }
    if (press.action === 'good' || press.action === 'bad') return this.vote(interaction, question, press.action === 'good');
    await this.run(interaction, { mode, ephemeral }, question);
  }

  /** Asks the same again, to know what was shown: the collection has not changed since. */
  private async vote(interaction: MessageComponentInteraction, question: Question, good: boolean): Promise<void> {
    const locale = localeOf(interaction.locale);
    await respond(interaction, { mode: 'reply', ephemeral: true }, async () => {
      const judged = judgedOf(question, await runCommand(question, this.deps), this.deps.library.revision());
      if (!judged) return notice(text(locale, 'discord.expired'));
      const before = this.deps.store.feedback.vote(interaction.user.id, judged, good);
      return notice(text(locale, `discord.vote_${before}`, { vote: good ? '👍' : '👎' }));
    }, (error) => this.explain(interaction, error));
    this.done(interaction, { command: question.command.name, outcome: good ? 'good' : 'bad' });
  }

  private async run(interaction: Answerable, delivery: Delivery, question: Question): Promise<void> {
    if (!mayUse(question.command, askerOf(interaction), this.deps.config)) return this.turnAway(interaction, question.command.access === 'admins' ? 'discord.not_admin' : 'discord.not_operator', { command: question.command.name });
    const settings = this.deps.store.settings.of(interaction.guildId);
    if (!isOpenHere(interaction, question.command, settings)) {
      return this.turnAway(interaction, 'discord.wrong_channel', { channels: settings.channels.slice(0, MAX_NAMED_CHANNELS).map((id) => `<#${id}>`).join(' ') });
    }
    const began = performance.now();
    let outcome: Outcome = { outcome: 'lost' };
    await respond(interaction, delivery, async () => {
      const { payload, reply } = await answer(question, this.deps);
      outcome = { outcome: 'answered', hits: 'total' in reply ? reply.total : undefined, ...('answered' in reply ? { answered: reply.answered } : {}) };
      return payload;
    }, (error) => {
      outcome = { outcome: error instanceof UserError ? error.code : 'bug' };
      return this.explain(interaction, error);
    });
    const asked = this.deps.config.logQueries ? { options: question.options } : {};
    this.done(interaction, { command: question.command.name, page: question.page, ms: Math.round(performance.now() - began), ...asked, ...outcome });
  }

  /** What the one who asked is told: why it cannot be done, or under which number the bug is in the log. */
  private explain(interaction: Answerable, error: unknown): Payload {
    const locale = localeOf(interaction.locale);
    if (error instanceof UserError) return errorView(locale, error);
    const reference = randomBytes(4).toString('hex');
    this.deps.log.error({ ...facts(interaction), reference, err: error }, 'bug');
    return notice(text(locale, 'error.bug', { reference }));
  }

  private async turnAway(interaction: Answerable, key: Parameters<typeof text>[1], values: Record<string, string | number> = {}): Promise<void> {
    await respond(interaction, { mode: 'reply', ephemeral: true }, () => Promise.resolve(notice(text(localeOf(interaction.locale), key, values))), (error) => this.explain(interaction, error));
    this.done(interaction, { outcome: key });
  }

  /** Once an interaction that was answered, whatever the answer: for the log and for the metrics. */
  private done(interaction: Answerable, what: Outcome): void {
    this.deps.log.info({ ...facts(interaction), ...what }, 'interaction');
    this.deps.metrics?.interaction(what.command ?? this.nameOf(interaction), what.outcome, what.ms);
  }

  /** The command's name, as far as there is such a command: what people may send at will is no name for a metric. */
  private nameOf(interaction: Interaction | Answerable): string {
    if (interaction.isAutocomplete()) return 'autocomplete';
    return interaction.isChatInputCommand() && this.deps.commands.has(interaction.commandName) ? interaction.commandName : 'other';
  }

  private report(interaction: Interaction, error: unknown): void {
    const known = error instanceof DiscordAPIError && KNOWN_CODES.has(error.code);
    this.deps.metrics?.interaction(this.nameOf(interaction), known ? 'refused' : 'lost');
    this.deps.log[known ? 'warn' : 'error']({ ...facts(interaction), err: error }, known ? 'Discord would not take the answer' : 'answer lost');
  }
}

/** What the log tells of an interaction: never what was asked, and no token. */
const facts = (interaction: Pick<Interaction, 'id' | 'type' | 'guildId'>) => ({ interaction: interaction.id, kind: interaction.type, guild: interaction.guildId });

const placeOf = ({ guildId, channelId, user }: Answerable) => ({ server: guildId, channel: channelId, user: user.id });

function readOptions(interaction: ChatInputCommandInteraction, command: Command): Options {
  const values = Object.keys(command.options).map((name) => [name, interaction.options.get(name)?.value] as const);
  return Object.fromEntries(values.flatMap(([name, value]): [string, OptionValue][] => (value === undefined ? [] : [[name, typeof value === 'string' ? canonical(value) : value]])));
}

function pressOf(interaction: MessageComponentInteraction): Press {
  const { message } = interaction;
  return {
    customId: interaction.customId,
    values: interaction.isStringSelectMenu() ? interaction.values : [],
    embeds: message.embeds.map((embed) => embed.data),
    ids: idsOf(message),
  };
}

function idsOf(message: Message): string[] {
  return message.components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components.flatMap(({ customId }) => customId ?? []) : []));
}

function askerOf(interaction: Answerable): Asker {
  const roles = interaction.member?.roles;
  return {
    userId: interaction.user.id,
    guildId: interaction.guildId,
    roleIds: roles === undefined ? [] : Array.isArray(roles) ? roles : [...roles.cache.keys()],
    permissions: interaction.memberPermissions?.bitfield ?? 0n,
  };
}
