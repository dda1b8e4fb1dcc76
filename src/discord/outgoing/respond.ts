import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import { plain } from '../escape.ts';
import { truncate } from '../limits.ts';
import { Turns } from './turns.ts';
import type { Payload } from '../views/payload.ts';

/** The payload as discord.js takes it: files as bytes; an edit also takes away what was attached before. */
function sendable({ files = [], quoted: _, ...payload }: Payload, edit = false) {
  return {
    ...payload,
    ...(edit ? { attachments: [] } : {}),
    files: files.map(({ name, content }) => ({ name, attachment: Buffer.from(content) })),
  };
}

/** Discord waits 3 s for a sign of life; asking for time well before leaves room for a slow network. */
export const DEFER_AFTER_MS = 1200;

/** Of the whole process: it has one event loop. */
const turns = new Turns();

export interface Delivery {
  /** `reply`: a new message; `update`: the message whose button was pressed changes. */
  mode: 'reply' | 'update';
  /** Only the one who asked sees a new message. */
  ephemeral: boolean;
  /** For work that is known to take long. */
  deferAtOnce?: boolean;
}

export type Answerable = ChatInputCommandInteraction | MessageComponentInteraction | MessageContextMenuCommandInteraction;

/**
 * Does the work and shows what came of it, asking Discord for time where it takes long. Where the work fails, `explain`
 * gives what is shown instead, to the one who asked alone. Until it is done, `work` may show something else meanwhile,
 * once time was asked for.
 *
 * @throws what Discord answers when nothing can be shown (an expired or already answered interaction)
 */
export async function respond(
  interaction: Answerable,
  delivery: Delivery,
  work: (meanwhile: (payload: Payload) => Promise<void>) => Promise<Payload>,
  explain: (error: unknown) => Payload,
): Promise<void> {
  const deferral = new Deferral(interaction, delivery);
  let failure: Payload | null = null;
  let payload: Payload | null = null;
  // Where Discord refuses the deferral, somebody has answered already: the work must not be done twice.
  if (delivery.deferAtOnce) await deferral.start();
  else if (turns.areTaken) await turns.first(() => deferral.start());
  else deferral.schedule();
  try {
    payload = await turns.take(() =>
      work(async (meanwhile) => {
        if (await deferral.done()) await interaction.editReply(sendable(meanwhile, true));
      }),
    );
  } catch (error) {
    failure = explain(error);
  } finally {
    deferral.cancel();
  }
  const deferred = await deferral.done();
  if (payload) await show(interaction, delivery, payload, deferred);
  else if (failure) await showPrivately(interaction, delivery, failure, deferred);
}

/** The request for more time: made once, at once or after a while, and waited for before anything else is sent. */
class Deferral {
  private timer: NodeJS.Timeout | null = null;
  private asked: Promise<unknown> | null = null;
  constructor(
    private readonly interaction: Answerable,
    private readonly delivery: Delivery,
  ) {}

  schedule(): void {
    this.timer = setTimeout(() => {
      this.start().catch(() => undefined);
    }, DEFER_AFTER_MS);
  }
  cancel(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  start(): Promise<unknown> {
    const { interaction, delivery } = this;
    this.asked =
      delivery.mode === 'update' && interaction.isMessageComponent()
        ? interaction.deferUpdate()
        : interaction.deferReply(delivery.ephemeral ? { flags: MessageFlags.Ephemeral } : {});
    return this.asked;
  }

  /** Whether time was asked for. @throws where Discord refused */
  async done(): Promise<boolean> {
    await this.asked;
    return this.asked !== null;
  }
}

async function show(interaction: Answerable, { mode, ephemeral }: Delivery, payload: Payload, deferred: boolean): Promise<void> {
  if (deferred) await interaction.editReply(sendable(payload, true));
  else if (mode === 'update' && interaction.isMessageComponent()) await interaction.update(sendable(payload, true));
  else await interaction.reply({ ...sendable(payload), ...(ephemeral ? { flags: MessageFlags.Ephemeral } : {}) });
}

async function showPrivately(interaction: Answerable, { mode, ephemeral }: Delivery, payload: Payload, deferred: boolean): Promise<void> {
  const message = { ...sendable(payload), flags: MessageFlags.Ephemeral } as const;
  if (!deferred) return void (await interaction.reply(message));
  if (mode === 'reply' && ephemeral) return void (await interaction.editReply(sendable(payload, true)));
  // The first follow-up would fill the public "thinking…" and be as public: that has to go first.
  if (mode === 'reply') await interaction.deleteReply();
  await interaction.followUp(message);
}

/** Replying takes the permission to read what was said before, which sending does not. */
const MAY_NOT_REPLY = 160002;

/** A thread's name has 100 characters at most. */
const MAX_THREAD_NAME = 100;

/**
 * Answers a message in a thread that begins at it, called after what was asked; false where none can be begun there: Discord refuses, or
 * this is one already.
 */
export async function replyInThread(message: Message, asked: string, payload: Payload): Promise<boolean> {
  if (!message.inGuild() || message.channel.isThread()) return false;
  try {
    const thread = await message.startThread({ name: truncate(plain(asked), MAX_THREAD_NAME) });
    await thread.send(sendable(payload));
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError) return false;
    throw error;
  }
}

/** Answers a message, below it, without a ping; where the bot may not reply there, it just says it. */
export async function replyTo(message: Message, payload: Payload): Promise<void> {
  try {
    await message.reply({ ...sendable(payload), allowedMentions: { parse: [], repliedUser: false }, failIfNotExists: false });
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.code !== MAY_NOT_REPLY || !message.channel.isSendable()) throw error;
    await message.channel.send(sendable(payload));
  }
}
