/**
 * What a command is. One file in `commands/` holds one; the same definition is registered with Discord, offered in
 * the console and listed by `/help`.
 */
import type { Curator, Upload } from '../curation/curator.ts';
import type { Following } from '../follow/following.ts';
import type { Library, Progress } from '../library.ts';
import type { AnswerReply, Unmeasured } from '../reply.ts';
import type { Store } from '../store/store.ts';
import type { Locale } from '../text/index.ts';

/** A text in the three languages that the bot speaks. */
export type Localised = Readonly<Record<Locale, string>>;

export interface Choice {
  name: string;
  value: string;
}

interface OptionBase {
  /** Discord's rule: lower case, 1–32 letters, digits, `-` or `_`. */
  readonly names: Localised;
  readonly description: Localised;
  readonly required?: boolean;
}

export interface TextOption extends OptionBase {
  readonly kind: 'text';
  /** In UTF-16 units; longer input is refused, not cut. */
  readonly maxLength: number;
  /** Taken to the letter, as an id or the name of a file is: elsewhere Discord's marks, emoji and links are dropped. */
  readonly exact?: true;
  /** What to offer for what has been typed so far; 25 at most are shown. */
  readonly suggest?: (library: Library, typed: string, locale: Locale) => Promise<Choice[]>;
}

export interface NumberOption extends OptionBase {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
}

/** One of a few values, each with the names it is shown by. */
export interface ChoiceOption extends OptionBase {
  readonly kind: 'choice';
  readonly choices: readonly { readonly value: string; readonly names: Localised }[];
}

/** Yes or no. */
export interface FlagOption extends OptionBase {
  readonly kind: 'flag';
}

/** A file that is sent along; it is not fetched before it is read. */
export interface UploadOption extends OptionBase {
  readonly kind: 'upload';
}

export type CommandOption = TextOption | NumberOption | ChoiceOption | FlagOption | UploadOption;
/** What is given for an option; files stand apart, in {@link Uploads}. */
export type OptionValue = string | number | boolean;
export type Uploads = Readonly<Record<string, Upload>>;
export type OptionTable = Readonly<Record<string, CommandOption>>;

type Value<O extends CommandOption> = O extends NumberOption
  ? number
  : O extends FlagOption
    ? boolean
    : O extends UploadOption
      ? Upload
      : O extends ChoiceOption
        ? O['choices'][number]['value']
        : string;
/** The values that a command's `run` is given, derived from its options. */
export type Values<T extends OptionTable> = { [K in keyof T]: T[K]['required'] extends true ? Value<T[K]> : Value<T[K]> | undefined };

/** Where a command is used and by whom, by Discord's ids; all null in a terminal. */
export interface Place {
  readonly server: string | null;
  readonly channel: string | null;
  readonly user: string | null;
}

export interface Context {
  readonly library: Library;
  readonly locale: Locale;
  /** What is kept besides the articles. */
  readonly store: Store;
  /** Changes the collection's files. */
  readonly curator: Curator;
  readonly place: Place;
  /** Whether the operator has questions kept that were not answered. */
  readonly keepsUnanswered?: boolean;
  /** Tells of what is new; absent in a terminal, and where the articles lie in a cluster. */
  readonly following?: Pick<Following, 'add' | 'perDay'> | undefined;
  /** Whether the one who asks may use what is for `operators`. */
  readonly moderates?: boolean | undefined;
  /** To be told how far long work is; nobody waits for that in a terminal. */
  readonly progress?: Progress | undefined;
  /** The commands that the one who asks may use: what `/help` tells of. */
  readonly commands: readonly Command[];
}

export type Access = 'everyone' | 'admins' | 'operators' | 'curators';

/** Whether a command acts on the whole bot, and so is for the operator's own servers only. */
export const isBotWide = ({ access }: Pick<Command, 'access'>): boolean => access === 'operators' || access === 'curators';

/** One thing that a command does, with options of its own. */
export interface Subcommand {
  readonly description: Localised;
  /** Those of the command's options that it takes, in the order shown; and which of them it needs. */
  readonly options: readonly string[];
  readonly required?: readonly string[];
}

export interface Command<T extends OptionTable = OptionTable> {
  readonly name: string;
  readonly names: Localised;
  readonly description: Localised;
  /** In the order shown; required ones first. The console's bare text is the first one. */
  readonly options: T;
  /** Where it does several things: the option that says which, and what each of its choices is in Discord, `/corpus add`. */
  readonly subcommands?: { readonly option: string; readonly of: Readonly<Record<string, Subcommand>> };
  /**
   * `admins`: those who may manage a server, each in their own. `operators`, `curators`: registered only in the operator's own
   * servers; the latter for those who may manage that server. All are checked again when used.
   */
  readonly access: Access;
  /** Whether the reply is seen by all in the channel or by the asker alone. */
  readonly visibility: 'public' | 'private';
  /** What it is called in the menu of a message, where it stands there too: the message's text is then the first option. */
  readonly messageMenu?: Localised;
  /** A line to show in `/help`, as one would type it. */
  readonly example: string;
  /** The same with what this collection holds, so that it can be tried as it stands; null where nothing suits. */
  readonly exampleFrom?: (library: Library) => Promise<string | null>;
  /** @throws UserError where the input cannot be used. */
  run(context: Context, values: Values<T>): AnswerReply | Promise<AnswerReply>;
  /** Does what a reply of `run` proposed, or gives it up. @throws UserError where it cannot be done */
  decide?(context: Context, pending: string, yes: boolean): Promise<AnswerReply>;
}

/** A command as its file writes it: how long it takes is measured around it. */
interface Definition<T extends OptionTable> extends Omit<Command<T>, 'run' | 'decide'> {
  run(context: Context, values: Values<T>): Unmeasured<AnswerReply> | Promise<Unmeasured<AnswerReply>>;
  decide?(context: Context, pending: string, yes: boolean): Promise<Unmeasured<AnswerReply>>;
}

/** Lets TypeScript derive `run`'s values from the options that stand above it, and measures what a reply takes. */
export function defineCommand<const T extends OptionTable>(definition: Definition<T>): Command {
  const command: Command = {
    ...(definition as unknown as Command),
    run: (context, values) => measured(() => definition.run(context, values as Values<T>)),
  };
  if (definition.decide) command.decide = (context, pending, yes) => measured(() => definition.decide!(context, pending, yes));
  return command;
}

/** The whole of a command's time, in ms with one decimal, never 0: what takes less than that is told as 0.1. */
async function measured(answer: () => Unmeasured<AnswerReply> | Promise<Unmeasured<AnswerReply>>): Promise<AnswerReply> {
  const start = performance.now();
  const { command, ok, ...rest } = await answer();
  return { command, ok, ...rest, took_ms: Math.max(0.1, Math.round((performance.now() - start) * 10) / 10) } as AnswerReply;
}

/** An example that ends with the first of these; null where there is none. */
export function exampleOf(start: string, choices: readonly Choice[]): string | null {
  return choices[0] ? start + choices[0].value : null;
}
