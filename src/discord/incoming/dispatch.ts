import type { Interaction, Message } from 'discord.js';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import type { Metrics } from '../../operation/metrics.ts';
import { ACKNOWLEDGE_MS } from '../limits.ts';
import type { Operators } from './permissions.ts';
import type { ReplySources } from '../outgoing/run-command.ts';
import { answerCommand, answerMenu, type Desk, type NoAnswer, turnAway } from './commands.ts';
import { answerMessage } from './messages.ts';
import { answerPress } from './components.ts';
import { offerChoices } from './autocomplete.ts';
import { Cooldown } from './cooldown.ts';
import { Journal } from './journal.ts';
import { Lateness } from './lateness.ts';
import { questionIn } from './read-message.ts';

export interface Deps extends ReplySources {
  config: Operators & Pick<Config, 'cooldown' | 'logQueries' | 'keepUnanswered' | 'apiUrl'>;
  log: Logger;
  metrics?: Pick<Metrics, 'interaction'> | undefined;
}

/** Takes every interaction, and every message that asks something, to its answer and back, inside one error boundary. */
export class Dispatcher {
  private readonly underWay = new Set<Promise<void>>();
  private stopping = false;
  private readonly cooldown: Cooldown;
  private readonly lateness = new Lateness();
  private readonly journal: Journal;
  private readonly desk: Desk;

  constructor(private readonly deps: Deps) {
    this.cooldown = new Cooldown(deps.config.cooldown);
    this.journal = new Journal(deps.log, deps.metrics, deps.commands);
    this.desk = { ...deps, journal: this.journal };
  }

  /** Never throws: what goes wrong is explained to the one who asked, or logged. */
  take(interaction: Interaction): void {
    const late = this.lateness.of(interaction.createdTimestamp);
    // Work for nobody would only make the next ones late as well.
    if (late > ACKNOWLEDGE_MS) return this.journal.late(interaction, late);
    this.track(this.handle(interaction).catch((error: unknown) => this.journal.lost(interaction, error)));
  }

  /** The same of a message: answers where it asks something, however late. */
  takeMessage(message: Message): void {
    const asked = questionIn(message, message.client.user.id);
    if (asked === null) return;
    this.track(
      answerMessage(message, asked, this.admit(message.author.id), this.desk).catch((error: unknown) => this.journal.lost(message, error)),
    );
  }

  private track(work: Promise<void>): void {
    const tracked = work.finally(() => this.underWay.delete(tracked));
    this.underWay.add(tracked);
  }

  /** Turns new interactions away, and waits for those under way, `timeoutMs` at most. */
  async drain(timeoutMs: number): Promise<void> {
    this.stopping = true;
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([
      Promise.allSettled(this.underWay),
      new Promise((resolve) => {
        timer = setTimeout(resolve, timeoutMs);
      }),
    ]);
    clearTimeout(timer);
  }

  private async handle(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) {
      const began = performance.now();
      await offerChoices(interaction, this.deps);
      return this.journal.offered(performance.now() - began);
    }
    // Completions are no uses: they come with every key, and there is no place to say anything.
    if (!interaction.isChatInputCommand() && !interaction.isMessageComponent() && !interaction.isMessageContextMenuCommand()) return;
    const refusal = this.admit(interaction.user.id);
    if (refusal) return turnAway(interaction, this.desk, refusal);
    if (interaction.isChatInputCommand()) return answerCommand(interaction, this.desk);
    if (interaction.isMessageComponent()) return answerPress(interaction, this.desk);
    return answerMenu(interaction, this.desk);
  }

  /** Counts a use; or tells why it has to wait. */
  private admit(person: string): NoAnswer | null {
    if (this.stopping) return { key: 'discord.stopping' };
    const wait = this.cooldown.take(person);
    return wait === null ? null : { key: 'discord.too_fast', values: { seconds: Math.ceil(wait / 1000) } };
  }
}
