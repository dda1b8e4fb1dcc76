import { randomBytes } from 'node:crypto';
import { type ChatInputCommandInteraction, DiscordAPIError, type Interaction, type Message, type MessageComponentInteraction, type MessageContextMenuCommandInteraction, MessageFlags } from 'discord.js';
import type { Logger } from 'pino';
import { type Command, isBotWide } from '../command.ts';
import type { Config } from '../config.ts';
import type { Curator } from '../curation/curator.ts';
import type { Library, Progress } from '../library.ts';
import type { Metrics } from '../metrics.ts';
import type { ServerSettings } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { type Locale, localeOf, text, type TextKey } from '../text/index.ts';
import { UserError } from '../user-error.ts';
import { mayUse } from './access.ts';
import { answer, ask, changed, contextOf, draw, isChanged, mainOption, type Question, runCommand } from './answer.ts';
import { complete } from './autocomplete.ts';
import { Cooldown } from './cooldown.ts';
import { deliveryOf, pressed } from './components.ts';
import { type Decision, unpackDecision } from './custom-id.ts';
import { keptFilters, messageLocale, queryFrom, questionIn } from './messages.ts';
import { ProgressReport } from './progress.ts';
import { askerOf, placeOf, pressOf, readOptions, readUploads } from './read-interaction.ts';
import { type Answerable, type Delivery, replyTo, respond } from './respond.ts';
import { isOpenHere, isPrivate, replyLocale } from './server-rules.ts';
import { isVoted, judgedOf } from './vote.ts';
import { errorView, notice } from './views/error.ts';
import type { Payload } from './views/payload.ts';

/** Expected now and then, and nobody's bug: unknown interaction, already acknowledged, unknown message, missing permissions. */
const KNOWN_CODES = new Set<string | number>([10062, 40060, 10008, 50013]);

export interface Deps {
  commands: ReadonlyMap<string, Command>;
  library: Library;
  store: Store;
  curator: Curator;
  config: Pick<Config, 'operatorGuildIds' | 'reloadRoleIds' | 'reloadUserIds' | 'cooldown' | 'logQueries' | 'apiUrl'>;
  log: Logger;
  metrics?: Pick<Metrics, 'interaction'> | undefined;
}

/** Of the channels where questions are answered, so many are named to someone who asks elsewhere. */
const MAX_NAMED_CHANNELS = 20;

const ASK_COMMAND = 'ask';
const HELP_COMMAND = 'help';
/** What questions that come as messages are called among the metrics. */
const MESSAGE = 'message';

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
    this.track(this.handle(interaction).catch((error: unknown) => this.report(this.nameOf(interaction), facts(interaction), error)));
  }

  /** The same of a message: answers where it asks something. */
  takeMessage(message: Message): void {
    const asked = questionIn(message, message.client.user.id);
    if (asked !== null) this.track(this.message(message, asked).catch((error: unknown) => this.report(MESSAGE, factsOf(message), error)));
  }

  private track(work: Promise<void>): void {
    const tracked = work.finally(() => this.underWay.delete(tracked));
    this.underWay.add(tracked);
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
    if (!interaction.isChatInputCommand() && !interaction.isMessageComponent() && !interaction.isMessageContextMenuCommand()) return;
    if (this.stopping) return this.turnAway(interaction, 'discord.stopping');
    const wait = this.cooldown.take(interaction.user.id);
    if (wait !== null) return this.turnAway(interaction, 'discord.too_fast', { seconds: Math.ceil(wait / 1000) });
    if (interaction.isChatInputCommand()) return this.command(interaction);
    if (interaction.isMessageComponent()) return this.component(interaction);
    return this.menu(interaction);
  }

  /** The menu of a message: its text is looked for, for the one who chose it alone. */
  private async menu(interaction: MessageContextMenuCommandInteraction): Promise<void> {
    const command = [...this.deps.commands.values()].find(({ messageMenu }) => messageMenu?.en === interaction.commandName);
    const main = command && mainOption(command);
    const option = main === undefined ? undefined : command?.options[main];
    if (!command || main === undefined || option?.kind !== 'text') return this.turnAway(interaction, 'error.unknown_command', { name: interaction.commandName, commands: [...this.deps.commands.keys()].join(' ') });
    const query = queryFrom(interaction.targetMessage, option.maxLength);
    await this.run(interaction, { mode: 'reply', ephemeral: true }, ask(command, { [main]: query }, localeOf(interaction.locale), placeOf(interaction)));
  }

  /** A question in a message, answered below it for all to see: there is no other way to answer one. */
  private async message(message: Message, asked: string): Promise<void> {
    const { commands, store, log, metrics } = this.deps;
    const settings = store.settings.of(message.guildId);
    const locale = messageLocale(message, settings);
    const command = commands.get(asked === '' ? HELP_COMMAND : ASK_COMMAND);
    const main = command && mainOption(command);
    if (!command) return;
    const began = performance.now();
    const done = (what: Outcome) => {
      const ms = Math.round(performance.now() - began);
      log.info({ ...factsOf(message), command: command.name, ms, ...what }, MESSAGE);
      metrics?.interaction(MESSAGE, what.outcome, ms);
    };
    const refuse = async (key: TextKey, values: Record<string, string | number> = {}) => {
      await replyTo(message, notice(text(locale, key, values)));
      done({ outcome: key });
    };
    if (this.stopping) return refuse('discord.stopping');
    const wait = this.cooldown.take(message.author.id);
    if (wait !== null) return refuse('discord.too_fast', { seconds: Math.ceil(wait / 1000) });
    if (message.guildId !== null && settings.private) return refuse('discord.private_here', { command: commands.get(ASK_COMMAND)?.names[locale] ?? ASK_COMMAND });
    if (!isOpenHere(message, command, settings)) return refuse('discord.wrong_channel', { channels: channelsOf(settings) });
    const options = main === undefined ? {} : { ...keptFilters(message, message.client.user.id, command, commands), [main]: asked };
    const place = { server: message.guildId, channel: message.channelId, user: message.author.id };
    try {
      const { payload, reply } = await answer({ ...ask(command, options, locale, place), owner: message.author.id }, this.deps);
      await replyTo(message, payload);
      done({ outcome: 'answered', hits: 'total' in reply ? reply.total : undefined });
    } catch (error) {
      if (error instanceof DiscordAPIError) throw error;
      await replyTo(message, this.explain(locale, factsOf(message), error));
      done({ outcome: error instanceof UserError ? error.code : 'bug' });
    }
  }

  private async command(interaction: ChatInputCommandInteraction): Promise<void> {
    const command = this.deps.commands.get(interaction.commandName);
    if (!command) return this.turnAway(interaction, 'error.unknown_command', { name: interaction.commandName, commands: [...this.deps.commands.keys()].join(' ') });
    const settings = this.deps.store.settings.of(interaction.guildId);
    const ephemeral = isPrivate(command, settings, interaction.options.getBoolean('private'));
    const delivery: Delivery = { mode: 'reply', ephemeral, deferAtOnce: isBotWide(command) };
    const question = ask(command, readOptions(interaction, command), replyLocale(interaction, ephemeral, settings), placeOf(interaction));
    await this.run(interaction, delivery, { ...question, uploads: readUploads(interaction, command, this.deps.config.apiUrl) });
  }

  private async component(interaction: MessageComponentInteraction): Promise<void> {
    const decision = unpackDecision(interaction.customId);
    if (decision) return this.decide(interaction, decision);
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
      await respond(interaction, { mode: 'reply', ephemeral: true }, () => Promise.resolve(notice), (error) => this.explain(localeOf(interaction.locale), facts(interaction), error));
      return this.done(interaction, { command: question.command.name, outcome: 'changed' });
    }
    if (press.action === 'good' || press.action === 'bad') return isVoted(question.command) ? this.vote(interaction, question, press.action === 'good') : this.turnAway(interaction, 'discord.expired');
    await this.run(interaction, { mode, ephemeral }, question);
  }

  /** Lets a command do what it has proposed: the one who may use it, in the message that only they see. */
  private async decide(interaction: MessageComponentInteraction, { command: name, pending, yes }: Decision): Promise<void> {
    const command = this.deps.commands.get(name);
    if (!command?.decide) return this.turnAway(interaction, 'discord.expired');
    if (!mayUse(command, askerOf(interaction), this.deps.config)) return this.turnAway(interaction, 'discord.not_operator', { command: name });
    const question = ask(command, {}, localeOf(interaction.locale), placeOf(interaction));
    let outcome = yes ? 'confirmed' : 'given up';
    const mode = interaction.message.flags.has(MessageFlags.Ephemeral) ? 'update' : 'reply';
    await respond(interaction, { mode, ephemeral: true, deferAtOnce: true }, (meanwhile) => this.withProgress(question.locale, meanwhile, async (progress) => {
      return draw(question, await command.decide!(contextOf(question, { ...this.deps, progress }), pending, yes), this.deps);
    }), (error) => {
      outcome = error instanceof UserError ? error.code : 'bug';
      return this.explain(localeOf(interaction.locale), facts(interaction), error);
    });
    this.done(interaction, { command: name, outcome });
  }

  private async withProgress<T>(locale: Locale, meanwhile: (payload: Payload) => Promise<void>, work: (progress: Progress) => Promise<T>): Promise<T> {
    const progress = new ProgressReport((done, total) => meanwhile(notice(text(locale, 'view.reloading', { done, total }))));
    try {
      return await work(progress.report);
    } finally {
      await progress.settle();
    }
  }

  /** Asks the same again, to know what was shown: the collection has not changed since. */
  private async vote(interaction: MessageComponentInteraction, question: Question, good: boolean): Promise<void> {
    const locale = localeOf(interaction.locale);
    await respond(interaction, { mode: 'reply', ephemeral: true }, async () => {
      const judged = judgedOf(question, await runCommand(question, this.deps), this.deps.library.revision());
      if (!judged) return notice(text(locale, 'discord.expired'));
      const before = this.deps.store.feedback.vote(interaction.user.id, judged, good);
      return notice(text(locale, `discord.vote_${before}`, { vote: good ? '👍' : '👎' }));
    }, (error) => this.explain(localeOf(interaction.locale), facts(interaction), error));
    this.done(interaction, { command: question.command.name, outcome: good ? 'good' : 'bad' });
  }

  private async run(interaction: Answerable, delivery: Delivery, question: Question): Promise<void> {
    if (!mayUse(question.command, askerOf(interaction), this.deps.config)) return this.turnAway(interaction, question.command.access === 'admins' ? 'discord.not_admin' : 'discord.not_operator', { command: question.command.name });
    const settings = this.deps.store.settings.of(interaction.guildId);
    if (!isOpenHere(interaction, question.command, settings)) {
      return this.turnAway(interaction, 'discord.wrong_channel', { channels: channelsOf(settings) });
    }
    const began = performance.now();
    let outcome: Outcome = { outcome: 'lost' };
    await respond(interaction, delivery, (meanwhile) => this.withProgress(question.locale, meanwhile, async (progress) => {
      const { payload, reply } = await answer(question, { ...this.deps, progress });
      outcome = { outcome: 'answered', hits: 'total' in reply ? reply.total : undefined, ...('answered' in reply ? { answered: reply.answered } : {}) };
      return payload;
    }), (error) => {
      outcome = { outcome: error instanceof UserError ? error.code : 'bug' };
      return this.explain(localeOf(interaction.locale), facts(interaction), error);
    });
    const asked = this.deps.config.logQueries ? { options: question.options } : {};
    this.done(interaction, { command: question.command.name, page: question.page, ms: Math.round(performance.now() - began), ...asked, ...outcome });
  }

  /** What the one who asked is told: why it cannot be done, or under which number the bug is in the log. */
  private explain(locale: Locale, about: object, error: unknown): Payload {
    if (error instanceof UserError) return errorView(locale, error);
    const reference = randomBytes(4).toString('hex');
    this.deps.log.error({ ...about, reference, err: error }, 'bug');
    return notice(text(locale, 'error.bug', { reference }));
  }

  private async turnAway(interaction: Answerable, key: TextKey, values: Record<string, string | number> = {}): Promise<void> {
    await respond(interaction, { mode: 'reply', ephemeral: true }, () => Promise.resolve(notice(text(localeOf(interaction.locale), key, values))), (error) => this.explain(localeOf(interaction.locale), facts(interaction), error));
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
    if (interaction.isMessageContextMenuCommand()) return 'menu';
    return interaction.isChatInputCommand() && this.deps.commands.has(interaction.commandName) ? interaction.commandName : 'other';
  }

  private report(name: string, about: object, error: unknown): void {
    const known = error instanceof DiscordAPIError && KNOWN_CODES.has(error.code);
    this.deps.metrics?.interaction(name, known ? 'refused' : 'lost');
    this.deps.log[known ? 'warn' : 'error']({ ...about, err: error }, known ? 'Discord would not take the answer' : 'answer lost');
  }
}

/** What the log tells of an interaction: never what was asked, and no token. */
const facts = (interaction: Pick<Interaction, 'id' | 'type' | 'guildId'>) => ({ interaction: interaction.id, kind: interaction.type, guild: interaction.guildId });

const factsOf = (message: Message) => ({ message: message.id, guild: message.guildId });

const channelsOf = ({ channels }: ServerSettings): string => channels.slice(0, MAX_NAMED_CHANNELS).map((id) => `<#${id}>`).join(' ');
