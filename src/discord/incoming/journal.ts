import { randomBytes } from 'node:crypto';
import type { Interaction, Message } from 'discord.js';
import type { Logger } from 'pino';
import type { Metrics } from '../../operation/metrics.ts';
import { type Locale, text } from '../../text/index.ts';
import { UserError } from '../../user-error.ts';
import { everydayRefusal } from '../outgoing/everyday.ts';
import { ShownChanged } from '../outgoing/run-command.ts';
import { errorView, notice } from '../views/error.ts';
import type { Payload } from '../views/payload.ts';

/** What questions that come as messages are called among the metrics. */
const MESSAGE = 'message';

/** What came of an interaction, as the log tells it. */
export interface Outcome {
  outcome: string;
  command?: string;
  ms?: number;
  [more: string]: unknown;
}

type Asked = Pick<Interaction, 'id' | 'type' | 'guildId'> | Message;

/** What becomes of every interaction, for the log and the metrics: never what was asked, and no token. */
export class Journal {
  constructor(
    private readonly log: Logger,
    private readonly metrics: Pick<Metrics, 'interaction'> | undefined,
    private readonly commands: ReadonlyMap<string, unknown>,
  ) {}

  /** Once an interaction that was answered, whatever the answer. */
  answered(asked: Asked, what: Outcome): void {
    this.log.info({ ...facts(asked), ...what }, isMessage(asked) ? MESSAGE : 'interaction');
    this.metrics?.interaction(isMessage(asked) ? MESSAGE : (what.command ?? this.nameOf(asked)), what.outcome, what.ms);
  }

  /** Choices that were offered are counted only: they come with every key. */
  offered(ms: number): void {
    this.metrics?.interaction('autocomplete', 'offered', ms);
  }

  /** Once an interaction whose answer nobody saw. */
  lost(asked: Asked, error: unknown): void {
    const known = everydayRefusal(error);
    this.metrics?.interaction(this.nameOf(asked), known ? 'refused' : 'lost');
    if (known) this.log.warn({ ...facts(asked), ...known }, 'Discord would not take the answer');
    else this.log.error({ ...facts(asked), err: error }, 'answer lost');
  }

  /** Once an interaction that came when Discord had forgotten it. */
  late(asked: Asked, ms: number): void {
    this.metrics?.interaction(this.nameOf(asked), 'late');
    this.log.warn({ ...facts(asked), late: Math.round(ms) }, 'answer lost');
  }

  /** What the one who asked is told: why it cannot be done, or under which number the bug is in the log. */
  explain(locale: Locale, asked: Asked, error: unknown): Payload {
    if (error instanceof UserError) return errorView(locale, error);
    if (error instanceof ShownChanged) return error.view(locale);
    const reference = randomBytes(4).toString('hex');
    this.log.error({ ...facts(asked), reference, err: error }, 'bug');
    return notice(text(locale, 'error.bug', { reference }));
  }

  /** The command's name, as far as there is such a command: what people may send at will is no name for a metric. */
  private nameOf(asked: Asked): string {
    if (isMessage(asked)) return MESSAGE;
    const interaction = asked as Interaction;
    if (interaction.isAutocomplete()) return 'autocomplete';
    if (interaction.isMessageContextMenuCommand()) return 'menu';
    return interaction.isChatInputCommand() && this.commands.has(interaction.commandName) ? interaction.commandName : 'other';
  }
}

/** The outcome that an error is, for the metrics: few names. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof ShownChanged) return { outcome: 'changed' };
  return { outcome: error instanceof UserError ? error.code : 'bug' };
}

const isMessage = (asked: Asked): asked is Message => 'content' in asked;

const facts = (asked: Asked) =>
  isMessage(asked) ? { message: asked.id, guild: asked.guildId } : { interaction: asked.id, kind: asked.type, guild: asked.guildId };
