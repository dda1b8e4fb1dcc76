import type { ApiChoice, LocalUser, Message } from './types.ts';

/** What came of one thing that a user did: the messages the bot answered with, as they are now. */
export class Exchange {
  /** The first reply, or the message that a button changed; null until something can be seen. Later edits show here. */
  message: Message | null = null;
  /** All that the bot showed, the reply and its follow-ups, deleted ones left out. */
  readonly messages: Message[] = [];
  /** What an autocompletion offered. */
  choices: ApiChoice[] = [];
  /** Whether the bot asked for time before it answered. */
  deferred = false;
  /** How often a message of this exchange was changed after it could be seen. */
  edits = 0;
  private readonly settled: Promise<void>;
  private settle!: () => void;
  private refuse!: (reason: Error) => void;

  constructor(
    readonly interactionId: string,
    readonly user: LocalUser,
  ) {
    this.settled = new Promise((resolve, reject) => {
      this.settle = resolve;
      this.refuse = reject;
    });
    this.settled.catch(() => undefined);
  }

  /** Resolves when the user sees an outcome. @throws Error where the application did not respond in time */
  async outcome(): Promise<this> {
    await this.settled;
    return this;
  }

  show(message: Message): void {
    if (!this.messages.includes(message)) this.messages.push(message);
    this.message ??= message;
    this.settle();
  }

  remove(message: Message): void {
    const at = this.messages.indexOf(message);
    if (at >= 0) this.messages.splice(at, 1);
    if (this.message === message) this.message = this.messages[0] ?? null;
  }

  /** The message whose button was pressed is gone: that is what the user sees. */
  end(): void {
    this.settle();
  }

  offer(choices: ApiChoice[]): void {
    this.choices = choices;
    this.settle();
  }

  fail(reason: string): void {
    this.refuse(new Error(reason));
  }
}
